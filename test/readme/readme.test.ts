import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadScenario } from '../../src/scenario/load.ts';
import { formatDiagnostic } from '../../src/text/diagnostics.ts';
import { withGeneratedParts } from './generated-parts.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n');

test('the generated parts of the README are current; `npm run docs` renews them', () => {
  expect(withGeneratedParts(readme)).toBe(readme);
});

test('every file that the README links to exists', () => {
  const links = [...readme.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(([, path]) => path);
  expect(links.length).toBeGreaterThan(5);
  for (const path of links) expect(existsSync(new URL(`../../${path}`, import.meta.url)), path).toBe(true);
});

test('the README names every command', () => {
  for (const command of ['run', 'validate', 'compare', 'sweep', 'merge', 'import', 'schema'])
    expect(readme).toContain(`\`vasim ${command}`);
});

test('the errors that the README shows are those of its scenario with two mistakes', () => {
  const [, scenario] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
  const broken = scenario
    .replace('count: 30', 'cuont: 30')
    .replace('network: core, install', 'network: cor, install');
  const result = loadScenario('site.yaml', { read: () => broken, resolve: (_, reference) => reference });
  const errors = result.ok ? [] : result.diagnostics.map(formatDiagnostic);
  expect(readme).toContain(`\`\`\`text\n${errors.join('\n')}\n\`\`\``);
});
