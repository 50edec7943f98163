import { describe, expect, test } from 'vitest';
import { Messages } from '../../../src/cli/shared/messages.ts';
import { type FakeOptions, fakeHost } from '../fake-host.ts';

const RED_ERROR = 'a.yaml:1:1: \u001b[31merror:\u001b[39m wrong\n';
const PLAIN_ERROR = 'a.yaml:1:1: error: wrong\n';

describe('messages', () => {
  const cases: [string, FakeOptions, { 'no-color'?: boolean }, string][] = [
    ['red on a terminal', { isTerminal: true }, {}, RED_ERROR],
    ['plain elsewhere', {}, {}, PLAIN_ERROR],
    ['plain with --no-color', { isTerminal: true }, { 'no-color': true }, PLAIN_ERROR],
    ['plain with NO_COLOR', { isTerminal: true, environment: { NO_COLOR: '1' } }, {}, PLAIN_ERROR],
    ['red elsewhere with FORCE_COLOR', { environment: { FORCE_COLOR: '1' } }, {}, RED_ERROR],
    ['plain with FORCE_COLOR=0', { isTerminal: true, environment: { FORCE_COLOR: '0' } }, {}, PLAIN_ERROR],
    ['plain with both', { environment: { FORCE_COLOR: '1', NO_COLOR: '1' } }, {}, PLAIN_ERROR],
    ['red with an empty NO_COLOR', { isTerminal: true, environment: { NO_COLOR: '' } }, {}, RED_ERROR],
    ['plain on a dumb terminal', { isTerminal: true, environment: { TERM: 'dumb' } }, {}, PLAIN_ERROR],
  ];
  test.each(cases)('of errors are %s', (_how, fake, options, expected) => {
    const host = fakeHost(fake);
    new Messages(host, options).error('a.yaml:1:1: error: wrong');
    expect(host.written).toBe(expected);
  });

  test('that are not errors are left out when quiet was asked for', () => {
    const host = fakeHost();
    const messages = new Messages(host, { quiet: true });
    messages.info('a story');
    messages.error('an error');
    expect(host.written).toBe('an error\n');
  });

  test('cannot command a terminal', () => {
    const host = fakeHost({ isTerminal: true });
    new Messages(host, {}).error('a\u001b]0;title\u0007\tb\nc\u009b');
    expect(host.written).toBe('a\\u001B]0;title\\u0007\tb\nc\\u009B\n');
  });
});
