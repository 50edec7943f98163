import type { SentMessages } from '../../recording/closing-words/sent-messages.ts';
import { figureAt } from '../../recording/figures/expectations.ts';
import type { RunOutcome } from '../../recording/run-outcome.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { escapeMarkdown, inlineMarkdown, markdownTable, titleLine } from '../../text/markdown.ts';
import { groupThousands } from '../../text/numbers.ts';
import { plural } from '../../text/plural.ts';
import { Design } from '../design/design.ts';
import { shownRows, table2 } from '../plan/table-2.ts';

/**
 * `summary.md` of a run folder, to be handed on: the closing words, the expectations, the guide's Table 2 for the
 * estate, and what left for Microsoft.
 */
export function runSummary(scenario: Scenario, outcome: RunOutcome): string {
  const sections = [
    titleLine(scenario.title),
    outcome.findings.map(({ text }) => `- ${inlineMarkdown(text)}`).join('\n'),
    ...expectationSection(scenario, outcome),
    ...tableSection(scenario),
    ...microsoftSection(outcome),
  ];
  return `${sections.join('\n\n')}\n`;
}

function expectationSection(
  { expectations }: Scenario,
  { summary, failedExpectations }: RunOutcome,
): string[] {
  if (expectations.length === 0) return [];
  const failed = new Set(failedExpectations.map(({ file, line, figure }) => `${file} ${line} ${figure}`));
  const rows = expectations.map(({ figure, comparison, value, file, line }) => [
    `\`${figure}\``,
    `${comparison} ${value}`,
    failed.has(`${file} ${line} ${figure}`) ? '**no**' : 'yes',
    String(figureAt(summary, figure)),
  ]);
  return [
    '## What was expected',
    markdownTable([['figure', 'expected', 'held', 'the run gave'], ...rows], 3).join('\n'),
  ];
}

function tableSection({ parameters }: Scenario): string[] {
  const table = table2(new Design(parameters));
  const filled = shownRows(table).map(({ words, computers }) => [
    escapeMarkdown(words),
    groupThousands(computers),
  ]);
  const reasons = [...table.remaining, ...table.officeRemaining].map(
    ({ group, computers, reason }) =>
      `- ${plural(computers, 'computer')} of \`${group}\`: ${inlineMarkdown(reason)}`,
  );
  return [
    '## Activation methods (Planning Guide, Table 2)',
    markdownTable([['computers', 'number'], ...filled], 1).join('\n'),
    ...(reasons.length === 0 ? [] : [reasons.join('\n')]),
  ];
}

function microsoftSection({ sent, summary }: RunOutcome): string[] {
  const behind = figureAt(summary, 'microsoft.computersBehindHosts') ?? 0;
  const silent = `${plural(behind, 'computer')} ${behind === 1 ? 'was' : 'were'} licensed and sent Microsoft nothing.`;
  return ['## What left for Microsoft', sent.length === 0 ? 'Nothing.' : messageTable(sent), silent];
}

function messageTable(sent: readonly SentMessages[]): string {
  const rows = sent.map(({ reason, via, carries, messages, computers, accepted }) => [
    reason,
    via,
    escapeMarkdown(carries),
    groupThousands(messages),
    groupThousands(computers),
    groupThousands(accepted),
  ]);
  const header = ['reason', 'via', 'each carries', 'messages', 'computers', 'accepted'];
  return markdownTable([header, ...rows], 3).join('\n');
}
