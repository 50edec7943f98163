/**
 * Where a place in a scenario's text is among its keys, told without a parser: what is being typed is never whole, and
 * completion is wanted just then.
 */
export interface YamlContext {
  /** Keys from the top down to the map or value in which the place is; entries of lists are `[]`. */
  readonly path: readonly string[];
  /** Whether a key or a value is typed there. */
  readonly kind: 'key' | 'value';
  /** What is typed before the place, and where it begins. */
  readonly word: string;
  readonly from: number;
}

const KEY_LINE = /^(\s*)((?:-\s+)*)(?:("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#:{}[\],][^:{}[\],#]*?)\s*:(?=\s|$))?/;

/** The context of an offset of a text; `null` in a comment. */
export function yamlContext(text: string, offset: number): YamlContext | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  if (isInComment(line)) return null;
  const blocks = blocksAbove(text.slice(0, lineStart), line);
  const [, indent, dashes] = KEY_LINE.exec(line) ?? ['', '', ''];
  const inList = dashes === '' ? [] : ['[]'];
  return within(line, indent.length + dashes.length, lineStart, [...blocks, ...inList]);
}

/** What the line itself adds: a key of a block, and flow maps and lists in its value. */
function within(line: string, start: number, lineStart: number, above: readonly string[]): YamlContext {
  const path = [...above];
  const open: ('{' | '[')[] = [];
  let key: string | null = null;
  let from = start;
  for (let at = start; at < line.length; at += 1) {
    const character = line[at];
    if (character === '"' || character === "'") {
      const end = line.indexOf(character, at + 1);
      if (end === -1) break;
      at = end;
    } else if (character === ':' && /\s|$/.test(line[at + 1] ?? '') && key === null) {
      key = unquoted(line.slice(from, at));
      from = at + 1;
    } else if (character === '{' || character === '[') {
      if (key !== null) path.push(key);
      if (character === '[' || open.at(-1) === '[') path.push('[]');
      open.push(character);
      key = null;
      from = at + 1;
    } else if (character === '}' || character === ']') {
      open.pop();
      path.pop();
      key = '';
      from = at + 1;
    } else if (character === ',' && open.length > 0) {
      key = null;
      from = at + 1;
    }
  }
  const word = line.slice(from).trimStart();
  const wordStart = lineStart + line.length - word.length;
  const inFlowList = open.at(-1) === '[';
  if (key === null && !inFlowList) return { path, kind: 'key', word, from: wordStart };
  return { path: key === null ? path : [...path, key], kind: 'value', word, from: wordStart };
}

/** The keys above a line whose blocks hold it. */
function blocksAbove(before: string, line: string): string[] {
  const column = columnOf(line);
  const blocks: string[] = [];
  let limit = column;
  for (const above of before.split('\n').reverse()) {
    if (limit === 0) break;
    const [, indent, dashes, key] = KEY_LINE.exec(above) ?? [];
    if (above.trim() === '' || above.trimStart().startsWith('#') || indent === undefined) continue;
    const keyColumn = indent.length + dashes.length;
    const inSameEntry = dashes !== '' && keyColumn === limit;
    // A list may stand at the column of the key that holds it.
    if (inSameEntry) blocks.unshift('[]');
    else if (key === undefined || keyColumn >= limit) continue;
    else blocks.unshift(...(dashes === '' ? [] : ['[]']), unquoted(key));
    limit = dashes === '' ? indent.length : indent.length + 1;
  }
  return blocks;
}

function columnOf(line: string): number {
  const [, indent, dashes] = KEY_LINE.exec(line) ?? ['', '', ''];
  return dashes === '' ? indent.length : indent.length + 1;
}

function unquoted(key: string): string {
  return key.trim().replace(/^(["'])(.*)\1$/, '$2');
}

function isInComment(line: string): boolean {
  return /(?:^|\s)#/.test(line.replace(/"[^"]*"|'[^']*'/g, ''));
}
