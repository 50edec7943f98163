import type { Minute } from '../../engine/time.ts';
import { isEndState } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { HostId, MachineId } from '../../model/definitions/ids.ts';
import type { MachineEvent, MessageReason, MicrosoftMessage } from '../../model/definitions/observer.ts';
import { MESSAGE_REASONS } from './estate-figures.ts';
import { FirstWaits } from './first-waits.ts';
import { HostCounts } from './host-counts.ts';
import { UnmanagedTime } from './unmanaged-time.ts';

/** Notes of a run under way what its figures need and its end does not show: little, and no contacts. */
export class FigureWatch {
  readonly counts: HostCounts;
  readonly unmanaged: UnmanagedTime;
  readonly waits: FirstWaits;
  /** Messages to Microsoft by their reason. */
  readonly messages: Record<MessageReason, number>;
  private readonly estate: Estate;
  /** Hosts in an end state, since when: one that leaves it in the same minute was never in it. */
  private readonly hostEndedAt = new Map<HostId, Minute>();

  constructor(estate: Estate) {
    this.estate = estate;
    this.counts = new HostCounts(estate);
    this.unmanaged = new UnmanagedTime(estate);
    this.waits = new FirstWaits(estate);
    this.messages = Object.fromEntries(MESSAGE_REASONS.map((reason) => [reason, 0])) as Record<
      MessageReason,
      number
    >;
  }

  machineChanged(event: MachineEvent, machine: MachineId): void {
    if (event === 'converted') this.unmanaged.converted(machine);
    this.waits.machineChanged(event, machine);
  }

  hostChanged(host: HostId): void {
    const { hosts, calendar } = this.estate;
    const since = this.hostEndedAt.get(host);
    if (isEndState(hosts.all[host].condition)) {
      if (since === undefined) this.hostEndedAt.set(host, calendar.now);
    } else if (since !== undefined) {
      this.hostEndedAt.delete(host);
      if (since < calendar.now) this.counts.noted[host].everEnded = true;
    }
  }

  messageSent({ reason }: MicrosoftMessage): void {
    this.messages[reason] += 1;
  }

  dayEnded(): void {
    for (const host of this.hostEndedAt.keys()) this.counts.noted[host].everEnded = true;
    this.counts.endDay();
  }
}
