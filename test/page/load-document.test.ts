import { describe, expect, it } from 'vitest';
import { loadWithFigures } from '../../src/experiments/loading/load-scenario.ts';
import { checkFile } from '../../src/page/browser/worker/check-file.ts';
import { loadDocument, ScenarioRefused } from '../../src/page/browser/worker/load-document.ts';
import { settings, shipped, textOf } from '../scenarios/shipped.ts';

const NAME = '03-branch-offices';
const { resolved } = shipped(NAME);

/** What is wrong with a changed scenario, as the page says it. */
function refusal(set: string, document = resolved): readonly string[] {
  try {
    loadDocument(document, settings(set).overrides);
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioRefused)) throw error;
    return error.diagnostics.map(({ message }) => message);
  }
}

describe('a scenario in a page', () => {
  it('has the errors that the command finds in its file, also about figures', () => {
    const wrong = textOf(NAME).replace(
      'figure: machines.everNotification,',
      'figure: machines.everNotificaton,',
    );
    const { diagnostics } = checkFile({ 'a.yaml': wrong }, 'a.yaml');
    const loaded = loadWithFigures('a.yaml', { read: () => wrong, resolve: (_, other) => other });
    expect(diagnostics.map(({ name }) => name)).toEqual(['unknown-figure']);
    expect(diagnostics).toEqual(loaded.ok ? [] : loaded.diagnostics);
  });

  it('has the errors that the command finds in changes to it', () => {
    const change = 'hosts.kms-2=null';
    expect(refusal(change)).toContain('no run of this estate has a figure `hosts.kms-2.maxCount`');
  });

  it('may expect something of a host that its design takes away', () => {
    const design = {
      ...resolved,
      expect: [...(resolved.expect as []), { figure: 'hosts.gone.maxCount', is: 3 }],
    };
    expect(loadDocument(design as never).title).toBe('Three branch offices');
    expect(refusal('seed=43', design as never)).toEqual([]);
  });
});
