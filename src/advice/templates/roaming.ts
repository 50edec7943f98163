import type { Template } from './template.ts';

/** Laptops that connect now and then. */
export const ROAMING: Template = {
  about: 'laptops that connect now and then on KMS, and others that never do on MAK',
  text: `title: Roaming computers
start: 2008-03-03
duration: 540 d
seed: 42

networks:
  core:  { dns: corp.example, internet: true }
  homes: { internet: true }     # never connected to the core

dns:
  corp.example: { network: core }

keys:
  corp-kms:   { type: kms, group: client }
  mobile-mak: { type: mak, group: client, activations: 15 }

hosts:
  kms-1: { network: core, os: server-2008-standard, key: corp-kms }

# \`connects\` says how often, and for how long. An activation lasts 180 days, so a laptop that comes every 90 days
# has two chances to renew; the desktops keep the count above 25 in between.
machines:
  desktops: { count: 40, os: vista-enterprise-sp1, network: core, uptime: office-hours }
  laptops:
    count: 20
    os: vista-enterprise-sp1
    network: core
    install: { at: 7 d, over: 30 d }     # when the count of the desktops is high enough
    connects: { every: 90 d, for: 4 h, first: 0 d }
  home-workers: { count: 10, os: vista-business-sp1, network: homes, method: mak, key: mobile-mak }

expect:
  - { figure: machines.everNotification, is: 0 }
`,
};
