import { helpFor, nearest, SuggestionBudget } from '../../text/nearest.ts';
import { quoted } from '../../text/plain-text.ts';

/**
 * The help about a figure that does not exist: the nearest one by its whole path, else the first whose last word is
 * the nearest to the one that was written.
 *
 * @param figures the paths that exist, those of the whole estate first
 */
export function helpForFigure(
  written: string,
  figures: readonly string[],
  budget = new SuggestionBudget(),
): string {
  const near = nearest(written, figures, budget);
  if (near !== undefined) return `did you mean ${quoted(near)}?`;
  if (!budget.spend(figures.length)) return helpFor(written, figures, budget);
  const byWord = new Map<string, string>();
  for (const path of figures) {
    const word = lastWord(path);
    if (!byWord.has(word)) byWord.set(word, path);
  }
  const word = nearest(lastWord(written), byWord.keys(), budget);
  const meant = word === undefined ? undefined : byWord.get(word);
  return meant === undefined ? helpFor(written, figures, budget) : `did you mean \`${meant}\`?`;
}

function lastWord(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
