import { stringify } from 'yaml';
import { TEMPLATES } from '../../src/advice/templates/templates.ts';
import type { JsonObject } from '../../src/scenario/document/json.ts';
import { scenarioOf } from '../scenario/in-memory.ts';
import { changed, Grammar } from './grammar.ts';
import type { Choices } from './random.ts';
import { edited } from './text-edits.ts';

/** An estate of everything that is seldom together. */
const MIXED = `
duration: 60 d
networks: { core: { dns: corp.example, internet: true }, site: { dns: corp.example, internet: true }, lab: {} }
links:
  wan: { from: site, to: core }
  wmi: { from: core, to: lab, allow: [wmi] }
dns: { corp.example: { network: core, updateRights: first-host } }
keys:
  corp-kms: { type: kms, group: server-c, hosts: 2, activationsPerHost: 3 }
  corp-mak: { type: mak, group: client, activations: 9 }
  vault-mak: { type: mak, group: server-a, activations: 9 }
hosts:
  kms-1: { network: core, os: server-2008-standard, key: corp-kms }
  kms-2: { network: core, os: server-2008-standard, key: corp-kms, online: 2 d, activateBy: telephone }
vamt: { vamt-1: { network: core, every: 1 d, via: removable-media, roundTrip: 2 d } }
machines:
  desks: { count: 30, os: vista-enterprise-sp1, network: core, install: { over: 5 d, order: random } }
  laptops: { count: 5, os: vista-business, network: site, connects: { every: 9 d, for: 2 h } }
  servers: { count: 6, os: server-2008-standard, network: core, virtual: true, uptime: office-hours }
  alone: { count: 4, os: vista-business-sp1, network: core, method: mak, key: corp-mak, rebuild: { every: 20 d } }
  vault: { count: 3, os: server-2008-web, network: lab, method: mak-proxy, key: vault-mak, by: vamt-1 }
  test: { count: 3, os: vista-business, network: lab, method: none, rearm: at-expiry, image: cloned }
failures: { kms-1: { every: 20 d, for: 1 d } }
timeline:
  - { at: 10 d, for: 3 d, down: kms-1 }
  - { at: 12 d, rebuild: desks }
  - { at: 20 d, validate: laptops, result: non-genuine }
  - { at: 25 d, convert: alone, method: kms }
expect: [{ figure: machines.everNotification, is: 0 }]
designs: { more: { machines: { desks: { count: 40 } } } }
`;

/** Documents that are changed; each loads as it is. */
const BASES: readonly JsonObject[] = [MIXED, ...Object.values(TEMPLATES).map(({ text }) => text)].map(
  (text) => scenarioOf(text).resolved,
);

/** What was made, and how broken it may be. */
export interface MadeScenario {
  readonly text: string;
  /** Whether the text was edited, not only what it says. */
  readonly isEdited: boolean;
}

/** A scenario as text: a document of the language, changed some times by its grammar, sometimes with its text edited. */
export function makeScenario(choices: Choices): MadeScenario {
  let document = choices.one(BASES);
  for (let count = choices.between(0, 4); count > 0; count -= 1)
    document = changed(document, new Grammar(document, choices), choices);
  const isEdited = choices.chance(0.4);
  let text = choices.chance(0.85)
    ? stringify(document)
    : JSON.stringify(document, null, choices.between(0, 1));
  if (isEdited) for (let count = choices.between(1, 3); count > 0; count -= 1) text = edited(text, choices);
  return { text, isEdited };
}
