import { vamtReader } from './cil-inventory.ts';
import { eventTextReader } from './event-text-reader.ts';
import { eventXmlReader } from './event-xml-reader.ts';
import { fixedWidthReader } from './fixed-width-reader.ts';
import { jsonReader } from './json-reader.ts';
import { labelReader } from './label-reader.ts';
import { ldifReader } from './ldif-reader.ts';
import { licenseReader } from './license-reader.ts';
import type { Reader } from './reader.ts';
import { tableReader } from './table-reader.ts';
import { zoneReader } from './zone-reader.ts';

/** The formats that are read, in the order that they are tried: the more telling ones first. */
export const FORMATS = [
  'event-xml',
  'vamt',
  'ldif',
  'license',
  'zone',
  'event-text',
  'json',
  'fixed-width',
  'labels',
  'table',
] as const;
export type Format = (typeof FORMATS)[number];

/** A reader for each format. */
export const READERS: Readonly<Record<Format, Reader>> = {
  'event-xml': eventXmlReader,
  vamt: vamtReader,
  ldif: ldifReader,
  license: licenseReader,
  zone: zoneReader,
  'event-text': eventTextReader,
  json: jsonReader,
  'fixed-width': fixedWidthReader,
  labels: labelReader,
  table: tableReader,
};

/** The format of a text, by its content; a table is what is none of the others. */
export function formatOf(text: string): Format {
  return FORMATS.find((format) => READERS[format].recognizes(text)) ?? 'table';
}
