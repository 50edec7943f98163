import { ActivationObjects } from './active-directory/activation-objects.ts';
import { DirectoryClients } from './active-directory/directory-clients.ts';
import { Domains } from './active-directory/domains.ts';
import { ActivationMethods } from './administration/activation-methods.ts';
import { Conversion } from './administration/conversion.ts';
import { Failures } from './administration/failures.ts';
import { GenuineValidation } from './administration/genuine.ts';
import { HardwareChanges } from './administration/hardware-changes.ts';
import { Lifecycle } from './administration/lifecycle.ts';
import { Outages } from './administration/outages.ts';
import { Rearming } from './administration/rearming.ts';
import { Timeline } from './administration/timeline.ts';
import { AvmaClients } from './avma/avma-clients.ts';
import { Days } from './days.ts';
import type { Estate, EstateContext } from './definitions/estate.ts';
import { Hardware } from './estate/hardware.ts';
import { Machines } from './estate/machines.ts';
import { Networks } from './estate/networks.ts';
import { Presence } from './estate/presence.ts';
import { Zones } from './estate/zones.ts';
import { ContactPreview } from './kms/contact-preview.ts';
import { Discovery } from './kms/discovery.ts';
import { HostActivation } from './kms/host-activation.ts';
import { HostStarts } from './kms/host-starts.ts';
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
import { OfficeClients } from './office/office-clients.ts';
import { OfficeHosts } from './office/office-hosts.ts';
import { OfficeLicenses } from './office/office-licenses.ts';

/**
 * Makes the parts of an estate from the network up, each with those before it. Nothing is scheduled yet.
 *
 * @throws Error when parameters refer to a name that they do not define
 */
export function assembleEstate(context: EstateContext): Estate {
  return withAdministration(withActivation(withLicensing(withPlaces(context))));
}

function withPlaces(context: EstateContext) {
  const networks = new Networks(context);
  const keys = new Keys(context);
  const telephone = new Telephone(context);
  const estate = { ...context, networks, keys, telephone };
  const microsoft = new Microsoft(estate);
  const zones = new Zones(estate);
  const domains = new Domains(estate);
  const machines = new Machines(estate);
  const hardware = new Hardware({ machines });
  const presence = new Presence({ ...context, machines });
  return { ...estate, microsoft, zones, domains, machines, hardware, presence, days: new Days(context) };
}

function withLicensing(estate: ReturnType<typeof withPlaces>) {
  const clientIds = new ClientIds(estate);
  const history = new ConditionHistory(estate);
  const rearms = new Rearms(estate);
  const attempts = new Attempts(estate);
  const licenses = new Licenses({ ...estate, history, rearms, clientIds });
  const officeLicenses = new OfficeLicenses(estate);
  return { ...estate, clientIds, history, rearms, attempts, licenses, officeLicenses };
}

function withActivation(estate: ReturnType<typeof withLicensing>) {
  const hosts = new KmsHosts(estate);
  const publishing = new Publishing({ ...estate, hosts });
  const officeHosts = new OfficeHosts({ ...estate, hosts });
  const hostActivation = new HostActivation({ ...estate, hosts, officeHosts });
  const hostStarts = new HostStarts({ ...estate, hosts, hostActivation, publishing });
  const discovery = new Discovery({ ...estate, hosts });
  const clients = new KmsClients({ ...estate, hosts, discovery });
  const officeClients = new OfficeClients({ ...estate, hosts, officeHosts, discovery });
  const activationObjects = new ActivationObjects(estate);
  const directoryClients = new DirectoryClients({ ...estate, clients });
  const preview = new ContactPreview({ ...estate, hosts, discovery, clients, directoryClients });
  const makActivation = new MakActivation(estate);
  const makClients = new MakClients({ ...estate, makActivation });
  const vamts = new Vamts({ ...estate, makActivation });
  const kms = { hosts, publishing, hostActivation, hostStarts, discovery, clients, preview };
  const directory = { activationObjects, directoryClients, avmaClients: new AvmaClients(estate) };
  const office = { officeHosts, officeClients };
  return { ...estate, ...kms, ...office, ...directory, makActivation, makClients, vamts };
}

function withAdministration(estate: ReturnType<typeof withActivation>) {
  const outages = new Outages(estate);
  const methods = new ActivationMethods(estate);
  const hardwareChanges = new HardwareChanges({ ...estate, methods });
  const validation = new GenuineValidation(estate);
  const conversion = new Conversion({ ...estate, methods });
  const lifecycle = new Lifecycle({ ...estate, methods, hardwareChanges, validation });
  const rearming = new Rearming({ ...estate, methods, validation });
  const own = { outages, methods, hardwareChanges, validation, conversion, lifecycle, rearming };
  const timeline = new Timeline({ ...estate, ...own });
  const failures = new Failures({ ...estate, outages });
  return { ...estate, ...own, timeline, failures };
}
