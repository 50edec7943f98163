import type { RuleName } from '../../../src/model/definitions/rules.ts';

/** An estate in which a rule matters. */
export interface Exercise {
  /** What the scenario has besides the base. */
  readonly scenario: string;
  /** Another value than the published one, as `policy` says it. */
  readonly other: string;
  /** Whether the rule changes what happens, or only the figures that are made of it. */
  readonly changes: 'trace' | 'figures';
}

/** A network, its zone, a KMS key and a MAK. */
export const BASE = `
networks: { core: { dns: corp, internet: true } }
dns: { corp: { network: core } }
keys:
  kms-key: { type: kms, group: server-c }
  mak-key: { type: mak, group: client, activations: 10 }
  r2-key: { type: kms, group: server-2008-r2-c }
  office-key: { type: kms, group: office-2016 }
  late-key: { type: kms, group: server-2022 }
  server-mak: { type: mak, group: server-2016, activations: 10 }
`;

const HOST = 'hosts: { kms-1: { network: core, os: server-2008-standard, key: kms-key } }';

const R2_HOST = 'hosts: { kms-1: { network: core, os: server-2008-r2-standard, key: r2-key } }';
const LATE_HOST = 'hosts: { kms-1: { network: core, os: server-2022-standard, key: late-key } }';

const OFFICE_HOST = R2_HOST.replace('r2-key', 'office-key');

const machines = (os: string, more = '') => `machines: { pc: { os: ${os}, network: core, ${more} } }`;
const vista = (more = '') => machines('vista-business-sp1', more);
const servers = (count: number, more = '') => machines('server-2008-web', `count: ${count}, ${more}`);
const idle = (os: string, more = '') => machines(os, `count: 1, method: none, ${more}`);
const mak = (more: string) => vista(`method: mak, key: mak-key, ${more}`);
const office = (count: number, more = '') =>
  machines('server-2008-r2-web', `count: ${count}, method: none, office: 2016, ${more}`);
const down = (target: string, at: string, length?: string) =>
  `timeline: [{ at: ${at}, down: ${target}${length === undefined ? '' : `, for: ${length}`} }]`;
const lasting = (days: number, ...parts: readonly string[]) => [`duration: ${days} d`, ...parts].join('\n');

const trace = (other: string, scenario: string): Exercise => ({ other, scenario, changes: 'trace' });
const figures = (other: string, scenario: string): Exercise => ({ other, scenario, changes: 'figures' });

/** A domain that activates its members, and one of them. */
const DOMAIN = 'domains: { corp-domain: { controllers: [core], objects: { late: { key: late-key } } } }';
const member = () => machines('windows-10-pro', 'count: 1, domain: corp-domain');

/** A Hyper-V host that is activated by a MAK, and its guest. */
const GUESTS = `
machines:
  server: { os: server-2016-datacenter, network: core, count: 1, method: mak, key: server-mak }
  guest: { os: server-2016-standard, network: core, count: 1, virtual: true, method: avma, on: server }
`;

/** 30 days of grace and 10 of Notification. */
const FORTY_DAYS = lasting(40, idle('vista-business-sp1'));

