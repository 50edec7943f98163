import { expect, test } from 'vitest';
import { ESTATE } from './estate.ts';
import { errorsOf } from './in-memory.ts';

test.each([
  ['vamt: { v: { network: lab, every: 1 d } }', '2:1 `vamt` is not yet supported'],
  ['machines: { desktops: { method: mak, key: mak-key } }', '2:25 `method: mak` is not yet supported'],
  ['machines: { desktops: { rearm: at-expiry } }', '2:25 `rearm: at-expiry` is not yet supported'],
  [
    'machines: { desktops: { hardwareChange: { every: 9 d, part: disk } } }',
    '2:25 `hardwareChange` is not yet supported',
  ],
  [
    'machines: { desktops: { genuine: { validate: 9 d, result: genuine } } }',
    '2:25 `genuine` is not yet supported',
  ],
  ['timeline: [{ at: 9 d, convert: desktops, method: none }]', '2:23 `convert` is not yet supported'],
  ['timeline: [{ at: 9 d, raise: mak-key, activations: 5 }]', '2:23 `raise` is not yet supported'],
  ['timeline: [{ at: 9 d, rekey: kms-1 }]', '2:23 `rekey` is not yet supported'],
  ['timeline: [{ at: 9 d, validate: desktops, result: genuine }]', '2:23 `validate` is not yet supported'],
])('what the model cannot do yet is refused: %s', (patch, error) => {
  expect(errorsOf({ 'main.yaml': `extends: base.yaml\n${patch}\n`, 'base.yaml': ESTATE })).toEqual([error]);
});

test('the rest of the language passes', () => {
  const patch = 'machines: { desktops: { rearm: never, method: none } }';
  expect(errorsOf({ 'main.yaml': `extends: base.yaml\n${patch}\n`, 'base.yaml': ESTATE })).toEqual([]);
});
