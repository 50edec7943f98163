import { readFileSync } from 'node:fs';

/** The pages that are built, by the name of their template. */
export type TemplateName = 'report' | 'playground';

/** Says that the page was not built. */
export class TemplateMissing extends Error {
  override readonly name = 'TemplateMissing';
}

/**
 * The template of a page in UTF-8, which `npm run build` makes. From `src` and from `dist` the path is the same.
 *
 * @throws TemplateMissing where the program was not built
 */
export function readTemplate(name: TemplateName): Buffer {
  const url = new URL(`../../../dist/page/templates/${name}.html`, import.meta.url);
  try {
    return readFileSync(url);
  } catch (cause) {
    throw new TemplateMissing(`the template of the ${name} page is missing; run \`npm run build\``, {
      cause,
    });
  }
}
