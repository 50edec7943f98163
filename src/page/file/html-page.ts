import { deflateRawSync } from 'node:zlib';
import { plainText } from '../../text/plain-text.ts';
import { packDocument } from '../content/column-packing.ts';
import type { ReportDocument } from '../content/report-document.ts';

/** What stands in a built template where a page's own content goes. */
export const PLACEHOLDERS = { title: '<!--vasim:title-->', document: '<!--vasim:document-->' } as const;

const TITLE_LIMIT = 120;
const COMPRESSION = 9;

/** The document as it is written into a page: packed, compressed, in base64. */
export function encodeDocument(document: ReportDocument): string {
  const packed = deflateRawSync(packDocument(document), { level: COMPRESSION });
  return packed.toString('base64');
}

/**
 * A whole page in UTF-8: the template with the title and the encoded document in their places. A megabyte of text would be decoded,
 * put together and encoded twice.
 *
 * @param template of {@link readTemplate}
 * @throws Error when the template has no place for them
 */
export function htmlPage(template: Buffer, title: string, encoded: string): Buffer {
  const [beforeTitle, rest] = aroundPlaceholder(template, PLACEHOLDERS.title);
  const [beforeDocument, end] = aroundPlaceholder(rest, PLACEHOLDERS.document);
  const shown = Buffer.from(escapeHtml(plainText(title, TITLE_LIMIT)));
  return Buffer.concat([beforeTitle, shown, beforeDocument, Buffer.from(encoded, 'latin1'), end]);
}

function aroundPlaceholder(template: Buffer, placeholder: string): [before: Buffer, after: Buffer] {
  const at = template.indexOf(placeholder);
  if (at === -1) throw new Error(`the page's template has no ${placeholder}`);
  return [template.subarray(0, at), template.subarray(at + placeholder.length)];
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
