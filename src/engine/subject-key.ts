/** 64 bits that name the subject of a draw, as two 32-bit integers. */
export interface SubjectKey {
  readonly high: number;
  readonly low: number;
}

/**
 * Hashes a name to 64 bits: two lanes, each multiplied and mixed a character at a time, crossed at the end with
 * the finalizer of MurmurHash3 (Appleby, public domain). Among a million names two are alike with a chance of
 * 3 in 100 million.
 */
export function subjectKey(name: string): SubjectKey {
  let high = 0x9e3779b9 | 0;
  let low = 0x243f6a88 | 0;
  for (let index = 0; index < name.length; index += 1) {
    const unit = name.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  return {
    high: finalized(high ^ Math.imul(low, 0x85ebca6b)),
    low: finalized(low ^ Math.imul(high, 0xc2b2ae35)),
  };
}

/**
 * The key of a pair, such as a client and a host. Each pair of subjects has one of its own, and it is unlike the
 * keys of both.
 */
export function pairKey(subject: SubjectKey, other: SubjectKey): SubjectKey {
  return {
    high: finalized(subject.high + Math.imul(other.high, 0x9e3779b1)),
    low: finalized(subject.low + Math.imul(other.low, 0x5f356495)),
  };
}

function finalized(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
