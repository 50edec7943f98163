import { expect, test } from 'vitest';
import { checkParts } from './check-parts.ts';
import { Choices } from './random.ts';

const COUNT = 100;

test('parts and kept results that strangers made are read, merged and evaluated, or refused in words', async () => {
  let seed = 0;
  for (; seed < COUNT; seed += 1) await checkParts(new Choices(seed));
  expect(seed).toBe(COUNT);
});
