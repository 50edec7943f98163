import type { PlaygroundDocument } from '../content/report-document.ts';
import { encodeDocument, htmlPage } from './html-page.ts';
import { readTemplate } from './template.ts';

const TITLE = 'vasim playground';

/**
 * The bytes of a playground.
 *
 * @throws TemplateMissing where the program was not built
 */
export function playgroundHtml(document: PlaygroundDocument): Buffer {
  return htmlPage(readTemplate('playground'), TITLE, encodeDocument(document));
}
