import { quoted } from '../../text/plain-text.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import { type ParsedScenario, rangeIn } from '../parsing/parsed-scenario.ts';

/** Reports activation objects that could never be: made with a MAK. */
export function checkDomains({ sections }: ParsedScenario, diagnostics: ScenarioDiagnostics): void {
  for (const domain of sections.domains.values())
    for (const [name, { key: keyName }] of Object.entries(domain.value.objects)) {
      const key = sections.keys.get(keyName);
      if (key === undefined || key.value.type === 'kms') continue;
      const message = `an activation object needs a KMS key, and ${quoted(keyName)} is a MAK`;
      diagnostics.error('wrong-key-type', rangeIn(domain, 'objects', name, 'key'), message);
    }
}
