import { unpackDocument } from '../../content/column-packing.ts';
import type { ReportDocument } from '../../content/report-document.ts';

/**
 * Reads the document that was written into the page.
 *
 * @throws Error when the page is damaged
 */
export async function readDocument(): Promise<ReportDocument> {
  const encoded = document.getElementById('document')?.textContent ?? '';
  const compressed = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  return unpackDocument(packed) as ReportDocument;
}
