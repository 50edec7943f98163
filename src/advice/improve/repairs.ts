import { keyGroupServing, kmsKeyServes } from '../../model/definitions/system-lookups.ts';
import type { JsonObject } from '../../scenario/document/json.ts';
import type { Design } from '../design/design.ts';
import { activationObstacles } from '../design/host-activation.ts';
import { makDemand, makShortage } from '../design/mak-demand.ts';
import { servingRepair } from '../design/serving-repair.ts';
import { MAK_RESERVE } from '../plan/keys-table.ts';
import type { Option } from './context.ts';
import { withValue } from './document.ts';
import { type Edit, removeHost } from './edits.ts';
import { freeName } from './names.ts';
import { needsHost } from './timeline.ts';

/**
 * Hosts that no client finds and reaches: they cost something and do nothing. A host that the timeline needs for others is not
 * one of them.
 */
export function idleHosts(design: Design, document: JsonObject): Option[] {
  return [...design.estate.hosts.keys()]
    .filter((host) => design.clientsOf(host).length === 0 && !needsHost(document, host))
    .map((host) => ({ words: [`without ${host}`], edit: removeHost(host) }));
}

/**
 * What a design needs so that it is not dead on paper: a system and a key group that serve a host's clients, a way to activate it,
 * update rights, MAK pools that are large enough.
 */
export function repairsOf(design: Design): Option[] {
  return [...hostRepairs(design), ...zoneRepairs(design), ...makRepairs(design), ...poolRepairs(design)];
}

function hostRepairs(design: Design): Option[] {
  const obstacles = activationObstacles(design.estate);
  return [...design.estate.hosts.keys()].flatMap((host) => {
    const options = servingRepairs(design, host);
    const obstacle = obstacles.get(host);
    if (obstacle === 'no-internet')
      options.push({
        words: [`${host} activated by telephone`],
        edit: (document) => withValue(document, ['hosts', host, 'activateBy'], 'telephone'),
      });
    if (obstacle === 'key-used-up') options.push(keyOfItsOwn(design, host));
    return options;
  });
}

/** The key's group must serve the clients of all hosts that have the key; a host's system only its own. */
function servingRepairs(design: Design, name: string): Option[] {
  const host = design.host(name);
  const { os, key: keyName } = host;
  const key = design.estate.keys.get(keyName);
  const groups = design.clientsOf(name).map(({ keyGroup }) => keyGroup);
  if (key?.type !== 'kms' || groups.every((group) => kmsKeyServes(key.group, host, group))) return [];
  const others = [...design.estate.hosts.values()].map((host) => host.os);
  const repair = servingRepair(host, groups, [os, ...others]);
  if (repair === undefined) return [];
  const { os: system, updates, added } = repair;
  const options: Option[] = [];
  if (system !== os)
    options.push({
      words: [`${name} on ${system}`],
      edit: (document) => withValue(document, ['hosts', name, 'os'], system),
    });
  if (added.length > 0)
    options.push({
      words: [`${added.join(' and ')} on ${name}`],
      edit: (document) => withValue(document, ['hosts', name, 'updates'], [...updates]),
    });
  const sharing = [...design.estate.hosts].filter(([, host]) => host.key === keyName).map(([host]) => host);
  const all = sharing.flatMap((host) => design.clientsOf(host).map(({ keyGroup }) => keyGroup));
  const systems = sharing.map((other) => (other === name ? system : design.host(other).os));
  const needed = keyGroupServing(all, systems);
  if (
    needed !== undefined &&
    !groups.every((group) => kmsKeyServes(key.group, { os: system, updates }, group))
  )
    options.push({
      words: [`a KMS key of the group ${needed} for ${keyName}`],
      edit: (document) => withValue(document, ['keys', keyName, 'group'], needed),
    });
  return options;
}

/** Another KMS key of the same group: of the first one the hosts are used up. */
function keyOfItsOwn(design: Design, host: string): Option {
  const { key } = design.host(host);
  const group = design.estate.keys.get(key)?.group ?? null;
  return {
    words: [`another KMS key for ${host}`],
    edit: (document) => {
      const name = freeName(document, key);
      const keyed = withValue(document, ['keys', name], { type: 'kms', group });
      return withValue(keyed, ['hosts', host, 'key'], name);
    },
  };
}

function zoneRepairs({ publications }: Design): Option[] {
  const closed = publications
    .filter(({ obstacle }) => obstacle === 'first-host-only')
    .map(({ zone }) => zone);
  return [...new Set(closed)].map((zone) => ({
    words: [`${zone} may be updated by all hosts`],
    edit: (document) => withValue(document, ['dns', zone, 'updateRights'], 'all'),
  }));
}

/** MAK machines that are to be activated over an Internet that they do not have. */
function makRepairs({ estate }: Design): Option[] {
  return [...estate.groups].flatMap(([name, { method, network }]) => {
    const lost =
      method.type === 'mak' && method.by === 'internet' && estate.networks.get(network)?.internet !== true;
    if (!lost) return [];
    const edit: Edit = (document) => withValue(document, ['machines', name, 'by'], 'telephone');
    return [{ words: [`${name} on MAK by telephone`], edit }];
  });
}

/** Pools that the run would empty: what it takes, with the reserve that the plan advises. */
function poolRepairs({ estate }: Design): Option[] {
  return [...estate.keys].flatMap(([name, key]) => {
    const shortage = makShortage(estate, name);
    if (key.type !== 'mak' || shortage <= 0) return [];
    const reserve = Math.ceil(makDemand(estate, name, estate.duration) * MAK_RESERVE);
    const activations = key.activations + shortage + reserve;
    return [
      {
        words: [],
        edit: (document: JsonObject) => withValue(document, ['keys', name, 'activations'], activations),
      },
    ];
  });
}
