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
 * A whole page: the template with the title and the encoded document in their places.
 *
 * @param template of {@link readTemplate}
 * @throws Error when the template has no place for them
 */
export function htmlPage(template: string, title: string, encoded: string): string {
  const named = replaced(template, PLACEHOLDERS.title, escapeHtml(plainText(title, TITLE_LIMIT)));
  return replaced(named, PLACEHOLDERS.document, encoded);
}

function replaced(text: string, placeholder: string, content: string): string {
  const at = text.indexOf(placeholder);
  if (at === -1) throw new Error(`the page's template has no ${placeholder}`);
  return text.slice(0, at) + content + text.slice(at + placeholder.length);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
