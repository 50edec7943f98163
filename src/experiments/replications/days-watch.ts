import { Condition } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { HostId, MachineId } from '../../model/definitions/ids.ts';
import { ignoring } from '../../model/definitions/ignoring.ts';
import type {
  HostEvent,
  MachineEvent,
  MicrosoftMessage,
  Observer,
} from '../../model/definitions/observer.ts';
import { FigureWatch } from '../../recording/figures/figure-watch.ts';

/** Machines of the whole estate at the end of each day: what charts over many replications are drawn from. */
export interface Bands {
  readonly licensed: readonly number[];
  /** In an end state: Notification or Unlicensed. */
  readonly ended: readonly number[];
}

/** What is noted of a simulation while it runs, no closer than figures and {@link Bands} need: once a day. */
export class DaysWatch
  extends ignoring('contactBegins', 'contact', 'countPassed', 'hostPublished', 'estateChanged')
  implements Observer
{
  readonly wantsContacts = false;
  /** What the figures need to know of the run. */
  readonly figures: FigureWatch;
  private readonly estate: Estate;
  private readonly licensed: number[] = [];
  private readonly ended: number[] = [];

  /** @param estate of a simulation that has not run yet and is made with this as its observer */
  constructor(estate: Estate) {
    super();
    this.estate = estate;
    this.figures = new FigureWatch(estate);
  }

  machineChanged(event: MachineEvent, machine: MachineId): void {
    this.figures.machineChanged(event, machine);
  }

  hostChanged(_event: HostEvent, host: HostId): void {
    this.figures.hostChanged(host);
  }

  messageSent(message: MicrosoftMessage): void {
    this.figures.messageSent(message);
  }

  dayEnded(): void {
    let licensed = 0;
    let ended = 0;
    const { machines, history } = this.estate;
    for (const group of machines.groups) {
      licensed += history.members(group, Condition.Licensed);
      ended += history.members(group, Condition.Notification) + history.members(group, Condition.Unlicensed);
    }
    this.licensed.push(licensed);
    this.ended.push(ended);
    this.figures.dayEnded();
  }

  get bands(): Bands {
    return { licensed: this.licensed, ended: this.ended };
  }
}
