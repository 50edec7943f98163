import { type Declared, placeIn } from '../declared.ts';
import type { Problems } from '../problems.ts';

/** Reports links that lead nowhere. */
export function checkPlaces({ sections }: Declared, problems: Problems): void {
  for (const link of sections.links.values()) {
    if (link.value.from === link.value.to) {
      problems.report(
        placeIn(link, 'to'),
        'a link leads from one network to another; computers of one network reach each other without',
      );
    }
  }
}
