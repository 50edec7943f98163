import { groupThousands } from './numbers.ts';

/**
 * A count with its noun: `1 computer`, `1,200 computers`.
 *
 * @param many the noun for any count but 1; default: with an `s`
 */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${groupThousands(count)} ${count === 1 ? noun : many}`;
}
