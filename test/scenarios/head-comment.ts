/** What the comment at the head of a shipped scenario says, by part. */
export interface HeadComment {
  readonly question: string;
  readonly expect: string;
  readonly source: string;
  /** Of each change to try, the words behind `--set`. */
  readonly tries: readonly (readonly string[])[];
}

const PARTS = /^# (Question|Expect|Source|Try): /;

/** Takes the comment at the head of a scenario apart. A part that is missing is empty. */
export function headComment(text: string): HeadComment {
  const parts: Record<string, string> = {};
  const tries: string[][] = [];
  let part = '';
  for (const line of text.split('\n')) {
    if (!line.startsWith('#')) break;
    const begins = PARTS.exec(line)?.[1];
    part = begins ?? part;
    parts[part] = `${parts[part] ?? ''} ${line.replace(PARTS, '').replace(/^#\s*/, '')}`.trim();
    if (begins === 'Try') tries.push([]);
    if (part === 'Try') tries.at(-1)?.push(...settingsIn(line));
  }
  const { Question: question = '', Expect: expect = '', Source: source = '' } = parts;
  return { question, expect, source, tries: tries.filter((words) => words.length > 0) };
}

/** The settings of a line that begins with them, without the quotes that a shell would take away. */
function settingsIn(line: string): string[] {
  if (!/^#\s+--set /.test(line)) return [];
  return [...line.matchAll(/--set ([^'\s]+)(?:'([^']*)')?/g)].map(([, word, quoted = '']) => word + quoted);
}
