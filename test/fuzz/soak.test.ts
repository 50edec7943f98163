import { expect, test } from 'vitest';
import { Choices } from './random.ts';
import { Soak } from './soak.ts';

/** Kills of one run of the tests; `npm run fuzz -- --soak` makes as many as there is time for. */
const KILLS = 3;

test('a command that is killed leaves nothing that is taken for whole, and the next one clears it away', async () => {
  const soak = await Soak.begin(new Choices(1));
  try {
    for (let kill = 0; kill < KILLS; kill += 1) await expect(soak.killOnce()).resolves.toBeUndefined();
  } finally {
    soak.end();
  }
}, 240_000);
