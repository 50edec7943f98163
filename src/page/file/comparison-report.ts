import type { ComparisonContent, Origin } from '../content/report-document.ts';
import { encodeDocument, htmlPage } from './html-page.ts';
import { readTemplate } from './template.ts';

/**
 * The bytes of `report.html` of a comparison.
 *
 * @throws TemplateMissing where the program was not built
 */
export function comparisonReportHtml(source: {
  readonly origin: Origin;
  readonly content: ComparisonContent;
}): Buffer {
  const { origin, content } = source;
  return htmlPage(
    readTemplate('report'),
    content.title,
    encodeDocument({ kind: 'compare', ...origin, content }),
  );
}
