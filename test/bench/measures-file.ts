import { fileURLToPath } from 'node:url';

/** The file that measures in a process of its own, bundled from `measure.ts` beside the compiled bench. */
export const MEASURES = fileURLToPath(new URL('./measures.mjs', import.meta.url));
