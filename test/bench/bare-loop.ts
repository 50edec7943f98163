/**
 * The yardstick: a bare loop that does the same minimal KMS work (one host, Vista clients only, all reachable)
 * with nothing around it. A wheel of minute buckets whose lists are linked through the machines themselves, the
 * host's records as a linked list, a tally a day. It knows no network, DNS, key, grace or outage.
 */

const DAY = 1440;
const THRESHOLD = 25;
const CAPACITY = 50;
const RECORD_LIFE = 43_200;
const ACTIVATION_INTERVAL = 120;
const RENEWAL_INTERVAL = 10_080;
const VALIDITY = 259_200;
const NONE = -1;

/**
 * Runs the loop.
 *
 * @param machines how many clients there are
 * @param minutes how long the run is
 * @param over minutes over which the clients are installed
 * @param order evenly in the order of their numbers, or each at random
 * @returns contacts made
 */
export function runBareLoop(
  machines: number,
  minutes: number,
  over: number,
  order: 'even' | 'random',
): number {
  const head = new Int32Array(minutes).fill(NONE);
  const tail = new Int32Array(minutes).fill(NONE);
  const next = new Int32Array(machines).fill(NONE);
  const licensedUntil = new Int32Array(machines);
  const older = new Int32Array(machines).fill(NONE);
  const newer = new Int32Array(machines).fill(NONE);
  const seen = new Int32Array(machines);
  const inCache = new Uint8Array(machines);
  const daily = new Int32Array(Math.ceil(minutes / DAY));
  let oldest = NONE;
  let newest = NONE;
  let count = 0;
  let contacts = 0;

  let state = 1;
  for (let machine = 0; machine < machines; machine += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const share = order === 'even' ? machine / machines : state / 2 ** 32;
    append(Math.floor(over * share), machine);
  }

  function append(minute: number, machine: number): void {
    if (minute >= minutes) return;
    next[machine] = NONE;
    if (tail[minute] === NONE) head[minute] = machine;
    else next[tail[minute]] = machine;
    tail[minute] = machine;
  }

  function remove(machine: number): void {
    const before = older[machine];
    const after = newer[machine];
    if (before === NONE) oldest = after;
    else newer[before] = after;
    if (after === NONE) newest = before;
    else older[after] = before;
    inCache[machine] = 0;
    count -= 1;
  }

  function note(machine: number, now: number): void {
    if (inCache[machine] === 1) remove(machine);
    older[machine] = newest;
    newer[machine] = NONE;
    if (newest === NONE) oldest = machine;
    else newer[newest] = machine;
    newest = machine;
    inCache[machine] = 1;
    seen[machine] = now;
    count += 1;
    while (count > 0 && seen[oldest] <= now - RECORD_LIFE) remove(oldest);
    while (count > CAPACITY) remove(oldest);
  }

  for (let now = 0; now < minutes; now += 1) {
    for (let machine = head[now]; machine !== NONE; ) {
      const following = next[machine];
      contacts += 1;
      note(machine, now);
      if (count >= THRESHOLD) {
        licensedUntil[machine] = now + VALIDITY;
        daily[Math.floor(now / DAY)] += 1;
        append(now + RENEWAL_INTERVAL, machine);
      } else append(now + ACTIVATION_INTERVAL, machine);
      machine = following;
    }
  }
  return contacts;
}
