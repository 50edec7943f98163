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

  it('or not, when it is none', () => {
    expect(explainWord('frobnicate')).toBeNull();
  });
});
