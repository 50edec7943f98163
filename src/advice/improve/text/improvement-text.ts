import { MINUTES_PER_DAY } from '../../../engine/time.ts';
import { LONGEST_FIRST_WAIT } from '../../../recording/figures/first-waits.ts';
import type { JsonObject } from '../../../scenario/document/json.ts';
import { aligned } from '../../../text/aligned.ts';
import { escapeMarkdown, markdownTable, titleLine } from '../../../text/markdown.ts';
import { decimalsFor, formatNumber } from '../../../text/numbers.ts';
import { plural } from '../../../text/plural.ts';
import type { Improvement } from '../improve.ts';
import { MAX_SIMULATED, SCREENING, type Tried } from '../search.ts';
import { MAX_COMBINATIONS } from '../space.ts';
import { changesOf, percent, reasonOf, shownMeasure } from './verdict-words.ts';

/** Designs that the terminal lists; `tried.csv` has all. */
const MAX_SHOWN = 15;
/** Of those that were not simulated. */
const MAX_UNSIMULATED = 3;

/** What is shown of a search: the improvement, and the block that it ends with. */
export interface ImprovementPage {
  readonly title: string;
  readonly improvement: Improvement;
  /** The proposed design's name, and its block; `null` when none was proved. */
  readonly name: string;
  readonly block: string | null;
}

/** How the choice is made, by name. */
export function procedureOf({ goal }: Improvement): string {
  return [
    'Selection: designs in the order of what they take at least, on common random numbers.',
    `${SCREENING} replications screen out clear losers; the others are proved on further ones by a sequential test (Robbins' mixture`,
    "likelihood ratio with Ville's inequality), each at its own part of the level, 1/2, 1/6, 1/12 ... of 5 % (weighted Bonferroni):",
    `all designs that are taken as proved have a risk below ${percent(goal.risk)} with 95 % confidence together, however often one looks.`,
    'What two proved designs cost is compared by the fully sequential procedure of Kim and Nelson (2001); differences of 1 % do not matter.',
  ].join(' ');
}

/** The page for a terminal, as lines. It ends with the block. */
export function improvementForTerminal({ title, improvement, block }: ImprovementPage): string[] {
  const lines = [
    title,
    '',
    ...headlines(improvement),
    '',
    'What was tried',
    ...indented(aligned(rowsOf(improvement), [0, 1])),
  ];
  lines.push('', 'Why the others lost', ...indented(reasons(improvement)));
  lines.push('', 'How', ...indented([procedureOf(improvement), ...limitsOf(improvement)]), '');
  return block === null ? lines : [...lines, ...block.trimEnd().split('\n')];
}

/** The page as Markdown (`improvement.md`), with a last line end. */
export function improvementAsMarkdown({ title, improvement, block }: ImprovementPage): string {
  const lines = [
    titleLine(title),
    '',
    ...headlines(improvement).map((line) => `${escapeMarkdown(line)}  `),
    '',
  ];
  const rows = rowsOf(improvement).map((row) => row.map(escapeMarkdown));
  lines.push('## What was tried', '', ...markdownTable(rows, 2), '');
  lines.push(
    '## Why the others lost',
    '',
    ...reasons(improvement).map((line) => `- ${escapeMarkdown(line)}`),
    '',
  );
  lines.push(
    '## How',
    '',
    ...[procedureOf(improvement), ...limitsOf(improvement)].flatMap((line) => [escapeMarkdown(line), '']),
  );
  if (block !== null) lines.push('## The design', '', '```yaml', block.trimEnd(), '```', '');
  return lines.join('\n');
}

/** The search as data (`improvement.json` and `--json`). */
export function improvementAsJson({ title, improvement, name, block }: ImprovementPage): object {
  const { goal, currency, chosen, patch, tried, refused, dropped } = improvement;
  return {
    formatVersion: 1,
    title,
    risk: goal.risk,
    confidence: 0.95,
    procedure: procedureOf(improvement),
    currency,
    chosen: chosen === null ? null : { ...triedAsJson(chosen, improvement), name, patch },
    designs: patch === null ? {} : { [name]: patch },
    block,
    tried: tried.map((one) => triedAsJson(one, improvement)),
    refused: refused.map(({ words, broken, patch: refusedPatch }) => ({
      changes: words,
      broken,
      patch: refusedPatch,
    })),
    combinations: improvement.combinations,
    complete: improvement.complete,
    dropped,
  };
}

function triedAsJson(tried: Tried, improvement: Improvement): { [key: string]: unknown; patch: JsonObject } {
  const { candidate, verdict, evidence } = tried;
  return {
    changes: candidate.words,
    verdict,
    hosts: candidate.floor.hosts,
    activations: candidate.floor.activations,
    cost: improvement.currency === null ? null : (evidence?.mean ?? null),
    replications: evidence?.count ?? 0,
    inNotification: evidence?.failures ?? null,
    why: reasonOf(tried, improvement),
    patch: candidate.patch,
  };
}

/** Columns of `tried.csv`. */
export const TRIED_COLUMNS = [
  'changes',
  'verdict',
  'hosts',
  'activations',
  'cost',
  'replications',
  'in_notification',
  'why',
] as const;

