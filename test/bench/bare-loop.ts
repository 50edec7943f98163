/**
 * The yardstick: a bare loop that does the same minimal KMS work (one host, Vista clients only, all reachable)
 * with nothing around it. A wheel of minutes whose lists are linked through the machines themselves, the host's
 * records in a few slots that each machine points to, a tally a day. It knows no network, DNS, key, grace or outage.
 */

const DAY = 1440;
const THRESHOLD = 25;
const CAPACITY = 50;
const ACTIVATION_INTERVAL = 120;
const RENEWAL_INTERVAL = 10_080;
const VALIDITY = 259_200;
const NONE = -1;
/** Minutes of the wheel: a power of two above the longest interval. */
const WHEEL = 1 << 15;

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
  const head = new Int32Array(WHEEL).fill(NONE);
  const tail = new Int32Array(WHEEL).fill(NONE);
  const next = new Int32Array(machines).fill(NONE);
  const isLicensed = new Uint8Array(machines);
  const licensedUntil = new Int32Array(machines);
  /** By machine: the slot of its record. A record never becomes too old here: the host is asked all the time. */
  const slotOf = new Int32Array(machines).fill(NONE);
  const holder = new Int32Array(CAPACITY).fill(NONE);
  const newer = new Int32Array(CAPACITY);
  const older = new Int32Array(CAPACITY);
  const seen = new Int32Array(CAPACITY);
  const daily = new Int32Array(Math.ceil(minutes / DAY));
  let newest = NONE;
  let oldest = NONE;
  let count = 0;
  let contacts = 0;

  let state = 1;
  for (let machine = 0; machine < machines; machine += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const share = order === 'even' ? machine / machines : state / 2 ** 32;
    append(Math.floor(over * share), machine);
  }

  function append(minute: number, machine: number): void {
    const bucket = minute & (WHEEL - 1);
    next[machine] = NONE;
    if (tail[bucket] === NONE) head[bucket] = machine;
    else next[tail[bucket]] = machine;
    tail[bucket] = machine;
  }

  function note(machine: number, now: number): void {
    let slot = slotOf[machine];
    if (slot === NONE) slot = takeSlot(machine);
    else if (slot !== newest) {
      newer[older[slot]] = newer[slot];
      if (newer[slot] === NONE) newest = older[slot];
      else older[newer[slot]] = older[slot];
      if (slot === oldest) oldest = newer[slot];
    }
    seen[slot] = now;
    if (slot === newest) return;
    older[slot] = newest;
    newer[slot] = NONE;
    if (newest === NONE) oldest = slot;
    else newer[newest] = slot;
    newest = slot;
  }

  function takeSlot(machine: number): number {
    let slot = count;
    if (count < CAPACITY) count += 1;
    else {
      slot = oldest;
      slotOf[holder[slot]] = NONE;
      oldest = newer[slot];
      older[oldest] = NONE;
    }
    holder[slot] = machine;
    slotOf[machine] = slot;
    return slot;
  }

  for (let now = 0; now < minutes; now += 1) {
    const bucket = now & (WHEEL - 1);
    let machine = head[bucket];
    head[bucket] = NONE;
    tail[bucket] = NONE;
    while (machine !== NONE) {
      const following = next[machine];
      contacts += 1;
      note(machine, now);
      if (count >= THRESHOLD) {
        isLicensed[machine] = 1;
        licensedUntil[machine] = now + VALIDITY;
        daily[Math.floor(now / DAY)] += 1;
        append(now + RENEWAL_INTERVAL, machine);
      } else append(now + ACTIVATION_INTERVAL, machine);
      machine = following;
    }
  }
  return contacts;
}
