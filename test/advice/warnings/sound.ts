import { Design } from '../../../src/advice/design/design.ts';
import { type Warning, warningsOf } from '../../../src/advice/warnings/warnings.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { scenarioOf } from '../../scenario/in-memory.ts';
import { settings } from '../../scenarios/shipped.ts';

/**
 * An organization in which all is well: a core with two hosts, a branch with its own, one on the core's hosts over a
 * link, a small one on MAK, a zone served by a VAMT, a lab, and laptops.
 */
const SOUND = `
title: All is well
duration: 365 d
networks:
  core:   { dns: corp.example, internet: true }
  site-a: { dns: a.example }
  site-b: { internet: true }
  site-c: { dns: corp.example }
  vault:  {}
  lab:    {}
links:
  wan-c: { from: site-c, to: core, allow: [kms, dns] }
dns:
  corp.example: { network: core }
  a.example:    { network: site-a }
keys:
  corp-kms:   { type: kms, group: server-b }
  branch-mak: { type: mak, group: client, activations: 60 }
hosts:
  kms-1: { network: core, os: server-2008-standard, key: corp-kms }
  kms-2: { network: core, os: server-2008-standard, key: corp-kms, virtual: true }
  kms-a: { network: site-a, os: vista-business-sp1, key: corp-kms, activateBy: telephone }
vamt:
  vault-vamt: { network: vault, every: 1 d, via: removable-media, roundTrip: 2 d }
machines:
  desktops: { count: 150, os: vista-business-sp1, network: core }
  servers:  { count: 10, os: server-2008-standard, network: core, virtual: true }
  laptops:  { count: 20, os: vista-business-sp1, network: core, connects: { every: 20 d, for: 1 d } }
  a-desks:  { count: 40, os: vista-business-sp1, network: site-a }
  b-desks:  { count: 15, os: vista-business-sp1, network: site-b, method: mak, key: branch-mak }
  c-desks:  { count: 10, os: vista-business-sp1, network: site-c }
  safes:    { count: 6, os: vista-business-sp1, network: vault, method: mak-proxy, key: branch-mak, by: vault-vamt, rebuild: { every: 100 d } }
  testers:  { count: 8, os: vista-business-sp1, network: lab, method: none, rearm: at-expiry, rebuild: { every: 90 d } }
timeline:
  - { at: 100 d, for: 12 d, down: kms-1 }
`;

/** The sound organization, with settings as \`--set\` takes them. */
export function soundBut(...changes: readonly string[]): Scenario {
  return scenarioOf(SOUND, settings(...changes));
}

/** What a scenario is warned of. */
export function warned({ parameters, resolved }: Scenario): Warning[] {
  return warningsOf({ design: new Design(parameters), written: resolved });
}
