import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import { type ParsedScenario, rangeIn } from '../parsing/parsed-scenario.ts';

/** Reports links from a network to itself. */
export function checkLinks({ sections }: ParsedScenario, diagnostics: ScenarioDiagnostics): void {
  for (const link of sections.links.values()) {
    if (link.value.from === link.value.to) {
      diagnostics.error(
        'link-to-itself',
        rangeIn(link, 'to'),
        'a link must connect two different networks',
        'computers of one network reach each other without a link',
      );
    }
  }
}
