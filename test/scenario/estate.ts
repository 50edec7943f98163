/** A small estate that is right: a network with a zone, a key, a host and two groups, and a MAK and a VAMT. */
export const ESTATE = `
networks:
  core: { dns: corp.example, internet: true }
  lab: {}
dns:
  corp.example: { network: core }
links:
  wan: { from: lab, to: core }
keys:
  kms-key: { type: kms, group: server-c }
  mak-key: { type: mak, group: client, activations: 50 }
hosts:
  kms-1: { network: core, os: server-2008-standard, key: kms-key }
machines:
  desktops: { count: 30, os: vista-business-sp1, network: core }
  servers: { count: 6, os: server-2008-standard, network: core }
`;

/** Lines of the estate; what a test adds begins on the one behind. */
export const ESTATE_LINES = ESTATE.split('\n').length - 1;

/** As in interface.md, but for what the model cannot do yet. */
export const EXAMPLE = `
# yaml-language-server: $schema=./scenario.schema.json
title: Three branch offices
start: 2008-03-03            # minute 0 is this day, 00:00; default 2008-03-03
duration: 365 d
seed: 42                     # number or string; default 42

policy:
  renewalInterval: 7 d
  countVirtualMachines: false

networks:
  core:   { dns: corp.example, internet: true }
  site-a: { dns: a.example, internet: true }
  site-b: { internet: true }
  site-c: { dns: corp.example }

links:
  wan-c: { from: site-c, to: core, allow: [kms, dns, wmi] }

dns:
  corp.example: { network: core }
  a.example:    { network: site-a }

keys:
  corp-kms:   { type: kms, group: server-c }
  branch-mak: { type: mak, group: client, activations: 40 }

hosts:
  kms-1: { network: core, os: server-2008-standard, key: corp-kms }
  kms-a: { network: site-a, os: server-2008-standard, key: corp-kms, activateBy: telephone }

machines:
  core-desktops: { count: 220, os: vista-enterprise-sp1, network: core, install: { over: 14 d } }
  core-servers:  { count: 12, os: server-2008-standard, network: core }
  core-virtual:  { count: 30, os: server-2008-standard, network: core, virtual: true }
  a-desktops:    { count: 40, os: vista-business-sp1, network: site-a }
  c-desktops:    { count: 18, os: vista-business-sp1, network: site-c }

timeline:
  - { at: 100 d, for: 12 d, down: kms-1 }

expect:
  - { figure: machines.everNotification, is: 0 }
`;