/** Rows of `tried.csv`: all designs, those that break a rule of the guide last. */
export function triedRows(improvement: Improvement): (string | number)[][] {
  const simulated = improvement.tried.map((tried) => {
    const { candidate, verdict, evidence } = tried;
    return [
      changesOf(candidate.words),
      verdict,
      candidate.floor.hosts,
      candidate.floor.activations,
      improvement.currency === null ? '' : (evidence?.mean ?? ''),
      evidence?.count ?? 0,
      evidence?.failures ?? '',
      reasonOf(tried, improvement),
    ];
  });
  const refused = improvement.refused.map(({ words, floor, broken }) => [
    changesOf(words),
    'breaks-a-rule',
    floor.hosts,
    floor.activations,
    '',
    0,
    '',
    broken[0],
  ]);
  return [...simulated, ...refused];
}

function headlines(improvement: Improvement): string[] {
  const { goal, chosen, currency, tried, refused } = improvement;
  const sought = `Sought: the ${currency === null ? 'design with the fewest KMS hosts, then activations,' : 'cheapest design'} whose chance of any machine in Notification is below ${percent(goal.risk)} with 95 % confidence.`;
  if (chosen === null) return [sought, 'Found: none of the designs that were tried is proved.'];
  const { candidate, evidence } = chosen;
  const asItIs = tried.find(({ candidate: { words } }) => words.length === 0)?.evidence;
  const before = refused.find(({ words }) => words.length === 0);
  const lines = [sought, `Found: ${changesOf(candidate.words)}.`];
  const now = asItIs && candidate.words.length > 0 ? `; as it is ${shownMeasure(asItIs.mean, currency)}` : '';
  if (evidence !== null) lines.push(`It takes ${shownMeasure(evidence.mean, currency)} on average${now}.`);
  lines.push(`Why: ${reasonOf(chosen, improvement)}.`);
  if (before !== undefined)
    lines.push(`The design as it is breaks a rule of the guide: ${before.broken[0].replaceAll('`', '')}.`);
  return lines;
}

function rowsOf(improvement: Improvement): string[][] {
  const { currency } = improvement;
  const header = [
    '',
    'design',
    'hosts',
    'activations',
    'Notification',
    ...(currency === null ? [] : [currency]),
  ];
  return [
    header,
    ...shownOf(improvement).map(({ candidate, evidence }, index) => [
      String(index + 1),
      changesOf(candidate.words),
      String(candidate.floor.hosts),
      formatNumber(candidate.floor.activations, decimalsFor(candidate.floor.activations, null)),
      evidence === null ? '-' : `${evidence.failures} of ${evidence.count}`,
      ...(currency === null ? [] : [costOf(candidate.floor.measure, evidence?.mean)]),
    ]),
  ];
}

/** The designs that are listed: those that were simulated, and the next that were not. */
function shownOf({ tried }: Improvement): Tried[] {
  const simulated = tried.filter(({ evidence }) => evidence !== null);
  const others = tried.filter(({ evidence }) => evidence === null).slice(0, MAX_UNSIMULATED);
  return [...simulated.slice(0, MAX_SHOWN), ...others];
}

function costOf(floor: number, mean: number | undefined): string {
  return mean === undefined ? `>= ${formatNumber(floor, 0)}` : formatNumber(mean, decimalsFor(mean, null));
}

function reasons(improvement: Improvement): string[] {
  const { tried, refused } = improvement;
  const shown = shownOf(improvement);
  const lines = shown.flatMap((one, index) =>
    one.verdict === 'chosen' ? [] : [`${index + 1}: ${reasonOf(one, improvement)}`],
  );
  if (tried.length > shown.length)
    lines.push(`${plural(tried.length - shown.length, 'design')} more, each with its reason: tried.csv`);
  if (refused.length > 0) {
    const [{ words, broken }] = refused;
    lines.push(
      `${plural(refused.length, 'design')} not simulated, because the guide rules them out, such as ${changesOf(words)} (${broken[0].replaceAll('`', '')})`,
    );
  }
  return lines.length === 0 ? ['there are no others'] : lines;
}

/** What was not tried. */
function limitsOf({ combinations, complete, dropped, newLinks, makInCore, tried }: Improvement): string[] {
  const lines = [
    'Tried by Table 1, network by network: KMS hosts added or taken away, zones, services that links let through, the hosts of linked networks, MAK, MAK proxy, no activation in labs, pools and key groups. A new host, zone or VAMT fails like those that are there.',
  ];
  if (tried.some(({ evidence }) => evidence?.waited))
    lines.push(
      `A machine in Notification: systems without a grace wait there from their installation to their first license, as the first clients of a KMS host do below its threshold. Such a wait does not count if the license follows within ${LONGEST_FIRST_WAIT / MINUTES_PER_DAY} days.`,
    );
  if (!newLinks)
    lines.push(
      'Not tried: links between networks that have none (--new-links: where the security policy allows TCP 1688).',
    );
  if (makInCore) lines.push('MAK in the core network was tried too: without it no design is proved.');
  if (!complete)
    lines.push(
      `Of ${plural(combinations, 'combination')} not all were tried: first the options of each network alone (${plural(dropped.length, 'option')} dropped), then the combinations of the others that take least on paper, at most ${MAX_COMBINATIONS}, without those whose parts together failed too often.`,
    );
  if (tried.some(({ verdict }) => verdict === 'not-tried'))
    lines.push(`Not simulated: designs beyond the first ${MAX_SIMULATED}.`);
  return lines;
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
