import type { DiagnosticCollector } from '../document/diagnostic-collector.ts';
import { type ParsedScenario, placeIn } from '../parsing/parsed-scenario.ts';

/** Reports links that lead nowhere. */
export function checkPlaces({ sections }: ParsedScenario, problems: DiagnosticCollector): void {
  for (const link of sections.links.values()) {
    if (link.value.from === link.value.to) {
      problems.report(
        placeIn(link, 'to'),
        'a link leads from one network to another; computers of one network reach each other without',
      );
    }
  }
}
