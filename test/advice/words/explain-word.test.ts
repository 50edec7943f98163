import { describe, expect, it } from 'vitest';
import { WARNING_NAMES } from '../../../src/advice/warnings/warnings.ts';
import { explainWord, knownWords } from '../../../src/advice/words/explain-word.ts';

describe('a word is explained', () => {
  it('with its source: warnings, codes, conditions and rules of policy', () => {
    expect(explainWord('single-host')).toMatchObject({
      kind: 'warning',
      source: 'Planning Guide, Planning a KMS Deployment',
    });
    expect(explainWord('0xC004F038')).toMatchObject({ kind: 'code' });
    expect(explainWord('Notification')).toMatchObject({ kind: 'condition' });
    expect(explainWord('recordLife')?.meaning).toContain('Published: 30 d.');
    expect(explainWord('avmaLifetime')?.meaning).toContain('Assumed: 7 d.');
  });

  it('whatever its case', () => {
    expect(explainWord('0xc004f038')?.word).toBe('0xC004F038');
  });

  it('for each warning, in whole sentences', () => {
    for (const name of WARNING_NAMES) expect(explainWord(name)?.meaning).toMatch(/^[A-Z].*\.$/s);
    expect(new Set(knownWords()).size).toBe(knownWords().length);
  });

  it('for later generations too: codes that only they log, and a grace that they do not have', () => {
    expect(explainWord('0xC004F015')?.meaning).toContain('event 12290');
    expect(explainWord('0xc004f06c')?.meaning).toContain('more than 4 hours');
    expect(explainWord('0xC004F074')).toMatchObject({ kind: 'code' });
    expect(explainWord('0xC004F042')?.meaning).toContain('lacks an update');
    expect(explainWord('OOBGrace')?.meaning).toContain('From Windows 8 and Server 2012 on there is none');
  });

  it('of a rule also where `policy.` is before it, as scenarios write it, and of nothing else', () => {
    expect(explainWord('policy.renewalInterval')).toEqual(explainWord('renewalInterval'));
    expect(explainWord('policy.renewalInterval')?.kind).toBe('rule');
    expect(explainWord('policy.single-host')).toBeNull();
  });

  it('for every code of the published lists, also those of which the model gives the cause instead', () => {
    const listed =
      'C004F038 C004F039 C004F041 C004F042 C004F06C C004F074 8007232B 8007251D 8007232A 800706BA C004F009 C004F00F C004F02C ' +
      'C004F031 C004F035 C004F050 C004F051 C004F056 C004C001 C004C003 C004C008 C004C020 C004C021 C004F064 C004F06B C004F015';
    for (const code of listed.split(' '))
      expect(explainWord(`0x${code}`), code).toMatchObject({ kind: 'code' });
  });

  it('or not, when it is none', () => {
    expect(explainWord('frobnicate')).toBeNull();
  });
});
