import { describe, expect, it } from 'vitest';
import { weighedWarnings } from '../../../src/advice/warnings/weighed.ts';
import { formatDiagnostic } from '../../../src/text/diagnostics.ts';
import { soundBut } from './sound.ts';

describe('warnings as diagnostics', () => {
  it('have a place, a sentence, help that can be typed, and the section of the guide', () => {
    const [warning] = weighedWarnings(soundBut('hosts.kms-2=null')).shown;
    expect(formatDiagnostic(warning)).toBe(
      [
        'main.yaml:20:10: warning[single-host]: `kms-1` is the only KMS host of 190 computers',
        '      kms-1: { network: core, os: server-2008-standard, key: corp-kms }',
        `             ${'^'.repeat(58)}`,
        '  help: add a second one for failover (`hosts.kms-1-2: { network: core, os: server-2008-standard, key: corp-kms }`)',
        '  see: Planning Guide, Planning a KMS Deployment',
      ].join('\n'),
    );
  });

  it('are counted, not shown, where the planner has weighed them', () => {
    const { shown, accepted } = weighedWarnings(
      soundBut('hosts.kms-2=null', 'accept={ single-host: it is known }'),
    );
    expect({ shown, accepted }).toEqual({ shown: [], accepted: 1 });
  });

  it('name what is no warning', () => {
    const [warning] = weighedWarnings(soundBut('accept={ singel-host: it is known }')).shown;
    expect(warning).toMatchObject({ name: 'unknown-warning', help: 'write `single-host`' });
  });
});
