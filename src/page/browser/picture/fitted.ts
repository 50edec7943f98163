import { estimatedWidth } from '../../../charts/text.ts';
import { plainText } from '../../../text/plain-text.ts';

const LONGEST = 60;
const SHORTEST = 4;

/** A name cut to so many pixels. */
export function fitted(name: string, width: number, fontSize: number): string {
  let limit = LONGEST;
  while (limit > SHORTEST && estimatedWidth(plainText(name, limit), fontSize) > width) limit -= 1;
  return plainText(name, limit);
}
