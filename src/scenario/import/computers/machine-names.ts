import { machineName } from '../basics/names.ts';
import { counted, shown } from '../basics/shown.ts';

const NO_NAME = 'no computer name, or none that can be one';

/** Room for the number of a name that others have too. */
const MAX_BASE = 56;
/** Changed names that a note shows. */
const MAX_SHOWN = 5;

/** The names of the computers that are imported: each name once, in whatever case it is written. */
export class MachineNames {
  private readonly given = new Set<string>();
  /** The last number that was put behind a name. */
  private readonly numbers = new Map<string, number>();
  private readonly changed: string[] = [];
  private changes = 0;

  /** Why a computer of this name is left out; null for none, and for computers without a name. */
  refusal(written: string | null): string | null {
    return written !== null && machineName(written) === '' ? NO_NAME : null;
  }

  /**
   * The name that the scenario has for a computer whose name is not refused: short, and with its domain where
   * another one of that name is in another domain.
   */
  take(written: string | null, domain: string): string {
    if (written === null) return '';
    const base = this.freeName(machineName(written), machineName(`${written}.${domain}`));
    const name = this.given.has(base.toLowerCase()) ? this.numbered(base.slice(0, MAX_BASE)) : base;
    this.given.add(name.toLowerCase());
    if (name !== written && ++this.changes <= MAX_SHOWN) this.changed.push(`${shown(written)} is ${name}`);
    return name;
  }

  private freeName(short: string, full: string): string {
    return this.given.has(short.toLowerCase()) && !short.includes('.') ? full.replace(/\.$/, '') : short;
  }

  private numbered(base: string): string {
    const key = base.toLowerCase();
    let number = this.numbers.get(key) ?? 1;
    do number++;
    while (this.given.has(`${key}-${number}`));
    this.numbers.set(key, number);
    return `${base}-${number}`;
  }

  /** What was changed, for people. */
  notes(): string[] {
    if (this.changes === 0) return [];
    const more = this.changes > MAX_SHOWN ? ', ...' : '';
    const rule = 'letters, digits, `.`, `_` and `-`, 64 at most';
    return [
      `${counted(this.changes, 'name')} changed, as names have ${rule}: ${this.changed.join(', ')}${more}.`,
    ];
  }
}
