import type { Minute } from '../../engine/time.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type KeyId, type MachineId, NameTable, type VamtId } from '../definitions/ids.ts';
import type { MethodParameters } from '../definitions/parameters.ts';
import type { Group } from '../estate/groups.ts';
import { ServiceId } from '../estate/networks.ts';
import type { Caller } from '../microsoft/telephone.ts';
import { usesMak } from './mak-activation.ts';
import { type Confirmation, firstWaiting, makeVamt, type Request, type Vamt } from './vamt.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly vamts: Vamts;
  }
}

type VamtEstate = Pick<
  Estate,
  | 'parameters'
  | 'machines'
  | 'presence'
  | 'licenses'
  | 'networks'
  | 'keys'
  | 'hardware'
  | 'microsoft'
  | 'telephone'
  | 'makActivation'
  | 'calendar'
>;

/**
 * MAK Proxy activation: a computer with the Volume Activation Management Tool collects the installation IDs of
 * the machines in reach, obtains confirmation IDs in one exchange with Microsoft, and hands them back. One that
 * it keeps activates a rebuilt machine of unchanged hardware again without Microsoft.
 */
export class Vamts implements Caller {
  readonly table: NameTable<VamtId>;
  readonly phase = Phase.Machines;
  readonly callEnd = EventKind.VamtCallEnd;
  private readonly estate: VamtEstate;
  private readonly vamts: readonly Vamt[];
  /** By machine: whether its request is under way. */
  private readonly requested: Uint8Array;

  constructor(estate: VamtEstate) {
    const { parameters } = estate;
    this.estate = estate;
    this.table = new NameTable(parameters.vamts.keys());
    this.vamts = Array.from(parameters.vamts, ([name, vamt], id) =>
      makeVamt(id as VamtId, name, vamt, estate.networks),
    );
    const count = usesMak(parameters) ? estate.machines.count : 0;
    this.requested = new Uint8Array(count);
  }

  /** Schedules the first round of each. */
  schedule(): void {
    for (const vamt of this.vamts) this.scheduleRound(vamt);
  }

  /** A round: what is back is imported, the machines in reach are served, and the rest is asked for. */
  round(id: VamtId): void {
    const vamt = this.vamts[id];
    if (vamt.outages === 0) {
      this.importMedia(vamt);
      const requests = this.serve(vamt);
      if (requests.length > 0) this.askMicrosoft(vamt, requests);
    }
    this.scheduleRound(vamt);
  }

  /** A call for the request that waits longest; it is asked for again in a later round if the VAMT is down. */
  takesCall(subject: number): boolean {
    const vamt = this.vamts[subject];
    const request = firstWaiting(vamt);
    if (request === undefined) return false;
    vamt.waiting.delete(request.machine);
    if (vamt.outages > 0) {
      this.requested[request.machine] = 0;
      return false;
    }
    vamt.calledFor.push(request);
    return true;
  }

  /** A call is over: the confirmation is there, or not. All calls are as long, so the first that began ends. */
  endCall(id: VamtId): void {
    const vamt = this.vamts[id];
    const request = vamt.calledFor.shift();
    const answers = vamt.outages === 0 && this.estate.microsoft.answersTelephone();
    if (request !== undefined) this.exchange(vamt, [request], answers);
    this.estate.telephone.hangUp();
  }

  /** Withdraws the request of a machine that waits for a telephone call: it is gone from the queue. */
  withdraw(machine: MachineId): void {
    for (const { waiting } of this.vamts) if (waiting.delete(machine)) this.requested[machine] = 0;
  }

  /** Begins an outage of a VAMT. */
  beginOutage(id: VamtId): void {
    this.vamts[id].outages += 1;
  }

  /** Ends an outage of a VAMT; returns how many are left. */
  endOutage(id: VamtId): number {
    this.vamts[id].outages -= 1;
    return this.vamts[id].outages;
  }

  private scheduleRound(vamt: Vamt): void {
    const { calendar } = this.estate;
    const next = calendar.now + vamt.parameters.every;
    calendar.schedule(next, Phase.Machines, EventKind.VamtRound, vamt.id);
  }

  /** Hands confirmations to the machines in reach that need them; returns requests of those without one. */
  private serve(vamt: Vamt): Request[] {
    const requests: Request[] = [];
    for (const group of this.estate.machines.groups) {
      const { method } = group;
      if (method.type !== 'mak-proxy' || method.vamt !== vamt.name) continue;
      const key = this.estate.keys.table.idOf(method.key);
      for (let index = 0; index < group.count; index += 1) {
        const machine = (group.first + index) as MachineId;
        if (!this.needsAndIsInReach(vamt, group, machine)) continue;
        const hardware = this.estate.hardware.versionOf(machine);
        const confirmation = vamt.confirmations.get(machine);
        if (confirmation !== undefined && this.apply(vamt, machine, confirmation, key)) continue;
        if (this.requested[machine] === 0) requests.push({ machine, key, hardware });
      }
    }
    return requests;
  }

