import { describe, expect, test } from 'vitest';
import { ESTATE } from './estate.ts';
import { errorsOf, scenarioOf } from './in-memory.ts';

function set(...settings: string[]) {
  const overrides = settings.map((setting) => {
    const at = setting.indexOf('=');
    return { path: setting.slice(0, at), value: setting.slice(at + 1) };
  });
  return { overrides };
}

const WITH_TIMELINE = `${ESTATE}timeline: [{ at: 2 d, move: kms-1 }, { at: 3 d, grant: corp.example }]\n`;

describe('an override', () => {
  test('replaces a value', () => {
    const { parameters, resolved } = scenarioOf(ESTATE, set('machines.desktops.count=24', 'duration=3 d'));
    expect(parameters.groups.get('desktops')?.count).toBe(24);
    expect(parameters.duration).toBe(4320);
    expect(resolved.duration).toBe('3 d');
  });

  test('makes the maps on its way', () => {
    const { parameters } = scenarioOf(
      ESTATE,
      set(
        'policy.vistaThreshold=10',
        'machines.desktops.install.over=2 d',
        'machines.desktops.uptime.on=07:00',
      ),
    );
    expect(parameters.rules.vistaThreshold).toBe(10);
    expect(parameters.groups.get('desktops')).toMatchObject({ install: { over: 2880 }, uptime: { on: 420 } });
  });

  test('finds names that have dots', () => {
    const { parameters } = scenarioOf(ESTATE, set('dns.corp.example.updateRights=first-host'));
    expect(parameters.zones.get('corp.example')?.updateRights).toBe('first-host');
  });

  test('adds an entry that is whole', () => {
    const { parameters } = scenarioOf(ESTATE, set('dns.b.example={ network: lab }'));
    expect(parameters.zones.get('b.example')).toMatchObject({ network: 'lab', updateRights: 'all' });
  });

  test('removes with null', () => {
    const { parameters } = scenarioOf(WITH_TIMELINE, set('machines.servers=null', 'timeline.0=null'));
    expect([...parameters.groups.keys()]).toEqual(['desktops']);
    expect(parameters.timeline).toHaveLength(1);
  });

  test('counts lists by index', () => {
    const { parameters } = scenarioOf(WITH_TIMELINE, set('timeline.1.at=5 d'));
    expect(parameters.timeline.map(({ at }) => at)).toEqual([2880, 7200]);
  });

  test('comes after those in front of it', () => {
    expect(scenarioOf(ESTATE, set('seed=1', 'seed=2')).seed).toBe('2');
  });

  test.each([
    ['machines.desktop.count=5', '`machines` has no `desktop`; did you mean `desktops`?'],
    ['dns.corp.exampel.network=lab', '`dns` has no `corp.exampel`; did you mean `corp.example`?'],
    ['machines.printers=null', '`machines` has no `printers`; known: `desktops`, `servers`'],
    ['timeline.2.at=5 d', '`timeline` has no `2`; its indexes are 0 to 1'],
    ['timeline.first.at=5 d', '`timeline` has no `first`; its indexes are 0 to 1'],
    ['machines.desktops.cont=5', 'unknown key `cont`; did you mean `count`?'],
    ['machines.desktops.count=many', 'expected a whole number, not `many`'],
    ['duration=5', 'expected a duration, and `5` has no unit; write `5 min`, `5 h` or `5 d`'],
    ['hosts.kms-1.network=cor', 'no network is named `cor`; did you mean `core`?'],
    ['title=', 'expected a value after `=`; `null` removes the key'],
    ['machines..count=5', 'expected a path such as `machines.desktops.count`'],
    ['=5', 'expected a path such as `machines.desktops.count`'],
    ['extends=a.yaml', '`extends` can only be written in a file'],
    ['policy.__proto__=1', '`__proto__` cannot be a key'],
    [`${'a.'.repeat(60)}a=1`, 'maps and lists are nested more than 50 levels deep'],
  ])('%s is refused at the command line', (setting, message) => {
    const file = `--set ${setting.slice(0, setting.indexOf('='))}`;
    expect(errorsOf(WITH_TIMELINE, set(setting))).toEqual([`${file}:1:1 ${message}`]);
  });

  test('is told about behind the errors of the file when its YAML is broken', () => {
    expect(errorsOf(`${ESTATE}titel: x\n`, set('seed=[1'))).toEqual([
      '17:1 unknown key `titel`; did you mean `title`?',
      expect.stringMatching(/^--set seed:1:1 /),
    ]);
  });
});
