import { describe, expect, it } from 'vitest';
import { compareDesigns } from '../../../src/experiments/comparison/compare.ts';
import { comparisonMarkdown } from '../../../src/experiments/comparison/markdown.ts';
import { luck, notified } from './designs.ts';

const context = {
  title: 'Central or branch hosts',
  command: 'vasim compare central.yaml branch.yaml --replications 30',
  version: '0.1.0',
  seed: '42',
  assumptions: ['Telephone calls take 30 min'],
};
const markdown = (first: string, second: string, changes = {}) =>
  comparisonMarkdown(
    compareDesigns([notified(first, luck), notified(second, (number) => luck(number) + 2 + (number % 2))]),
    { ...context, ...changes },
  );

describe('the Markdown for a change request', () => {
  it('says what was compared, what differs, how it was found, what is assumed and how to repeat it', () => {
    const text = markdown('central', 'branch');
    expect(text.match(/^#+ .*$/gm)).toEqual([
      '# Central or branch hosts',
      '## What to choose',
      '## Compared',
      '## What differs',
      '## Figures',
      '## Risk',
      '## How this was found',
      '## Assumptions',
      '## To repeat it',
    ]);
    expect(text).toContain(
      '- branch is worse: 2.50 more machines ever in Notification (95 % interval 2.31 to 2.69).',
    );
    expect(text).toContain('```sh\nvasim compare central.yaml branch.yaml --replications 30\n```');
    expect(text).toContain('vasim 0.1.0, seed 42');
    expect(text).toContain('not simultaneous');
    expect(text.endsWith('\n')).toBe(true);
  });

  it('has as many cells in each row of its table', () => {
    const rows = markdown('a', 'b|c')
      .split('## Risk')[0]
      .split('\n')
      .filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.replaceAll('\\|', '').split('|').length);
    expect(rows.length).toBeGreaterThan(2);
    expect(new Set(cells).size).toBe(1);
  });

  it('shows names as text, whatever they hold', () => {
    const text = markdown('<img src=x onerror=alert(1)>', '[b](https://example.org) *x* `y`', {
      title: '# <script>',
      assumptions: ['| a | b |\n# no heading'],
    });
    expect(text).not.toMatch(/<img|<script|https:\/\/|[^\\]\[b[^\\]/);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).toContain('\\*x\\* \\`y\\`');
    expect(text.match(/^# /gm)).toHaveLength(1);
  });

  it('keeps the command within its block', () => {
    const text = markdown('a', 'b', { command: "vasim compare '```\n# x'" });
    expect(text).toContain("````sh\nvasim compare '``` # x'\n````");
  });

  it('has no chapter on assumptions without any', () => {
    expect(markdown('a', 'b', { assumptions: [] })).not.toContain('Assumptions');
  });
});
