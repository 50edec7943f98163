import type { Design } from '../design/design.ts';

/** A change of the design that may help, as the language can say it. */
export interface Proposal {
  readonly what: string;
  /** Settings as `--set` takes them. */
  readonly set: readonly string[];
}

/** Proposals without those that make the same settings as an earlier one. */
export function withoutDuplicates(proposals: readonly Proposal[]): Proposal[] {
  const seen = new Set<string>();
  return proposals.filter(({ set }) => {
    const key = set.join('\n');
    return !seen.has(key) && seen.add(key);
  });
}

/** A name that nothing in a design has: the one wanted, or with a number behind it. */
export function unusedName({ estate }: Design, wanted: string): string {
  const used = (name: string) =>
    [
      estate.networks,
      estate.links,
      estate.zones,
      estate.keys,
      estate.hosts,
      estate.groups,
      estate.vamts,
    ].some((section) => section.has(name));
  let name = wanted;
  for (let number = 2; used(name); number += 1) name = `${wanted}-${number}`;
  return name;
}

/** The setting that lets a service through from a network to another: of a link that is there, or a new one. */
export function linkSetting(design: Design, from: string, to: string): string {
  for (const [name, link] of design.estate.links) {
    if (link.from !== from || link.to !== to) continue;
    return `links.${name}.allow=[${[...new Set([...link.allow, 'kms', 'dns'])].join(', ')}]`;
  }
  return `links.${unusedName(design, `${from}-${to}`)}={ from: ${from}, to: ${to}, allow: [kms, dns] }`;
}
