import { describe, expect, test } from 'vitest';
import { ESTATE } from '../estate.ts';
import { interpretWhole } from '../in-memory.ts';

/** Errors of a patch that stands from line 2 on, over the estate. */
function errorsOf(patch: string): readonly string[] {
  return interpretWhole({ 'main.yaml': `extends: base.yaml\n${patch}\n`, 'base.yaml': ESTATE }).errors;
}

describe('a link', () => {
  test('leads to another network', () => {
    expect(errorsOf('links: { wan: { to: lab } }')).toEqual([
      '2:21 a link must connect two different networks; computers of one network reach each other without a link',
    ]);
  });
});

describe('a KMS host', () => {
  test('has a KMS key', () => {
    expect(errorsOf('hosts: { kms-1: { key: mak-key } }')).toEqual([
      '2:24 a KMS host needs a KMS key, and `mak-key` is a MAK',
    ]);
  });

  test('publishes to a zone once', () => {
    expect(errorsOf('hosts: { kms-1: { publishTo: [corp.example, corp.example] } }')).toEqual([
      '2:30 zone listed twice',
    ]);
  });

  const seven = Array.from(
    { length: 7 },
    (_, index) => `  h${index}: { network: core, os: server-2003, key: kms-key }`,
  ).join('\n');

  test('may be a seventh on its key: Microsoft refuses it in the run', () => {
    expect(errorsOf(`hosts:\n  kms-1: null\n${seven}`)).toEqual([]);
  });

  test('comes online in the run', () => {
    expect(errorsOf('hosts: { kms-1: { online: 2008-03-01 } }')).toEqual([
      '2:27 this is 2 d before the start of the run',
    ]);
  });
});

describe('a VAMT', () => {
  test('has a round trip with removable media only', () => {
    const vamt = (via: string) =>
      errorsOf(`vamt: { v: { network: lab, every: 1 d, via: ${via}, roundTrip: 2 d } }`);
    expect(vamt('telephone')).toEqual(['2:56 `roundTrip` can only be used with `via: removable-media`']);
    expect(vamt('removable-media')).toEqual([]);
  });
});

describe('a group of machines', () => {
  const group = (keys: string) => errorsOf(`machines: { desktops: { ${keys} } }`);

  test.each([
    [
      'key: kms-key',
      '2:25 `key` cannot be used with `method: kms`; a KMS client uses the setup key of its system; give the KMS key to a host',
    ],
    ['by: telephone', '2:25 `by` cannot be used with `method: kms`'],
    ['method: none, key: mak-key', '2:39 `key` cannot be used with `method: none`'],
    ['method: none, host: kms-1', '2:39 `host` can only be used with `method: kms`'],
    ['method: mak, key: mak-key, host: kms-1', '2:52 `host` can only be used with `method: kms`'],
    ['method: mak', '2:13 `method: mak` needs `key`, the name of a MAK'],
    ['method: mak, key: kms-key', '2:43 `method: mak` needs a MAK, and `kms-key` is a KMS key'],
    ['method: mak-proxy, key: mak-key', '2:13 `method: mak-proxy` needs `by`, the name of a VAMT'],
    [
      'method: mak-proxy, key: mak-key, by: internet',
      '2:62 `method: mak-proxy` needs `by`, the name of a VAMT',
    ],
    [
      'method: mak, key: mak-key, os: server-2008-web',
      '2:43 a MAK activates only its own group: `mak-key` is for `client`, and `server-2008-web` needs `server-a`',
    ],
    ['os: server-2003', '2:29 `server-2003` can only be the system of a KMS host'],
    ['connects: { every: 1 d, for: 2 d }', '2:54 `for` cannot be longer than `every`'],
    ['connects: { every: 1 d, for: 1 h, first: 2 d }', '2:66 `first` cannot be longer than `every`'],
    [
      'uptime: { on: 08:00, off: 08:00 }',
      '2:51 `on` and `off` are the same time; write `uptime: always` for computers that are always on',
    ],
    ['install: { at: 2008-01-01 }', '2:40 this is 62 d before the start of the run'],
    ['genuine: { validate: 2007-01-01, result: genuine }', '2:46 this is 427 d before the start of the run'],
    ['count: 0', '2:32 expected at least 1, not `0`'],
    ['names: []', '2:32 expected at least one name'],
    ['names: [a, b]', 'base.yaml:15:22 `names` has 2 names, not 30'],
    ['count: 2, names: [a, a]', '2:46 another machine is named `a`'],
    ['count: 2, names: [a, servers-0006]', '2:46 another machine is named `servers-0006`'],
    [
      'count: 1, names: [a/b]',
      '2:43 a name is 1 to 64 visible characters of one line without `/` and `\\`, and no space at either end',
    ],
    [
      'count: 1, names: [5]',
      '2:43 expected the name of a machine, not `5`; write `"5"`, in quotes, if this is meant',
    ],
    ['count: null', '2:13 a machine group needs `count` or `names`'],
    ['count: 19999995', 'base.yaml:16:21 all groups together have more than 20,000,000 machines'],
  ])('is refused with { %s }', (keys, error) => {
    expect(group(keys)).toEqual([error]);
  });

  test.each([
    'host: kms-1',
    'count: null, names: [a, b]',
    'count: 2, names: [a, servers-0007]',
    'names: ["1", "2"], count: 2',
    'method: mak, key: mak-key',
    'method: mak, key: mak-key, by: telephone',
    'connects: { every: 1 d, for: 1 d, first: 0 d }',
    'genuine: { validate: 5 d, result: non-genuine }',
    'hardwareChange: { every: 90 d, part: disk }, rearm: at-expiry, rebuild: { every: 30 d }, image: cloned',
  ])('is right with { %s }', (keys) => {
    expect(group(keys)).toEqual([]);
  });

  test('is validated online only if it is Vista', () => {
    expect(errorsOf('machines: { servers: { genuine: { validate: 5 d, result: genuine } } }')).toEqual([
      '2:24 only Windows Vista is validated online',
    ]);
  });
});

describe('an entry of the timeline', () => {
  const entry = (text: string) => errorsOf(`timeline: [{ at: 5 d, ${text} }]`);

  test.each([
    ['convert: desktops, method: mak', '2:12 `method: mak` needs `key`, the name of a MAK'],
    [
      'convert: servers, method: mak, key: mak-key',
      '2:59 a MAK activates only its own group: `mak-key` is for `client`, and `server-2008-standard` needs `server-b`',
    ],
    ['validate: servers, result: genuine', '2:33 only Windows Vista is validated online'],
    ['retire: servers, count: 7', '2:47 `servers` has only 6 machines'],
    ['raise: mak-key', '2:30 `raise` needs `activations` or `hosts`'],
    ['raise: mak-key, hosts: 2', '2:39 `mak-key` is a MAK, which has no hosts; write `activations`'],
  ])('is refused with { %s }', (text, error) => {
    expect(entry(text)).toEqual([error]);
  });

  test('is not before the start, but may be after the end', () => {
    expect(errorsOf('timeline: [{ at: 2008-03-02, move: kms-1 }]')).toEqual([
      '2:18 this is 1 d before the start of the run',
    ]);
    expect(errorsOf('timeline: [{ at: 2018-03-02, move: kms-1 }]')).toEqual([]);
  });
});
