import { describe, expect, it } from 'vitest';
import { compareDesigns } from '../../../src/experiments/comparison/compare.ts';
import type { DesignResults } from '../../../src/experiments/comparison/design-results.ts';
import { verdictSentence } from '../../../src/experiments/comparison/sentences.ts';
import { design, luck, notified, timed } from './designs.ts';

/** What is said of the second design's first figure. */
function said(first: DesignResults, second: DesignResults): string {
  const [path] = first.columns.keys();
  const { figures, confidence } = compareDesigns([first, second], { primary: path, figures: 'all' });
  const { description, designs } = figures.find((figure) => figure.description.path === path)!;
  return verdictSentence(description, designs[0], designs[1], confidence);
}

describe('a verdict in words', () => {
  it('says what is better and by how much', () => {
    const sentence = said(
      notified('a', (number) => 30 + luck(number)),
      notified('b', (number) => 18 + luck(number) + ((number % 3) - 1) * 8),
    );
    expect(sentence).toBe(
      'b is better: 12.0 fewer machines ever in Notification (95 % interval 9.5 to 14.5)',
    );
  });

  it('says what is worse', () => {
    const sentence = said(
      notified('a', () => 3),
      notified('b', (number) => 5 + (number % 2)),
    );
    expect(sentence).toBe('b is worse: 2.50 more machines ever in Notification (95 % interval 2.31 to 2.69)');
  });

  it('speaks of one thing in the singular, and of what never varied as such', () => {
    expect(
      said(
        notified('a', () => 3),
        notified('b', () => 2),
      ),
    ).toBe('b is better: 1 fewer machine ever in Notification, the same in every one of 30 replications');
  });

  it('says what may be behind no difference, and how small a one could have been shown', () => {
    const sentence = said(
      notified('a', () => 10),
      notified('b', (number) => 10 + ((number % 5) - 2) * 3 + 0.8),
    );
    expect(sentence).toBe(
      'no difference shown: b has between 0.8 fewer and 2.4 more machines ever in Notification (95 % interval); these 30 replications could have shown a difference of 2.4 or more',
    );
  });

  it('says when designs are equal throughout', () => {
    expect(said(notified('a', luck), notified('b', luck))).toBe(
      'no difference shown: machines ever in Notification of b and a are equal in every one of 30 replications',
    );
  });

  it('promises no difference from more replications', () => {
    const sentence = said(
      notified('a', () => 10),
      notified('b', (number) => 10 + (number % 2 === 0 ? 1 : -1)),
    );
    expect(sentence).toContain('these 30 replications could have shown a difference of 0.56 or more');
  });

  it('says when nothing is known', () => {
    expect(
      said(
        notified('a', () => 1, 1),
        notified('b', () => 2, 1),
      ),
    ).toBe(
      'b: not known, as fewer than 5 replications have a value of machines ever in Notification in both designs',
    );
  });

  it('shows times in days, and says in how many replications there is none', () => {
    const sentence = said(
      timed('a', (number) => (number < 2 ? null : 14400)),
      timed('b', (number) => (number < 1 ? null : 11520 + 1440 * (number % 2))),
    );
    expect(sentence).toBe(
      'b is better: 1.50 fewer days until 95 % are licensed (95 % interval 1.30 to 1.70); time until 95 % are licensed ' +
        'has a value in 29 of 30 replications of b and in 28 of 30 of a, and the difference is that of the 28 with both',
    );
  });

  it('rests on the replications without a value where these decide', () => {
    expect(
      said(
        timed('a', (number) => (number < 20 ? null : 5)),
        timed('b', () => 9999),
      ),
    ).toBe(
      'b is better: time until 95 % are licensed has a value in 30 of 30 replications of b and in 10 of 30 of a',
    );
  });

  it('never shows 0 as the end of an interval that leaves 0 out', () => {
    const sentence = said(
      notified('a', () => 0),
      notified('b', (number) => (number % 10 === 0 ? 100 : 0) + 20.1),
    );
    expect(sentence).not.toMatch(/interval 0 to/);
  });

  it('keeps names short and on one line', () => {
    const sentence = said(
      notified('a', () => 3),
      notified(`b\u001b[31m\n${'x'.repeat(500)}`, () => 2),
    );
    expect(sentence).not.toMatch(/\p{Cc}/u);
    expect(sentence.length).toBeLessThan(200);
  });

  it('speaks of figures that are no headlines by their path', () => {
    const requests = (name: string, count: number) =>
      design(name, () => ({ hosts: { 'kms-1': { requests: count } } }));
    expect(said(requests('a', 4), requests('b', 6))).toBe(
      'b differs: 2 more units of hosts.kms-1.requests, the same in every one of 30 replications',
    );
  });
});
