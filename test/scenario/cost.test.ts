import { describe, expect, test } from 'vitest';
import { ESTATE, ESTATE_LINES } from './estate.ts';
import { errorsOf, scenarioOf } from './in-memory.ts';

/** What follows the estate begins on this line. */
const LINE = ESTATE_LINES + 1;

const FREE = { currency: 'USD', host: 0, makActivation: 0, call: 0, unlicensedDay: 0, notificationDay: 0 };

const pricesOf = (cost: string) => scenarioOf(`${ESTATE}cost: ${cost}\n`).parameters.prices;

describe('prices', () => {
  test('are none by default', () => {
    expect(scenarioOf(ESTATE).parameters.prices).toBeNull();
  });

  test('are 0 dollars where nothing else is written', () => {
    expect(pricesOf('{}')).toEqual(FREE);
  });

  test('are what is written', () => {
    const written = {
      currency: 'EUR',
      host: 900.5,
      makActivation: 1,
      call: 12,
      unlicensedDay: 3,
      notificationDay: 40,
    };
    expect(pricesOf(JSON.stringify(written))).toEqual(written);
    expect(pricesOf('{ host: 10, call: 2 }')).toEqual({ ...FREE, host: 10, call: 2 });
  });

  test.each([
    ['{ host: -1 }', '15 expected at least 0, not `-1`'],
    ['{ call: 1.0e13 }', '15 expected at most 1000000000000, not `10000000000000`'],
    ['{ call: cheap }', '15 expected a number, not `cheap`'],
    ['{ call: .inf }', '15 expected a number, not `Infinity`'],
    ['{ hots: 3 }', '9 unknown key `hots`; did you mean `host`?'],
    ['{ currency: 5 }', '19 expected text, not `5`; write `"5"`, in quotes, if this is meant'],
    ['5', '7 expected a map, not `5`'],
  ])('are refused where they are wrong: %s', (cost, error) => {
    expect(errorsOf(`${ESTATE}cost: ${cost}\n`)).toEqual([`${LINE}:${error}`]);
  });

  test('are all told where several are wrong', () => {
    expect(errorsOf(`${ESTATE}cost:\n  host: -1\n  call: -2\n`)).toEqual([
      `${LINE + 1}:9 expected at least 0, not \`-1\``,
      `${LINE + 2}:9 expected at least 0, not \`-2\``,
    ]);
  });
});
