import type { Template } from './template.ts';

/** A test lab that is not activated. */
export const LAB: Template = {
  about: 'test labs that are never activated: rebuilt before their rearms are used up',
  text: `title: Test labs
start: 2008-03-03
duration: 390 d
seed: 42

networks:
  lab: {}

# Without activation a computer has its initial grace, and again for each rearm: 120 days with Windows Vista, 180 with
# Vista Enterprise, 240 with Windows Server 2008 (Planning Guide, Test/Development Labs). So each is rebuilt before.
machines:
  vista-lab:
    { count: 6, os: vista-business-sp1, network: lab, method: none, rearm: at-expiry, rebuild: { every: 110 d } }
  enterprise-lab:
    { count: 4, os: vista-enterprise-sp1, network: lab, method: none, rearm: at-expiry, rebuild: { every: 170 d } }
  server-lab:
    { count: 3, os: server-2008-standard, network: lab, method: none, rearm: at-expiry, rebuild: { every: 230 d } }

# Machines that are not activated on purpose are in no figure of machines unlicensed: look at their groups.
expect:
  - { figure: machines.unmanaged, is: 13 }
`,
};
