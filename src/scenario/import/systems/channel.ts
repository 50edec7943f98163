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

/** The group of a KMS or MAK key by its channel: `VOLUME_KMS_B`; null where the text has none. */
export function keyGroupOf(texts: readonly string[]): KeyGroup | null {
  for (const text of texts) {
    const found = /volume[_:](?:kms|mak)(?:_([abc])(?![a-z]))?(?![a-z_])/i.exec(text);
    if (found !== null) return found[1] === undefined ? 'client' : GROUPS[found[1].toLowerCase()];
  }
  return null;
}

const GROUPS: Readonly<Record<string, KeyGroup>> = { a: 'server-a', b: 'server-b', c: 'server-c' };
