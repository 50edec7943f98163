/** Kinds of things that a scenario names, by the section that declares them, in the order of the language. */
export const SECTIONS = {
  networks: 'network',
  links: 'link',
  dns: 'DNS zone',
  hosts: 'KMS host',
  machines: 'machine group',
  keys: 'key',
  vamt: 'VAMT',
  domains: 'domain',
} as const;

export type Section = keyof typeof SECTIONS;
export type Kind = (typeof SECTIONS)[Section];

export const SECTION_NAMES = Object.keys(SECTIONS) as Section[];

/** Whether a key of the document is a collection of named things. */
export function isSection(key: string): key is Section {
  return Object.hasOwn(SECTIONS, key);
}
