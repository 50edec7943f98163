import { type Minute, NEVER } from '../../engine/time.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import {
  type KeyId,
  type MachineId,
  NameTable,
  type NetworkId,
  NONE,
  type VamtId,
} from '../definitions/ids.ts';
import type { MethodParameters, VamtParameters } from '../definitions/parameters.ts';
import type { Group } from '../estate/machines.ts';
import { ServiceId } from '../estate/networks.ts';
import type { Caller } from '../microsoft/telephone.ts';
import { usesMak } from './mak-activation.ts';

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

/** An installation ID that a VAMT has collected and not yet got a confirmation for. */
interface Request {
  readonly machine: MachineId;
  readonly key: KeyId;
  readonly hardware: number;
}

interface Vamt {
  readonly id: VamtId;
  readonly name: string;
  readonly parameters: VamtParameters;
  readonly network: NetworkId;
  /** Media on the way, or a call that waits: what they carry, and when they can be back. */
  readonly underWay: { readonly requests: readonly Request[]; readonly back: Minute }[];
  calling: boolean;
}

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
  /** By machine: the state of the hardware and the key that its confirmation is for; `NONE` without one. */
  private readonly confirmedHardware: Int32Array;
  private readonly confirmedKey: Int16Array;
  /** By machine: whether its request is under way. */
  private readonly requested: Uint8Array;

  constructor(estate: VamtEstate) {
    const { parameters } = estate;
    this.estate = estate;
    this.table = new NameTable(parameters.vamts.keys());
    this.vamts = Array.from(parameters.vamts, ([name, vamt], id) => ({
      id: id as VamtId,
      name,
      parameters: vamt,
      network: estate.networks.table.idOf(vamt.network),
      underWay: [],
      calling: false,
    }));
    const count = usesMak(parameters) ? estate.machines.count : 0;
    this.confirmedHardware = new Int32Array(count).fill(NONE);
    this.confirmedKey = new Int16Array(count).fill(NONE);
    this.requested = new Uint8Array(count);
  }

  /** Schedules the first round of each. */
  schedule(): void {
    for (const vamt of this.vamts) this.scheduleRound(vamt);
  }

  /** A round: what is back is imported, the machines in reach are served, and the rest is asked for. */
  round(id: VamtId): void {
    const vamt = this.vamts[id];
    this.importMedia(vamt);
    const requests = this.serve(vamt);
    if (requests.length > 0) this.askMicrosoft(vamt, requests);
    this.scheduleRound(vamt);
  }

  takesCall(): boolean {
    return true;
  }

  /** The call of a VAMT is over: every confirmation is there, or none. */
  endCall(id: VamtId): void {
    const vamt = this.vamts[id];
    vamt.calling = false;
    const call = vamt.underWay.pop();
    if (call !== undefined) this.exchange(vamt, call.requests, this.estate.microsoft.answersTelephone());
    this.estate.telephone.hangUp();
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
        if (this.isConfirmed(machine, key, hardware)) this.handBack(vamt, machine);
        else if (this.requested[machine] === 0) requests.push({ machine, key, hardware });
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

  private isConfirmed(machine: MachineId, key: KeyId, hardware: number): boolean {
    return this.confirmedHardware[machine] === hardware && this.confirmedKey[machine] === key;
  }

  private handBack(vamt: Vamt, machine: MachineId): void {
    this.estate.makActivation.license(machine);
    if (!vamt.parameters.keepsConfirmations) this.confirmedHardware[machine] = NONE;
  }

  private askMicrosoft(vamt: Vamt, requests: readonly Request[]): void {
    const { microsoft, telephone, calendar } = this.estate;
    const { via, roundTrip } = vamt.parameters;
    if (via === 'internet') this.exchange(vamt, requests, microsoft.answersInternet(vamt.network));
    else if (via === 'removable-media') this.send(vamt, requests, calendar.now + roundTrip);
    else if (!vamt.calling) {
      this.send(vamt, requests, NEVER);
      vamt.calling = true;
      telephone.ask(this, vamt.id);
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
      this.confirmedHardware[request.machine] = request.hardware;
      this.confirmedKey[request.machine] = key;
      this.handBackIfStillGood(vamt, request);
    }
  }

  private handBackIfStillGood(vamt: Vamt, { machine, key, hardware }: Request): void {
    const group = this.estate.machines.groupOf(machine);
    if (this.estate.hardware.versionOf(machine) !== hardware) return;
    if (!this.servesWithKey(vamt, group.method, key)) return;
    if (this.needsAndIsInReach(vamt, group, machine)) this.handBack(vamt, machine);
  }

  private servesWithKey(vamt: Vamt, method: MethodParameters, key: KeyId): boolean {
    return (
      method.type === 'mak-proxy' &&
      method.vamt === vamt.name &&
      this.estate.keys.table.idOf(method.key) === key
    );
  }
}
