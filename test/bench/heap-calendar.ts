/**
 * A calendar on a 4-ary heap in typed arrays, ordered by (minute, phase, order of scheduling): what one would
 * take if intervals were not whole minutes. The wheel is measured against it.
 */
export class HeapCalendar {
  now = 0;
  kind = 0;
  subject = 0;
  private keys = new Float64Array(1024);
  private sequence = new Float64Array(1024);
  private kinds = new Uint8Array(1024);
  private subjects = new Int32Array(1024);
  private size = 0;
  private scheduled = 0;
  private readonly phases: number;

  constructor(phases: number) {
    this.phases = phases;
  }

  schedule(minute: number, phase: number, kind: number, subject: number): void {
    if (this.size === this.keys.length) this.grow();
    let hole = this.size;
    this.size += 1;
    const key = minute * this.phases + phase;
    const sequence = this.scheduled;
    this.scheduled += 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      if (this.keys[parent] <= key) break;
      this.move(parent, hole);
      hole = parent;
    }
    this.put(hole, key, sequence, kind, subject);
  }

  take(): boolean {
    if (this.size === 0) return false;
    this.now = Math.floor(this.keys[0] / this.phases);
    this.kind = this.kinds[0];
    this.subject = this.subjects[0];
    this.size -= 1;
    if (this.size > 0) this.sink(this.size);
    return true;
  }

  /** Puts the last event where it belongs, from the root down. */
  private sink(last: number): void {
    const key = this.keys[last];
    const sequence = this.sequence[last];
    const kind = this.kinds[last];
    const subject = this.subjects[last];
    let hole = 0;
    for (;;) {
      const first = hole * 4 + 1;
      if (first >= this.size) break;
      let least = first;
      for (let child = first + 1; child < Math.min(first + 4, this.size); child += 1)
        if (this.before(child, least)) least = child;
      if (key < this.keys[least] || (key === this.keys[least] && sequence < this.sequence[least])) break;
      this.move(least, hole);
      hole = least;
    }
    this.put(hole, key, sequence, kind, subject);
  }

  private before(left: number, right: number): boolean {
    const difference = this.keys[left] - this.keys[right];
    return difference < 0 || (difference === 0 && this.sequence[left] < this.sequence[right]);
  }

  private move(from: number, to: number): void {
    this.put(to, this.keys[from], this.sequence[from], this.kinds[from], this.subjects[from]);
  }

  private put(slot: number, key: number, sequence: number, kind: number, subject: number): void {
    this.keys[slot] = key;
    this.sequence[slot] = sequence;
    this.kinds[slot] = kind;
    this.subjects[slot] = subject;
  }

  private grow(): void {
    const length = this.keys.length * 2;
    const keys = new Float64Array(length);
    const sequence = new Float64Array(length);
    const kinds = new Uint8Array(length);
    const subjects = new Int32Array(length);
    keys.set(this.keys);
    sequence.set(this.sequence);
    kinds.set(this.kinds);
    subjects.set(this.subjects);
    this.keys = keys;
    this.sequence = sequence;
    this.kinds = kinds;
    this.subjects = subjects;
  }
}
