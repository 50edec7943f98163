import type { Template } from './template.ts';

/** A high security zone. */
export const ISOLATED_ZONE: Template = {
  about: 'a high security zone with a KMS host of its own, and a small one on MAK Proxy',
  text: `title: High security zones
start: 2008-03-03
duration: 365 d
seed: 42

# No link leads into the zones or out of them, and they have no Internet (Planning Guide, High Security Zone).
networks:
  core:   { dns: corp.example, internet: true }
  secure: { dns: secure.example }
  vault:  {}

dns:
  corp.example:   { network: core }
  secure.example: { network: secure }

keys:
  corp-kms:  { type: kms, group: server-b }
  vault-mak: { type: mak, group: client, activations: 12 }

# The zone's own host is activated by telephone.
hosts:
  kms-1:      { network: core, os: server-2008-standard, key: corp-kms }
  kms-secure: { network: secure, os: server-2008-standard, key: corp-kms, activateBy: telephone }

# A VAMT inside the small zone; its requests leave on removable media.
vamt:
  vault-vamt: { network: vault, every: 1 d, via: removable-media, roundTrip: 2 d }

machines:
  core-desktops:   { count: 60, os: vista-business-sp1, network: core }
  secure-servers:  { count: 4, os: server-2008-standard, network: secure }
  secure-desktops: { count: 28, os: vista-business-sp1, network: secure }
  vault-desktops:
    { count: 8, os: vista-business-sp1, network: vault, method: mak-proxy, key: vault-mak, by: vault-vamt }

expect:
  - { figure: machines.everNotification, is: 0 }
`,
};
