import type { EstateParameters } from '../../model/definitions/parameters.ts';
import type { FlatDiagnostic } from '../../text/diagnostics.ts';
import { groupThousands } from '../../text/numbers.ts';
import { plural } from '../../text/plural.ts';
import { coreNetwork } from '../design/core-network.ts';
import type { Design } from '../design/design.ts';
import { type KeyRow, keysTable } from './keys-table.ts';
import {
  type Disclosure,
  disclosureOf,
  type HostHeadroom,
  headroomOf,
  laterEvents,
  type WatchedEvent,
} from './monitoring.ts';
import { type ReachRow, reachTable } from './reach-table.ts';
import { type Table1Row, table1 } from './table-1.ts';
import { type Table2, table2 } from './table-2.ts';

/** The worksheets of the guide's five steps, filled in for a design without simulating it. */
export interface Plan {
  readonly title: string;
  /** The core network, or `null` when there is none. */
  readonly core: string | null;
  readonly reach: readonly ReachRow[];
  readonly table1: readonly Table1Row[];
  readonly table2: Table2;
  readonly keys: readonly KeyRow[];
  readonly headroom: readonly HostHeadroom[];
  /** Events to watch besides those of the guide; left out where there are none. */
  readonly laterEvents?: readonly WatchedEvent[];
  readonly disclosure: Disclosure;
  /** What the design is warned of. */
  readonly warnings: readonly FlatDiagnostic[];
  /** One line: how many computers have a method, with how many hosts and keys, and how many warnings there are. */
  readonly summary: string;
}

/**
 * Makes the plan of a design.
 *
 * @param warnings what the design is warned of
 */
export function makePlan(title: string, design: Design, warnings: readonly FlatDiagnostic[]): Plan {
  const mapped = table2(design);
  const events = laterEvents(design);
  return {
    title,
    core: coreNetwork(design),
    reach: reachTable(design),
    table1: table1(design),
    table2: mapped,
    keys: keysTable(design),
    headroom: headroomOf(design),
    ...(events.length > 0 && { laterEvents: events }),
    disclosure: disclosureOf(design),
    warnings,
    summary: summaryOf(design.estate, mapped, warnings.length),
  };
}

function summaryOf({ hosts, keys }: EstateParameters, { rows }: Table2, warnings: number): string {
  const { total, remaining } = rows;
  const placed = groupThousands(total - remaining);
  return [
    `${placed} of ${plural(total, 'computer')} ${total - remaining === 1 ? 'has' : 'have'} an activation method`,
    plural(hosts.size, 'KMS host'),
    plural(keys.size, 'key'),
    plural(warnings, 'warning'),
  ].join(', ');
}
