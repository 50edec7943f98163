import type { KeyGroup } from '../../model/definitions/key-groups.ts';
import { SERVICES, type Service } from '../../model/definitions/parameters.ts';
import type { SystemName } from '../../model/definitions/systems.ts';
import type { JsonObject } from '../../scenario/document/json.ts';
import { mapAt, valueAt, withValue } from './document.ts';
import { freeName } from './names.ts';
import { withoutEntriesAbout } from './timeline.ts';

/** A change of a scenario's document. */
export type Edit = (document: JsonObject) => JsonObject;

/** Does several changes one after the other. */
export function inOrder(...edits: readonly Edit[]): Edit {
  return (document) => edits.reduce((changed, edit) => edit(changed), document);
}

/** Machines are activated by KMS from now on, and discover their host. */
export function useKms(group: string): Edit {
  return (document) =>
    ['method', 'key', 'by', 'host'].reduce(
      (changed, key) => withValue(changed, ['machines', group, key], undefined),
      document,
    );
}

/** Machines are not activated. */
export function useNothing(group: string): Edit {
  return (document) => withValue(useKms(group)(document), ['machines', group, 'method'], 'none');
}

/**
 * Machines are activated with a MAK: one of their key group that the scenario has, else a new one. Its pool is made large enough
 * afterwards.
 *
 * @param by `internet`, `telephone` or, of MAK proxy, the name of a VAMT
 */
export function useMak(group: string, keyGroup: KeyGroup, method: 'mak' | 'mak-proxy', by: string): Edit {
  return (document) => {
    const [keyed, key] = makOf(document, keyGroup);
    const own = { ...mapAt(useKms(group)(keyed), 'machines', group), method, key };
    return withValue(
      keyed,
      ['machines', group],
      by === 'internet' && method === 'mak' ? own : { ...own, by },
    );
  };
}

function makOf(document: JsonObject, keyGroup: KeyGroup): [JsonObject, string] {
  for (const name of Object.keys(mapAt(document, 'keys'))) {
    const { type, group } = mapAt(document, 'keys', name);
    if (type === 'mak' && group === keyGroup) return [document, name];
  }
  const name = freeName(document, `mak-${keyGroup}`);
  return [withValue(document, ['keys', name], { type: 'mak', group: keyGroup, activations: 1 }), name];
}

/** A KMS host that is added. */
export interface NewHost {
  readonly wanted: string;
  readonly network: string;
  readonly os: SystemName;
  readonly key: string;
  readonly activateBy: 'internet' | 'telephone';
  /** The host whose failures it has too: a new host is no better than those that are there. `null`: it never fails. */
  readonly failsLike: string | null;
}

/** Adds a KMS host. */
export function addHost({ wanted, network, os, key, activateBy, failsLike }: NewHost): Edit {
  return (document) => {
    const name = freeName(document, wanted);
    const host: JsonObject = { network, os, key, ...(activateBy === 'telephone' ? { activateBy } : {}) };
    return copyFailures(withValue(document, ['hosts', name], host), failsLike, name);
  };
}

/** Takes a KMS host away, with its failures, what the timeline does to it, and what points machines to it. */
export function removeHost(host: string): Edit {
  return (document) => {
    const shorter = withoutEmpty(withValue(document, ['hosts', host], undefined), 'hosts');
    const unfailing = withoutEmpty(withValue(shorter, ['failures', host], undefined), 'failures');
    const changed = withoutEntriesAbout(unfailing, host);
    return Object.keys(mapAt(changed, 'machines')).reduce(
      (machines, group) =>
        valueAt(machines, ['machines', group, 'host']) === host
          ? withValue(machines, ['machines', group, 'host'], undefined)
          : machines,
      changed,
    );
  };
}

/** Adds a DNS zone on a network, unless the scenario has it; its server fails like that of the zone it replaces. */
export function addZone(zone: string, network: string, failsLike: string | null): Edit {
  return (document) => {
    if (valueAt(document, ['dns', zone]) !== undefined) return document;
    return copyFailures(withValue(document, ['dns', zone], { network }), failsLike, zone);
  };
}

/** Computers of a network ask a zone from now on, and its hosts publish there. */
export function askZone(network: string, zone: string): Edit {
  return (document) => withValue(document, ['networks', network, 'dns'], zone);
}

/** Lets a link through for services, besides those that it lets through already. */
export function widenLink(link: string, services: readonly Service[]): Edit {
  return (document) => {
    const written = valueAt(document, ['links', link, 'allow']);
    const allow = Array.isArray(written) ? written : [...SERVICES];
    const missing = services.filter((service) => !allow.includes(service));
    return missing.length === 0
      ? document
      : withValue(document, ['links', link, 'allow'], [...allow, ...missing]);
  };
}

/** Opens a link where there is none. */
export function addLink(from: string, to: string, services: readonly Service[]): Edit {
  return (document) =>
    withValue(document, ['links', freeName(document, `${from}-${to}`)], { from, to, allow: [...services] });
}

/** Adds a VAMT, unless the scenario has one of that name; it fails like another. */
export function addVamt(name: string, vamt: JsonObject, failsLike: string | null): Edit {
  return (document) => {
    if (valueAt(document, ['vamt', name]) !== undefined) return document;
    return copyFailures(withValue(document, ['vamt', name], vamt), failsLike, name);
  };
}

function copyFailures(document: JsonObject, from: string | null, to: string): JsonObject {
  const failures = from === null ? undefined : valueAt(document, ['failures', from]);
  return failures === undefined ? document : withValue(document, ['failures', to], failures);
}

function withoutEmpty(document: JsonObject, section: string): JsonObject {
  if (document[section] === undefined || Object.keys(mapAt(document, section)).length > 0) return document;
  return withValue(document, [section], undefined);
}
