import { MINUTES_PER_DAY } from '../../engine/time.ts';
import { CONDITION_NAMES, Condition } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import { ignoring } from '../../model/definitions/ignoring.ts';
import type { Observer, OfficeHappening } from '../../model/definitions/observer.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { observedSimulation } from '../../model/observed-simulation.ts';
import type { Fate } from './fate.ts';
import { isOfficeIn, type OfficeTrouble, type OfficeTroubleKind, officeRows } from './office-troubles.ts';

/** Events between two moments in which a user may interrupt. */
const BUDGET = 20_000;

/**
 * Simulates a variation until it is known whether a trouble of Office happens in it.
 *
 * @param now whether the end of the run is the moment that is asked about
 */
export async function officeFateIn(
  parameters: EstateParameters,
  trouble: OfficeTrouble,
  now: boolean,
  checkpoint: () => Promise<void>,
): Promise<Fate> {
  const { simulation, observer: watch } = observedSimulation(
    parameters,
    ({ estate }) => new OfficeFateWatch(estate, trouble, now),
  );
  while (!simulation.run(BUDGET) && watch.known === null) await checkpoint();
  return watch.known ?? watch.atTheEnd();
}

/** Observes a run until the fate of Office is known. */
class OfficeFateWatch
  extends ignoring(
    'machineChanged',
    'contactBegins',
    'contact',
    'hostChanged',
    'countPassed',
    'hostPublished',
    'estateChanged',
    'messageSent',
    'dayEnded',
  )
  implements Observer
{
  readonly wantsContacts = false;
  known: Fate | null = null;
  private readonly estate: Estate;
  private readonly kind: OfficeTroubleKind;
  private readonly now: boolean;
  private readonly rows: ReadonlySet<MachineId>;

  constructor(estate: Estate, { kind, set }: OfficeTrouble, now: boolean) {
    super();
    this.estate = estate;
    this.kind = kind;
    this.now = now;
    this.rows = new Set(officeRows(estate, set));
  }

  officeChanged({ event, machine, condition }: OfficeHappening): void {
    const isEver = !this.now && this.kind !== 'not-licensed';
    if (!isEver || this.known !== null || event !== 'office-condition' || !this.rows.has(machine)) return;
    if (!isOfficeIn(this.kind, condition)) return;
    const who = this.rows.size === 1 ? '' : `${this.estate.machines.nameOf(machine)}: `;
    const day = Math.floor(this.estate.calendar.now / MINUTES_PER_DAY);
    this.known = { happens: true, outcome: `${who}Office in ${CONDITION_NAMES[condition]} on day ${day}` };
  }

  /** The fate when the run is over and nothing was known before. */
  atTheEnd(): Fate {
    const { officeLicenses } = this.estate;
    const rows = [...this.rows].filter((row) => officeLicenses.isInstalled(row));
    if (rows.length === 0) return { happens: false, outcome: 'no Office is installed' };
    const of = (count: number) => (rows.length === 1 ? '' : `${count} of ${rows.length} `);
    const bad = rows.filter((row) => isOfficeIn(this.kind, officeLicenses.conditionOf(row)));
    if (bad.length > 0) {
      const state = CONDITION_NAMES[officeLicenses.conditionOf(bad[0])];
      return { happens: true, outcome: `Office ${of(bad.length)}in ${state} all the same` };
    }
    const licensed = rows.filter((row) => officeLicenses.conditionOf(row) === Condition.Licensed);
    const first = rows.length === 1 && !this.now ? firstLicensed(this.estate, rows[0]) : '';
    const state = licensed.length === 0 ? 'not Licensed yet' : 'Licensed';
    return {
      happens: false,
      outcome: `Office ${of(licensed.length)}${state}${first}, ${NEVER_IN[this.kind]}`,
    };
  }
}

function firstLicensed({ officeLicenses }: Estate, row: MachineId): string {
  if (officeLicenses.activations(row) === 0) return '';
  return `, first on day ${Math.floor(officeLicenses.firstLicensed(row) / MINUTES_PER_DAY)}`;
}

/** What is said of Office to which a trouble does not happen. */
const NEVER_IN: Readonly<Record<OfficeTroubleKind, string>> = {
  notification: 'never in Notification',
  lapsed: 'never lapsed',
  'not-licensed': 'as wanted',
};
