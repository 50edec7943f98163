import { aligned } from '../../text/aligned.ts';
import { inlineMarkdown, markdownTable, titleLine } from '../../text/markdown.ts';
import type { Plan } from './plan.ts';
import { type Block, planPages } from './plan-pages.ts';

/** A plan for a terminal, as lines. */
export function planForTerminal(plan: Plan): string[] {
  const lines = [plan.title, ''];
  for (const { heading, blocks } of planPages(plan))
    lines.push(heading, ...blocks.flatMap(terminalLines).map((line) => `  ${line}`.trimEnd()), '');
  return [...lines, plan.summary];
}

/** A plan as Markdown (`plan.md`), with a last line end. */
export function planAsMarkdown(plan: Plan): string {
  const lines = [titleLine(plan.title), ''];
  for (const { heading, blocks } of planPages(plan)) {
    lines.push(`## ${heading}`, '');
    for (const block of blocks) lines.push(...markdownLines(block), '');
  }
  return `${[...lines, inlineMarkdown(plan.summary)].join('\n')}\n`;
}

/** A plan as data (`plan.json` and `--json`). */
export function planAsJson(plan: Plan): object {
  return { formatVersion: 1, ...plan };
}

function terminalLines(block: Block): string[] {
  if (block.kind === 'text') return [unmarked(block.text)];
  if (block.kind === 'list') return block.items.map((item) => `- ${unmarked(item)}`);
  const columns = Array.from({ length: block.texts }, (_, column) => column);
  return aligned(
    block.rows.map((row) => row.map(unmarked)),
    columns,
  );
}

function markdownLines(block: Block): string[] {
  if (block.kind === 'text') return [inlineMarkdown(block.text)];
  if (block.kind === 'list') return block.items.map((item) => `- ${inlineMarkdown(item)}`);
  return markdownTable(
    block.rows.map((row) => row.map(inlineMarkdown)),
    block.texts,
  );
}

function unmarked(text: string): string {
  return text.replaceAll('`', '');
}