/** One for each rule: a rule without one does not compile. */
export const EXERCISES: Readonly<Record<RuleName, Exercise>> = {
  vistaThreshold: trace('24', lasting(1, HOST, vista('count: 24'))),
  serverThreshold: trace('4', lasting(1, HOST, servers(4))),
  countVirtualMachines: trace('true', lasting(1, HOST, servers(5, 'virtual: true'))),
  // Renewed after 7 days, when the records are gone.
  recordLife: trace('3 d', lasting(10, HOST, servers(5))),
  // Answered 10 at most, or 12.
  recordsPerThreshold: trace('3', lasting(1, HOST, servers(12))),
  activationInterval: trace('30 min', lasting(1, HOST, servers(4))),
  renewalInterval: trace('3 d', lasting(10, HOST, servers(5))),
  activationValidity: trace('50 d', lasting(60, HOST, servers(5), down('kms-1', '1 d'))),
  vistaInitialGrace: trace('10 d', FORTY_DAYS),
  serverInitialGrace: trace('10 d', lasting(20, idle('server-2008-web'))),
  server2003InitialGrace: trace(
    '10 d',
    lasting(20, HOST.replace('server-2008-standard', 'server-2003'), down('internet', '0 d')),
  ),
  outOfToleranceGrace: trace('10 d', lasting(200, HOST, servers(5), down('kms-1', '1 d'))),
  // Its first update is lost with the zone's server; the clients wait for the next.
  publishInterval: trace('2 h', lasting(2, HOST, servers(5), down('corp', '0 d', '1 h'))),
  hostActivationRetry: trace('50 min', lasting(1, HOST, down('internet', '0 d', '100 min'))),
  vistaRearms: trace('1', lasting(130, idle('vista-business-sp1', 'rearm: at-expiry'))),
  vistaEnterpriseRearms: trace('1', lasting(190, idle('vista-enterprise', 'rearm: at-expiry'))),
  serverRearms: trace('1', lasting(250, idle('server-2008-web', 'rearm: at-expiry'))),
  nonGenuineGrace: trace(
    '3 d',
    lasting(20, idle('vista-business-sp1', 'genuine: { validate: 5 d, result: non-genuine }')),
  ),
  makDiskOutOfTolerance: trace(
    'false',
    lasting(5, mak('count: 1, hardwareChange: { every: 3 d, part: disk }')),
  ),
  makRetry: trace('2 h', lasting(2, mak('count: 1'), down('microsoft', '0 d', '100 min'))),
  telephoneCall: trace('45 min', lasting(1, mak('count: 1, by: telephone'))),
  telephoneAgents: trace('2', lasting(1, mak('count: 2, by: telephone'))),
  reminderInterval: figures('2 d', FORTY_DAYS),
  lateReminderInterval: figures('1 h', FORTY_DAYS),
  lastDayReminderInterval: figures('2 h', FORTY_DAYS),
  balloonInterval: figures('2 h', FORTY_DAYS),
  shortestLogonDelay: figures('5', FORTY_DAYS),
  longestLogonDelay: figures('60', FORTY_DAYS),
  logonsPerDay: figures('3', FORTY_DAYS),
  hoursOfUse: figures('4', FORTY_DAYS),
  windows7Threshold: trace('24', lasting(1, R2_HOST, machines('windows-7-professional', 'count: 24'))),
  server2008R2Threshold: trace('4', lasting(1, R2_HOST, machines('server-2008-r2-web', 'count: 4'))),
  windows8Threshold: trace('24', lasting(1, LATE_HOST, machines('windows-11-pro', 'count: 24'))),
  server2012Threshold: trace('4', lasting(1, LATE_HOST, machines('server-2012-standard', 'count: 4'))),
  windows7InitialGrace: trace('10 d', lasting(20, idle('server-2008-r2-web'))),
  windows8InitialGrace: trace('10 d', lasting(1, idle('windows-8-pro'))),
  windows7OutOfToleranceGrace: trace(
    '10 d',
    lasting(200, R2_HOST, machines('server-2008-r2-web', 'count: 5'), down('kms-1', '1 d')),
  ),
  windows8OutOfToleranceGrace: trace(
    '0 d',
    lasting(200, LATE_HOST, machines('server-2012-standard', 'count: 5'), down('kms-1', '1 d')),
  ),
  windows7Rearms: trace('1', lasting(130, idle('windows-7-professional', 'rearm: at-expiry'))),
  windows8Rearms: trace('0', lasting(1, idle('windows-8-pro'), 'timeline: [{ at: 0 d, rearm: pc }]')),
  officeThreshold: trace('4', lasting(1, OFFICE_HOST, office(4))),
  officeInitialGrace: trace('10 d', lasting(20, office(1))),
  officeOutOfToleranceGrace: trace('10 d', lasting(200, OFFICE_HOST, office(5), down('kms-1', '1 d'))),
  officeRearms: trace('1', lasting(130, office(1, 'rearm: at-expiry'))),
  laterHostsCountVirtualMachines: trace(
    'false',
    lasting(1, LATE_HOST, machines('server-2012-standard', 'count: 5, virtual: true')),
  ),
  directoryInterval: trace('3 d', lasting(10, DOMAIN, member())),
  directoryValidity: trace('50 d', lasting(60, DOMAIN, member(), down('corp-domain', '1 d'))),
  avmaLifetime: trace('3 d', lasting(10, GUESTS)),
};
