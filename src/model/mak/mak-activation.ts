import { NEVER } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { Condition } from '../definitions/conditions.ts';
import type { Estate } from '../definitions/estate.ts';
import { type KeyId, type MachineId, NONE } from '../definitions/ids.ts';
import type { Channel, EstateParameters } from '../definitions/parameters.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly makActivation: MakActivation;
  }
}

type MakActivationEstate = Pick<
  Estate,
  'parameters' | 'machines' | 'history' | 'licenses' | 'attempts' | 'keys' | 'microsoft' | 'observer'
>;

/**
 * What an activation with a MAK does, whoever asks for it: one activation of the pool is taken each time, also
 * for a machine that was activated before; the license has no end.
 */
export class MakActivation {
  private readonly estate: MakActivationEstate;
  /** Whether the machine was activated with Microsoft before, and whether it found its pool empty. */
  private readonly before: Uint8Array;
  private readonly foundEmpty: Uint8Array;

  constructor(estate: MakActivationEstate) {
    const { parameters } = estate;
    this.estate = estate;
    const count = usesMak(parameters) ? estate.machines.count : 0;
    this.before = new Uint8Array(count);
    this.foundEmpty = new Uint8Array(count);
  }

  /** Whether Microsoft ever activated the machine itself, not a KMS host. */
  wasActivated(machine: MachineId): boolean {
    return this.before[machine] === 1;
  }

  /**
   * A machine sends its request to Microsoft by itself and is activated, or refused.
   *
   * @param matches whether the confirmation is for the hardware that the machine has now
   */
  exchange(machine: MachineId, key: KeyId, via: Channel, matches = true): void {
    const { machines, microsoft } = this.estate;
    const reason = this.wasActivated(machine) ? 'mak-reactivation' : 'mak-activation';
    const accepted = this.takeFor(machine, key);
    microsoft.record({
      sender: machines.nameOf(machine),
      reason,
      key,
      via,
      computers: 1,
      accepted: accepted ? 1 : 0,
    });
    if (!accepted) return;
    if (matches) this.license(machine);
    else this.refuseConfirmation(machine);
  }

  /** A machine refuses a confirmation that is for other hardware than it has now. */
  refuseConfirmation(machine: MachineId): void {
    const { attempts, observer } = this.estate;
    attempts.noteRefused(machine);
    if (observer.wantsContacts) observer.contact('refused', machine, NONE, NONE, Code.ConfirmationMismatch);
  }

  /**
   * Takes an activation of the key's pool for a machine.
   *
   * @returns false when the pool is empty; the machine goes on through its grace
   */
  takeFor(machine: MachineId, key: KeyId): boolean {
    const { keys, attempts, history, observer } = this.estate;
    if (keys.takeFromPool(key)) {
      this.before[machine] = 1;
      this.foundEmpty[machine] = 0;
      return true;
    }
    if (!this.estate.machines.inService(machine)) return false;
    attempts.noteRefused(machine);
    if (this.foundEmpty[machine] === 0) {
      this.foundEmpty[machine] = 1;
      const condition = history.conditionOf(machine);
      const name = keys.table.names[key];
      observer.machineChanged('key-exhausted', machine, condition, NONE, NONE, Code.MakExhausted, name);
    } else if (observer.wantsContacts) {
      observer.contact('refused', machine, NONE, NONE, Code.MakExhausted);
    }
    return false;
  }

  /** Licenses a machine that has its confirmation, without limit. That is news if it was not Licensed before. */
  license(machine: MachineId): void {
    const { history, licenses, attempts, observer } = this.estate;
    const previous = history.conditionOf(machine);
    licenses.grantUntil(machine, NEVER);
    if (previous === Condition.Licensed || history.conditionOf(machine) !== Condition.Licensed) return;
    attempts.noteActivated();
    observer.machineChanged('activated', machine, previous, NONE, NONE, Code.Success, '');
  }
}

/** Whether any machine is activated with a MAK, now or after a conversion. */
export function usesMak({ groups, timeline }: EstateParameters): boolean {
  const isMak = (type: string) => type === 'mak' || type === 'mak-proxy';
  return (
    [...groups.values()].some((group) => isMak(group.method.type)) ||
    timeline.some((entry) => entry.type === 'convert' && isMak(entry.method.type))
  );
}
