import type { Template } from './template.ts';

/** The guide's branch offices. */
export const BRANCH_OFFICES: Template = {
  about: 'a core and three branch offices: a host of its own, MAK, and the hosts of the core',
  text: `title: A core and three branch offices
start: 2008-03-03
duration: 365 d
seed: 42

# After the Planning Guide, Figure 3 (Branch Office Locations).
networks:
  core:   { dns: corp.example, internet: true }
  site-a: { dns: a.example, internet: true }     # no secure way to the core, but enough computers for a host
  site-b: { internet: true }                     # too few computers: MAK
  site-c: { dns: corp.example }                  # few computers on a private line: the hosts of the core

# A link is opened by the client, one way.
links:
  wan-c: { from: site-c, to: core, allow: [kms, dns] }

dns:
  corp.example: { network: core }
  a.example:    { network: site-a }

keys:
  corp-kms:   { type: kms, group: server-b }
  branch-mak: { type: mak, group: client, activations: 20 }   # a few more than computers, for repairs

hosts:
  kms-1: { network: core, os: server-2008-standard, key: corp-kms }
  kms-2: { network: core, os: server-2008-standard, key: corp-kms }
  kms-a: { network: site-a, os: server-2008-standard, key: corp-kms }

machines:
  core-servers:  { count: 12, os: server-2008-standard, network: core }
  core-desktops: { count: 220, os: vista-enterprise-sp1, network: core, install: { over: 14 d } }
  a-desktops:    { count: 40, os: vista-business-sp1, network: site-a }
  b-desktops:    { count: 15, os: vista-business-sp1, network: site-b, method: mak, key: branch-mak }
  c-desktops:    { count: 18, os: vista-business-sp1, network: site-c }

# The line of site C fails for two weeks.
timeline:
  - { at: 60 d, for: 14 d, down: wan-c }

expect:
  - { figure: machines.everNotification, is: 0 }
  - { figure: keys.branch-mak.remaining, atLeast: 1 }
`,
};
