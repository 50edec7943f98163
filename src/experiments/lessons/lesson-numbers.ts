/**
 * The numbers of lessons by the names of their files without the ending: `3` of `03-branch-offices`, `3.2` of the next
 * name with that number. A name without a number in front has none.
 *
 * @param names in their order
 */
export function lessonNumbers(names: readonly string[]): ReadonlyMap<string, string> {
  const seen = new Map<number, number>();
  const numbers = new Map<string, string>();
  for (const name of names) {
    const [digits] = /^\d+(?=-)/.exec(name) ?? [];
    if (digits === undefined) continue;
    const number = Number(digits);
    const before = seen.get(number) ?? 0;
    seen.set(number, before + 1);
    numbers.set(name, before === 0 ? `${number}` : `${number}.${before + 1}`);
  }
  return numbers;
}
