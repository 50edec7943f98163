import { buildPages } from './bundle-page.ts';

await buildPages();
