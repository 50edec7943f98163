import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkScenario, type Outcome } from './check-scenario.ts';
import { Choices } from './random.ts';
import { makeScenario } from './scenarios.ts';

/** Inputs that found faults; each is named for what was wrong. */
const CORPUS = join(import.meta.dirname, 'corpus');

test.each(readdirSync(CORPUS).sort())('%s, which found a fault, finds it no more', (name) => {
  checkScenario(readFileSync(join(CORPUS, name), 'utf8'));
});

/** Scenarios of one run of the tests; `npm run fuzz` makes as many as there is time for. */
const COUNT = 120;

test('random scenarios, right and broken, are run with tables that agree, or refused in words', () => {
  const outcomes: Record<Outcome, number> = { refused: 0, ran: 0, 'not run': 0 };
  for (let seed = 0; seed < COUNT; seed += 1) {
    const { text } = makeScenario(new Choices(seed));
    try {
      outcomes[checkScenario(text)] += 1;
    } catch (error) {
      throw new Error(`seed ${seed}: ${(error as Error).message}\n${text}`, { cause: error });
    }
  }
  // Neither kind is left out: else the rest says little.
  expect(outcomes.ran).toBeGreaterThan(COUNT / 8);
  expect(outcomes.refused).toBeGreaterThan(COUNT / 4);
}, 240_000);
