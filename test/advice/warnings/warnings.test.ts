import { describe, expect, it } from 'vitest';
import type { WarningName } from '../../../src/advice/warnings/warnings.ts';
import { scenarioOf } from '../../scenario/in-memory.ts';
import { soundBut, warned } from './sound.ts';

/** Site A has a domain, whose activation object serves tablets there; its KMS host serves both. */
const DOMAIN = [
  'keys.late-kms={ type: kms, group: server-2012-r2 }',
  'hosts.kms-a={ network: site-a, os: server-2012-r2-standard, key: late-kms, activateBy: telephone }',
  'domains.forest={ controllers: [site-a], objects: { late: { key: late-kms, activateBy: telephone } } }',
  'machines.a-tablets={ count: 30, os: windows-8.1-pro, network: site-a, domain: forest }',
];
/** Another key for the object, which serves nothing so new as the tablets. */
const OLD_KEY = ['keys.old-kms={ type: kms, group: server-2012 }', 'domains.forest.objects.late.key=old-kms'];
/** Hyper-V hosts with a MAK of their own, and guests. */
const GUESTS = [
  'keys.server-mak={ type: mak, group: server-2022, activations: 10 }',
  'machines.hyper-v={ count: 2, os: server-2022-datacenter, network: site-b, method: mak, key: server-mak }',
  'machines.guests={ count: 9, os: server-2022-standard, network: site-b, virtual: true, method: avma, on: hyper-v }',
];

/** How the sound organization is broken so that each warning appears, and what is warned of then. */
const BROKEN: Readonly<
  Record<WarningName, readonly [change: readonly string[], also?: readonly WarningName[]]>
> = {
  'network-without-zone': [['networks.site-c.dns=null']],
  'zone-without-host': [['dns.c.example={ network: site-c }', 'networks.site-c.dns=c.example']],
  'zone-not-updatable': [['dns.corp.example.updateRights=first-host'], ['single-host']],
  'dns-blocked': [['links.wan-c.allow=[kms]']],
  'kms-blocked': [['links.wan-c.allow=[dns]']],
  'key-group-too-low': [['keys.corp-kms.group=client']],
  'vista-host-for-servers': [['hosts.kms-1.os=vista-business-sp1', 'hosts.kms-2.os=vista-enterprise-sp1']],
  'threshold-out-of-reach': [['machines.a-desks.count=24']],
  'count-spread-thin': [['machines.desktops.count=30']],
  'count-will-sink': [['machines.a-desks.connects={ every: 40 d, for: 1 d }']],
  'renewal-too-rare': [['machines.laptops.connects={ every: 200 d, for: 1 d }']],
  'clones-count-once': [['machines.c-desks.image=cloned']],
  'single-host': [['hosts.kms-2=null']],
  'host-too-old': [['machines.a-desks.os=windows-10-pro']],
  'host-too-new': [['hosts.kms-a.os=server-2016-standard']],
  'key-not-for-host': [['keys.late={ type: kms, group: server-2016 }', 'hosts.kms-a.key=late']],
  'no-initial-grace': [
    [
      'keys.late={ type: kms, group: windows-10 }',
      'hosts.kms-a={ network: site-a, os: windows-10-pro, key: late, activateBy: telephone }',
      'machines.a-desks.os=windows-10-pro',
      'machines.a-desks.install={ over: 14 d }',
    ],
  ],
  'office-without-host': [['machines.desktops.office=2016']],
  'office-key-missing': [
    [
      'keys.office-kms={ type: kms, group: office-2013 }',
      'hosts.kms-a.officeKeys=[office-kms]',
      'hosts.kms-a.os=server-2012-standard',
      'keys.a-kms={ type: kms, group: server-2012 }',
      'hosts.kms-a.key=a-kms',
      'hosts.kms-a2={ network: site-a, os: server-2012-standard, key: a-kms, activateBy: telephone }',
      'machines.a-desks.count=80',
      'machines.a-desks.office=2013',
    ],
  ],
  'host-cannot-activate': [['hosts.kms-a.activateBy=internet']],
  'too-many-hosts-on-key': [['keys.corp-kms.hosts=2']],
  'too-many-activations': [
    [
      'keys.corp-kms.activationsPerHost=2',
      'hosts.kms-2.virtual=false',
      'timeline=[{ at: 10 d, move: kms-2 }, { at: 20 d, move: kms-2 }]',
    ],
  ],
  'mak-pool-too-small': [['keys.branch-mak.activations=20']], // 15 and 6; the VAMT keeps confirmations
  'mak-out-of-reach': [['networks.site-b.internet=null']],
  'proxy-out-of-reach': [['vamt.vault-vamt.network=core']],
  'lab-outlives-rearms': [['machines.testers.rebuild.every=121 d']],
  'virtual-host-moves': [['timeline.0={ at: 100 d, move: kms-2 }']],
  'interval-overridden': [['machines.a-desks.renewalInterval=1 d']],
  'after-the-end': [['timeline.0.at=365 d']],
  'short-horizon': [
    ['timeline.0={ at: 100 d, down: kms-a }', 'duration=300 d'], // 100 + 180 + 30 days
  ],
  'conversion-drains-count': [
    ['timeline.0={ at: 100 d, convert: desktops, method: none }', 'machines.laptops.count=10'],
  ],
  'adba-drains-count': [[...DOMAIN, 'machines.a-tablets.count=20', 'machines.a-desks.count=20']],
  'domain-out-of-reach': [[...DOMAIN, 'domains.forest.controllers=[core]']],
  'object-serves-not': [[...DOMAIN, ...OLD_KEY]],
  'object-cannot-activate': [[...DOMAIN, 'domains.forest.objects.late.activateBy=internet']],
  'avma-without-host': [[...GUESTS, 'machines.guests.os=server-2025-standard']],
};

