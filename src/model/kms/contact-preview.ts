import { Code } from '../definitions/codes.ts';
import type { Estate } from '../definitions/estate.ts';
import { type HostId, type MachineId, NONE } from '../definitions/ids.ts';
import type { Group } from '../estate/groups.ts';
import { codeOfFailure } from './discovery.ts';
import type { Host } from './host.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly preview: ContactPreview;
  }
}

/** The parts that a preview asks. */
export type ContactPreviewEstate = Pick<
  Estate,
  'machines' | 'hosts' | 'clients' | 'clientIds' | 'discovery' | 'directoryClients'
>;

/** What a contact would come to. */
export interface PreviewedContact {
  /** The host that would be asked; `NONE` when none answers, or Active Directory does. */
  readonly host: HostId | -1;
  /** The count that it would answer with; `NONE` when it would refuse or none answers. */
  readonly count: number;
  /** The code that Windows would log: `Success` for an activation or renewal. */
  readonly code: number;
}

/** Says what a volume client's contact would come to now, present or not, and changes nothing. */
export class ContactPreview {
  private readonly estate: ContactPreviewEstate;

  constructor(estate: ContactPreviewEstate) {
    this.estate = estate;
  }

  /** Of several hosts that DNS names, one that would activate the client counts before others. */
  contact(machine: MachineId): PreviewedContact {
    const { machines, hosts, clients, discovery, directoryClients } = this.estate;
    const group = machines.groupOf(machine);
    if (directoryClients.wouldActivate(group)) return { host: NONE, count: NONE, code: Code.Success };
    const known = clients.knownHost(machine, group);
    if (known !== NONE && hosts.reachableFrom(known, group.network))
      return this.answer(hosts.all[known], machine, group);
    if (group.host !== NONE) return { host: NONE, count: NONE, code: Code.RpcServerUnavailable };
    const found = discovery.candidates(group);
    if (typeof found === 'number') return { host: NONE, count: NONE, code: codeOfFailure(found) };
    const answers = found.map((host) => this.answer(hosts.all[host], machine, group));
    return answers.find(({ code }) => code === Code.Success) ?? answers[0];
  }

  private answer(host: Host, machine: MachineId, group: Group): PreviewedContact {
    const { hosts, clientIds } = this.estate;
    if (!host.serving) return { host: host.id, count: NONE, code: Code.HostNotActivated };
    if (!hosts.serves(host, group)) return { host: host.id, count: NONE, code: Code.HostCannotServe };
    const count = hosts.countWith(host, group, clientIds.of(machine));
    return { host: host.id, count, code: count >= group.threshold ? Code.Success : Code.CountTooLow };
  }
}