  private needsAndIsInReach(vamt: Vamt, group: Group, machine: MachineId): boolean {
    const { machines, licenses, presence, networks, calendar } = this.estate;
    return (
      machines.inService(machine) &&
      !licenses.isUnlimited(machine) &&
      networks.reaches(vamt.network, group.network, ServiceId.wmi) &&
      presence.isPresent(machine, calendar.now)
    );
  }

  /**
   * Hands a confirmation back to a machine in reach.
   *
   * @returns false when it is not good for the key or the hardware that the machine has now
   */
  private apply(vamt: Vamt, machine: MachineId, confirmation: Confirmation, key: KeyId): boolean {
    const { hardware, makActivation } = this.estate;
    const matches = confirmation.hardware === hardware.versionOf(machine);
    if (confirmation.key !== key || !matches) {
      if (!confirmation.applied && !matches) makActivation.refuseConfirmation(machine);
      vamt.confirmations.delete(machine);
      return false;
    }
    confirmation.applied = true;
    makActivation.license(machine);
    if (!vamt.parameters.keepsConfirmations) vamt.confirmations.delete(machine);
    return true;
  }

  private askMicrosoft(vamt: Vamt, requests: readonly Request[]): void {
    const { microsoft, telephone, calendar } = this.estate;
    const { via, roundTrip } = vamt.parameters;
    if (via === 'internet') this.exchange(vamt, requests, microsoft.answersInternet(vamt.network));
    else if (via === 'removable-media') this.send(vamt, requests, calendar.now + roundTrip);
    else {
      for (const request of requests) {
        this.requested[request.machine] = 1;
        vamt.waiting.set(request.machine, request);
      }
      // One call a computer.
      for (let call = 0; call < requests.length; call += 1) telephone.ask(this, vamt.id);
    }
  }

  private send(vamt: Vamt, requests: readonly Request[], back: Minute): void {
    for (const { machine } of requests) this.requested[machine] = 1;
    vamt.underWay.push({ requests, back });
  }

  /** Imports the media that are back; the exchange on their way is booked when they come. */
  private importMedia(vamt: Vamt): void {
    const { microsoft, calendar } = this.estate;
    if (!microsoft.answersElsewhere()) return;
    while (vamt.underWay.length > 0 && vamt.underWay[0].back <= calendar.now) {
      const medium = vamt.underWay.shift();
      if (medium !== undefined) this.exchange(vamt, medium.requests, true);
    }
  }

  /** Asks Microsoft for the confirmations of some machines, key by key, and hands back what can be. */
  private exchange(vamt: Vamt, requests: readonly Request[], answers: boolean): void {
    const byKey = new Map<KeyId, Request[]>();
    for (const request of requests) {
      this.requested[request.machine] = 0;
      const sameKey = byKey.get(request.key);
      if (sameKey === undefined) byKey.set(request.key, [request]);
      else sameKey.push(request);
    }
    if (!answers) return;
    for (const [key, ofKey] of byKey) this.exchangeForKey(vamt, key, ofKey);
  }

  private exchangeForKey(vamt: Vamt, key: KeyId, requests: readonly Request[]): void {
    const { microsoft, makActivation } = this.estate;
    const confirmed = requests.filter(({ machine }) => makActivation.takeFor(machine, key));
    microsoft.record({
      sender: vamt.name,
      reason: 'mak-proxy-activation',
      key,
      via: vamt.parameters.via,
      computers: requests.length,
      accepted: confirmed.length,
    });
    for (const request of confirmed) {
      const confirmation = { key, hardware: request.hardware, applied: false };
      vamt.confirmations.set(request.machine, confirmation);
      this.applyIfInReach(vamt, request.machine, confirmation);
    }
  }

  private applyIfInReach(vamt: Vamt, machine: MachineId, confirmation: Confirmation): void {
    const group = this.estate.machines.groupOf(machine);
    if (!this.servesWithKey(vamt, group.method, confirmation.key)) return;
    if (this.needsAndIsInReach(vamt, group, machine))
      this.apply(vamt, machine, confirmation, confirmation.key);
  }

  private servesWithKey(vamt: Vamt, method: MethodParameters, key: KeyId): boolean {
    return (
      method.type === 'mak-proxy' &&
      method.vamt === vamt.name &&
      this.estate.keys.table.idOf(method.key) === key
    );
  }
}
