import type { Template } from './template.ts';

/** A core network with two KMS hosts. */
export const CORE: Template = {
  about: 'a core network with two KMS hosts',
  text: `title: A core network
start: 2008-03-03
duration: 365 d
seed: 42

# Computers on one network reach each other. \`dns\` is the zone that they ask for KMS hosts.
networks:
  core: { dns: corp.example, internet: true }

# The network that each zone's server is on.
dns:
  corp.example: { network: core }

# A KMS key activates up to six hosts. Its group must include the systems below: server-b for Server 2008 Standard.
keys:
  corp-kms: { type: kms, group: server-b }

# Two hosts for failover; each needs a count of 25 for Windows Vista by itself.
hosts:
  kms-1: { network: core, os: server-2008-standard, key: corp-kms }
  kms-2: { network: core, os: server-2008-standard, key: corp-kms }

# Groups of like computers. Virtual ones are activated, but not counted.
machines:
  desktops:        { count: 200, os: vista-enterprise-sp1, network: core, install: { over: 14 d } }
  servers:         { count: 10, os: server-2008-standard, network: core }
  virtual-servers: { count: 12, os: server-2008-standard, network: core, virtual: true }

# What happens to them.
timeline:
  - { at: 100 d, for: 12 d, down: kms-1 }

# What the run's exit status says to hold or not.
expect:
  - { figure: machines.everNotification, is: 0 }
`,
};
