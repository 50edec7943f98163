import { existsSync } from 'node:fs';
import { buildPages } from '../../src/page/build/bundle-page.ts';

const TEMPLATE = new URL('../../dist/page/templates/report.html', import.meta.url);

/** Before any test: the templates that commands write reports with, where nothing was built yet. */
export async function setup(): Promise<void> {
  if (!existsSync(TEMPLATE)) await buildPages();
}
