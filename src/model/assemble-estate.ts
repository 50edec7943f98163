import type { Calendar } from '../engine/calendar.ts';
import { KeyedRandom } from '../engine/random.ts';
import { ActivationMethods } from './administration/activation-methods.ts';
import { Conversion } from './administration/conversion.ts';
import { GenuineValidation } from './administration/genuine.ts';
import { Hardware, HardwareChanges } from './administration/hardware.ts';
import { Lifecycle } from './administration/lifecycle.ts';
import { NameTable } from './definitions/ids.ts';
import type { Observer } from './definitions/observer.ts';
import type { EstateParameters } from './definitions/parameters.ts';
import { Machines } from './estate/machines.ts';
import { Networks } from './estate/networks.ts';
import { Presence } from './estate/presence.ts';
import { Zones } from './estate/zones.ts';
import { Discovery } from './kms/discovery.ts';
import { HostActivation } from './kms/host-activation.ts';
import { KmsHosts } from './kms/hosts.ts';
import { KmsClients } from './kms/kms-clients.ts';
import { Publishing } from './kms/publishing.ts';
import { Attempts } from './licensing/attempts.ts';
import { ClientIds } from './licensing/client-ids.ts';
import { ConditionHistory } from './licensing/condition-history.ts';
import { Licenses } from './licensing/licenses.ts';
import { Rearms } from './licensing/rearms.ts';
import { MakActivation } from './mak/mak-activation.ts';
import { MakClients } from './mak/mak-clients.ts';
import { Vamts } from './mak/vamts.ts';
import { Keys } from './microsoft/keys.ts';
import { Microsoft } from './microsoft/microsoft.ts';
import { Telephone } from './microsoft/telephone.ts';

/** What all parts of an estate are given. */
interface Surroundings {
  readonly parameters: EstateParameters;
  readonly calendar: Calendar;
  readonly observer: Observer;
}

/** Everything that stands in the estate, each part on those below it. */
export type Parts = ReturnType<typeof assemble>;

/**
 * Puts the parts of an estate together, from the network up. Nothing is scheduled yet.
 *
 * @throws Error when parameters refer to a name that they do not define
 */
export function assemble(surroundings: Surroundings) {
  const infrastructure = assembleInfrastructure(surroundings);
  const computers = assembleComputers(surroundings, infrastructure);
  return { ...infrastructure, ...computers };
}

function assembleInfrastructure({ parameters, calendar, observer }: Surroundings) {
  const { rules } = parameters;
  const networks = new Networks(parameters.networks, parameters.links);
  const microsoft = new Microsoft(networks, observer);
  const zones = new Zones(parameters.zones, networks);
  const keys = new Keys(parameters.keys);
  const telephone = new Telephone(calendar, rules);
  const hostNames = new NameTable<never>(parameters.hosts.keys());
  const machines = new Machines(parameters.groups, networks.table, hostNames, rules);
  const hosts = new KmsHosts(parameters.hosts, networks, keys, calendar, observer, rules);
  const publishing = new Publishing(parameters, hosts, zones, calendar, observer);
  const shared = { hosts, keys, microsoft, telephone, calendar, observer, rules };
  const hostActivation = new HostActivation(shared);
  return { networks, microsoft, zones, keys, telephone, machines, hosts, publishing, hostActivation };
}

function assembleComputers(
  { parameters, calendar, observer }: Surroundings,
  infrastructure: ReturnType<typeof assembleInfrastructure>,
) {
  const { rules } = parameters;
  const { machines, hosts, zones } = infrastructure;
  const random = new KeyedRandom(parameters.seed, parameters.replication);
  const presence = new Presence(machines, random, parameters.firstWeekday, parameters.duration);
  const clientIds = new ClientIds(machines);
  const history = new ConditionHistory(machines, calendar, rules);
  const rearms = new Rearms(machines);
  const attempts = new Attempts(machines.count);
  const licenses = new Licenses({ machines, history, rearms, clientIds, calendar, observer });
  const own = { presence, clientIds, history, licenses, attempts, random };
  const shared = { ...infrastructure, ...own, calendar, observer, rules };

  const discovery = new Discovery(parameters, machines, hosts, zones, random);
  const clients = new KmsClients({ ...shared, discovery });
  const hardware = new Hardware(machines);
  const activation = new MakActivation(parameters, shared);
  const makClients = new MakClients(parameters, { ...shared, activation });
  const vamts = new Vamts(parameters, { ...shared, hardware, activation });
  const methods = new ActivationMethods(machines, clients, makClients);
  const hardwareChanges = new HardwareChanges({ ...shared, hardware, methods });
  const validation = new GenuineValidation(parameters, shared);
  const conversion = new Conversion({ ...shared, methods });
  const lifecycle = new Lifecycle({ ...shared, methods, hardwareChanges, validation });
  return {
    ...own,
    clients,
    makActivation: activation,
    makClients,
    vamts,
    methods,
    hardwareChanges,
    validation,
    conversion,
    lifecycle,
  };
}
