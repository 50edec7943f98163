import { expect, test } from 'vitest';
import { philox } from '../../src/engine/philox.ts';

// The known answers of Random123's kat_vectors for philox4x32 with 10 rounds.
test.each([
  [[0, 0], [0, 0, 0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
  [
    [0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    '408f276d 41c83b0e a20bc7c6 6d5451fd',
  ],
  [
    [0xa4093822, 0x299f31d0],
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    'd16cfe09 94fdcceb 5001e420 24126ea1',
  ],
])('the published answer for key %j and counter %j', ([k0, k1], [c0, c1, c2, c3], answer) => {
  const block = new Uint32Array(4);
  philox(block, k0, k1, c0, c1, c2, c3);
  expect([...block].map((word) => word.toString(16).padStart(8, '0')).join(' ')).toBe(answer);
});

test('agrees with 64-bit arithmetic by BigInt', () => {
  const multiplier = [0xd2511f53n, 0xcd9e8d57n];
  const step = [0x9e3779b9n, 0xbb67ae85n];
  const mask = 0xffffffffn;
  const slow = (key: readonly bigint[], counter: readonly bigint[]) => {
    let [c0, c1, c2, c3] = counter;
    let [k0, k1] = key;
    for (let round = 0; round < 10; round += 1) {
      const p0 = c0 * multiplier[0];
      const p1 = c2 * multiplier[1];
      [c0, c1, c2, c3] = [(p1 >> 32n) ^ c1 ^ k0, p1 & mask, (p0 >> 32n) ^ c3 ^ k1, p0 & mask];
      k0 = (k0 + step[0]) & mask;
      k1 = (k1 + step[1]) & mask;
    }
    return [c0, c1, c2, c3].map(Number);
  };
  const block = new Uint32Array(4);
  let word = 12345;
  const next = () => {
    word = (Math.imul(word, 1664525) + 1013904223) >>> 0;
    return word;
  };
  for (let trial = 0; trial < 500; trial += 1) {
    const [k0, k1, c0, c1, c2, c3] = Array.from({ length: 6 }, next);
    philox(block, k0, k1, c0, c1, c2, c3);
    expect([...block]).toEqual(slow([k0, k1].map(BigInt), [c0, c1, c2, c3].map(BigInt)));
  }
});
