import type { Facts } from './cil-reader.ts';

/** What a product key is: of a KMS client, a MAK, of a KMS host, of something else, or not told. */
export type Channel = 'kms' | 'mak' | 'host' | 'not-volume' | 'unknown';

/** Facts of a product that tell its channel. */
const TELLING = /channel|type|description|name|license/;

/**
 * Channels as descriptions of products (`VOLUME_KMSCLIENT channel`) and VAMT's types of product keys
 * (`Volume:GVLK`) write them. The key of a KMS host stands behind that of its clients, which contains its name.
 */
const CHANNELS: readonly (readonly [pattern: RegExp, channel: Channel])[] = [
  [/volume_kmsclient|gvlk|kms ?client/i, 'kms'],
  [/volume_kms|csvlk|kms ?host/i, 'host'],
  [/volume[_: ]mak|\bmak\b/i, 'mak'],
  [/\bretail\b|\boem\b|oem[_:]|\bdm\b/i, 'not-volume'],
];

/** The channel of a product's key. */
export function channelOf(product: Facts): Channel {
  const told = [...product].filter(([fact]) => TELLING.test(fact)).map(([, value]) => value);
  return CHANNELS.find(([pattern]) => told.some((value) => pattern.test(value)))?.[1] ?? 'unknown';
}
