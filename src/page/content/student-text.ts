/** Keys of a scenario that tell what a lesson asks to predict. */
const TELLING = /^(?:lesson|expect)[ \t]*:/;
/** A line that begins a key of the document. */
const KEY = /^[^\s#-]/;
/** A line that is a comment, but for the one by which editors find the schema. */
const COMMENT = /^\s*#(?! yaml-language-server:)/;
/** A comment behind a value without quotes, in which `#` could be meant. */
const TRAILING_COMMENT = /^([^'"#]*\S)\s+#.*$/;

/**
 * A lesson's file as a student first sees it: the estate without the lesson's answers, the expectations and the
 * comments, which tell what happens. Other files stay as they are.
 */
export function studentText(text: string): string {
  if (!/^lesson[ \t]*:/m.test(text)) return text;
  const kept: string[] = [];
  let told = false;
  for (const line of text.split('\n')) {
    if (COMMENT.test(line)) continue;
    if (KEY.test(line)) told = TELLING.test(line);
    if (!told) kept.push(line.replace(TRAILING_COMMENT, '$1'));
  }
  return `${kept.join('\n').trimEnd()}\n`;
}
