import { loadWithFigures } from '../../../experiments/loading/load-scenario.ts';
import type { JsonObject } from '../../../scenario/document/json.ts';
import { loadScenario, type Override, SourceError } from '../../../scenario/load.ts';
import { resolvedYaml } from '../../../scenario/reference/resolved-yaml.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { Diagnostic } from '../../../text/diagnostics.ts';

/** Says what is wrong with a scenario. */
export class ScenarioRefused extends Error {
  override readonly name = 'ScenarioRefused';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join('; '));
    this.diagnostics = diagnostics;
  }
}

/** The name under which messages know the scenario of a page. */
const FILE = 'scenario.yaml';

/**
 * Loads a scenario that holds all it needs; lines are those of its YAML, which the page shows. With overrides it is
 * checked as the command checks it. Without them it was accepted before: of a design that takes a host away, with the
 * expectations about that host, so figures are checked only where those of the unchanged scenario are all known.
 *
 * @throws ScenarioRefused when something is wrong with it
 */
export function loadDocument(document: JsonObject, overrides: readonly Override[] = []): Scenario {
  const yaml = resolvedYaml({ resolved: document });
  const sources = {
    read: () => yaml,
    resolve: () => {
      throw new SourceError('a page holds its scenario only');
    },
  };
  const strict = overrides.length > 0 && loadWithFigures(FILE, sources).ok;
  const loaded = (strict ? loadWithFigures : loadScenario)(FILE, sources, { overrides });
  if (!loaded.ok) throw new ScenarioRefused(loaded.diagnostics);
  return loaded.scenario;
}
