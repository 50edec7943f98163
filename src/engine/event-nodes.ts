/** A node is two numbers side by side. In a free node the first is the next free one. */
const KIND = 0;
const SUBJECT = 1;
const NODE_SIZE = 2;
const NO_NODE = 0;
const FIRST_NODES = 256;

/** The kind of an event that was withdrawn. */
export const CANCELED = -1;

/** Kinds and subjects of pending events, by node: a number that names the event as long as it is pending. */
export class EventNodes {
  private numbers = new Int32Array(FIRST_NODES * NODE_SIZE);
  private free = NO_NODE;
  /** Node 0 is never used: it can mean none. */
  private used = 1;

  /** @returns the node of an event */
  add(kind: number, subject: number): number {
    const node = this.take();
    this.numbers[node * NODE_SIZE + KIND] = kind;
    this.numbers[node * NODE_SIZE + SUBJECT] = subject;
    return node;
  }

  /** Marks an event as withdrawn; its node is still taken. */
  cancel(node: number): void {
    this.numbers[node * NODE_SIZE + KIND] = CANCELED;
  }

  /** The subject of a node. */
  subjectOf(node: number): number {
    return this.numbers[node * NODE_SIZE + SUBJECT];
  }

  /** Frees a node; returns its kind, {@link CANCELED} when it was withdrawn. */
  release(node: number): number {
    const kind = this.numbers[node * NODE_SIZE + KIND];
    this.numbers[node * NODE_SIZE] = this.free;
    this.free = node;
    return kind;
  }

  private take(): number {
    const node = this.free;
    if (node !== NO_NODE) {
      this.free = this.numbers[node * NODE_SIZE];
      return node;
    }
    if (this.used * NODE_SIZE === this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.used += 1;
    return this.used - 1;
  }
}
