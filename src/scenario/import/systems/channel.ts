import type { KeyGroup } from '../../../model/definitions/key-groups.ts';

/** What a product key is: of a KMS client, a MAK, of a KMS host, without volume license, no key at all, or not told. */
export type Channel = 'kms' | 'mak' | 'host' | 'not-volume' | 'none' | 'unknown';

/**
 * Channels as descriptions of products (`VOLUME_KMSCLIENT channel`) and VAMT's types of product keys
 * (`Volume:GVLK`) write them. The key of a KMS host stands behind that of its clients, which contains its name.
 */
const CHANNELS: readonly (readonly [pattern: RegExp, channel: Channel])[] = [
  [/volume_?kms_?client|gvlk|kms ?client/i, 'kms'],
  [/volume[_: ]?kms|csvlk|kms ?host/i, 'host'],
  [/volume[_: ]?mak|\bmak\b/i, 'mak'],
  [/\bretail\b|\boem\b|oem[_:]|\bdm\b|\bfpp\b/i, 'not-volume'],
  [/^\s*kms\s*$/i, 'kms'],
  [/^\s*(?:none|unmanaged)\s*$/i, 'none'],
];

/** The channel that texts about a product say, the more telling words first. */
export function channelOf(texts: readonly string[]): Channel {
  return CHANNELS.find(([pattern]) => texts.some((text) => pattern.test(text)))?.[1] ?? 'unknown';
}

/** A product ID of a machine whose maker preinstalled Windows: `89584-OEM-0000000-00000`. */
export function isOemProductId(productId: string): boolean {
  return /^\s*[A-Z0-9]{3,6}-OEM-/i.test(productId);
}

/**
 * The group of a KMS or MAK key by its channel: `VOLUME_KMS_B`, `VOLUME_KMS_R2_C`, `VOLUME_KMS_WS16`; null where the
 * text has none, or one that is not known.
 */
export function keyGroupOf(texts: readonly string[]): KeyGroup | null {
  for (const text of texts) {
    const found = /volume[_:](?:kms|mak)(?![a-z])(?!_client)(?:[_-]([a-z\d]+(?:[_.-][a-z\d]+)?))?/i.exec(
      text,
    );
    if (found === null) continue;
    const group = (found[1] ?? '').toLowerCase().replace(/[_.-]/g, '');
    return GROUPS.find(([pattern]) => pattern.test(group))?.[1] ?? null;
  }
  return null;
}

/** Groups by what stands behind `VOLUME_KMS_`, without separators. */
const GROUPS: readonly (readonly [pattern: RegExp, group: KeyGroup])[] = [
  [/^$/, 'client'],
  [/^a$/, 'server-a'],
  [/^b$/, 'server-b'],
  [/^c$/, 'server-c'],
  [/^r2a$/, 'server-2008-r2-a'],
  [/^r2b$/, 'server-2008-r2-b'],
  [/^r2c$/, 'server-2008-r2-c'],
  [/^w(?:in)?7$/, 'windows-7'],
  [/^w(?:in)?8$/, 'windows-8'],
  [/^w(?:in)?81$/, 'windows-8.1'],
  [/^w(?:in)?10$/, 'windows-10'],
  [/^(?:ws)?(?:20)?12r2$/, 'server-2012-r2'],
  [/^(?:ws)?(?:20)?12$/, 'server-2012'],
  [/^(?:ws)?(?:20)?16$/, 'server-2016'],
  [/^(?:ws)?(?:20)?19$/, 'server-2019'],
  [/^(?:ws)?(?:20)?22$/, 'server-2022'],
  [/^(?:ws)?(?:20)?25$/, 'server-2025'],
];