const namesOf = (...changes: readonly string[]) => [
  ...new Set(warned(soundBut(...changes)).map(({ name }) => name)),
];

describe('warnings', () => {
  it('do not appear on a design where all is well', () => {
    expect(warned(soundBut())).toEqual([]);
  });

  it.each(Object.keys(BROKEN) as (keyof typeof BROKEN)[])(
    '%s appears where the sound design is broken so',
    (name) => {
      const [changes, also = []] = BROKEN[name];
      expect(namesOf(...changes).sort()).toEqual([name, ...also].sort());
    },
  );
});

describe('no warning appears', () => {
  it.each([
    ['for one host of fewer than 100 computers', 'hosts.kms-2=null', 'machines.desktops.count=40'],
    [
      'for a host set by hand on a network without a zone',
      'networks.site-c.dns=null',
      'machines.c-desks.host=kms-1',
    ],
    [
      'for rights that are granted before the second host starts',
      'dns.corp.example.updateRights=first-host',
      'hosts.kms-2.online=2 d',
      'timeline=[{ at: 1 d, grant: corp.example }]',
    ],
    ['for exactly the threshold', 'machines.a-desks.count=25'],
    [
      'for virtual computers where the policy counts them',
      'policy.countVirtualMachines=true',
      'machines.a-desks.virtual=true',
    ],
    ['for laptops that connect every 180 days', 'machines.laptops.connects={ every: 180 d, for: 1 d }'],
    ['for a lab that is rebuilt on the last day', 'machines.testers.rebuild.every=120 d'],
    [
      'for a host key that was raised in time',
      'keys.corp-kms.hosts=2',
      'hosts.kms-a.online=2 d',
      'timeline=[{ at: 1 d, raise: corp-kms, hosts: 1 }]',
    ],
    ['for a pool that is exactly enough', 'keys.branch-mak.activations=21'],
    ["for a client interval that is the host's", 'machines.a-desks.renewalInterval=7 d'],
    ['for an outage that ends', 'timeline.0={ at: 200 d, for: 30 d, down: kms-a }', 'duration=240 d'],
    ['for a domain that serves what it can, and leaves enough on KMS', ...DOMAIN],
    ['for guests on activated Hyper-V hosts', ...GUESTS],
    [
      'for members that leave before the object could take them away',
      ...DOMAIN,
      'machines.a-desks.count=20',
      'machines.a-tablets.count=20',
      'timeline.0={ at: 1 d, leave: a-tablets }',
    ],
    ['for the loss of one of two hosts', 'timeline.0={ at: 200 d, down: kms-1 }'],
  ])('%s', (_case, ...changes) => {
    expect(namesOf(...changes)).toEqual([]);
  });
});

describe('the place of a warning', () => {
  it('is the innermost key that says it, and its help can be typed', () => {
    const [warning] = warned(soundBut('links.wan-c.allow=[kms]'));
    expect(warning).toEqual({
      name: 'dns-blocked',
      path: ['networks', 'site-c', 'dns'],
      message: 'computers of `site-c` cannot reach the DNS server of `corp.example`, which is on `core`',
      help: 'let the link through (`links.wan-c.allow: [kms, dns]`)',
    });
  });
});

describe('Office', () => {
  const office = (count: number) =>
    warned(
      scenarioOf({
        'main.yaml': `
networks: { core: { dns: corp, internet: true } }
dns: { corp: { network: core } }
keys: { windows: { type: kms, group: server-2022 }, office: { type: kms, group: office-2016 } }
hosts: { kms-1: { network: core, os: server-2022-standard, key: windows, officeKeys: [office] } }
machines:
  plain: { count: 60, os: windows-10-pro, network: core }
  drawn: { count: ${count}, os: windows-10-pro, network: core, office: 2016 }
`,
      }),
    ).filter(({ name }) => name === 'threshold-out-of-reach');

  it('is out of reach where four computers have it, whatever the others are', () => {
    expect(office(5)).toEqual([]);
    expect(office(4).map(({ message }) => message)).toEqual([
      'Office of at most 4 computers can count at `kms-1`, and that of `drawn` needs 5; computers without Office do not count',
    ]);
  });
});

describe('a spare host of a higher priority', () => {
  const late = [
    'keys.corp-kms={ type: kms, group: server-2008-r2-b }',
    'hosts.kms-1.os=server-2008-r2-standard',
    'hosts.kms-2.os=server-2008-r2-standard',
    'machines.desktops.count=30',
  ];

  it('does not spread the count of clients that heed it, as Windows 7 does and Vista does not', () => {
    const seven = ['machines.desktops.os=windows-7-enterprise', 'machines.laptops.os=windows-7-enterprise'];
    const others = ['machines.c-desks=null', 'machines.servers=null'];
    const spare = 'hosts.kms-2.priority=10';
    expect(namesOf(...late, ...seven, ...others)).toContain('count-spread-thin');
    expect(namesOf(...late, ...seven, ...others, spare)).not.toContain('count-spread-thin');
    expect(namesOf(...late, ...others, spare)).toContain('count-spread-thin');
  });
});
