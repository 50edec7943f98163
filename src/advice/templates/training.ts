import type { Template } from './template.ts';

/** A small case for a class. */
export const TRAINING: Template = {
  about: 'a small case for a class: a host is lost, and one asks why and what helps',
  text: `title: The host that nobody missed
start: 2008-03-03
duration: 270 d
seed: 42

# For a class. First predict: the only KMS host is lost on day 1 and repaired on day 251. When do users notice?
# Then run it, and ask why: vasim explain training.yaml
# Then change the design until the expectation below holds, and say what it costs.
networks:
  core: { dns: corp.example, internet: true }

dns:
  corp.example: { network: core }

keys:
  corp-kms: { type: kms, group: server-b }

hosts:
  kms-1: { network: core, os: server-2008-standard, key: corp-kms }

machines:
  servers:  { count: 5, os: server-2008-standard, network: core }
  desktops: { count: 55, os: vista-business-sp1, network: core }

timeline:
  - { at: 1 d, for: 250 d, down: kms-1 }

cost: { currency: USD, host: 400, makActivation: 10, call: 25, notificationDay: 20 }

# It fails as it is: the exit status is 4.
expect:
  - { figure: machines.everNotification, is: 0 }
`,
};
