import type { EstateParameters } from '../../src/model/definitions/parameters.ts';
import type { Trace } from './trace.ts';

/** What decides how a host counts a client. */
interface Asker {
  /** `null` for one that adds no record. */
  readonly cmid: string | null;
  readonly threshold: number;
}

/** The count of a KMS host, told in the words of the Planning Guide: a table that is gone through each time. */
export class NaiveHost {
  private records: { readonly cmid: string; readonly minute: number }[] = [];
  private largestThreshold = 0;
  private readonly life: number;
  private readonly perThreshold: number;

  constructor(life: number, perThreshold: number) {
    this.life = life;
    this.perThreshold = perThreshold;
  }

  ask({ cmid, threshold }: Asker, minute: number): number {
    this.largestThreshold = Math.max(this.largestThreshold, threshold);
    if (cmid !== null) {
      this.records = this.records.filter((record) => record.cmid !== cmid);
      this.records.unshift({ cmid, minute });
    }
    this.records = this.records
      .filter((record) => minute - record.minute < this.life)
      .sort((one, other) => other.minute - one.minute)
      .slice(0, this.largestThreshold * this.perThreshold);
    return this.records.length;
  }
}

/**
 * Goes through a run's contacts in order with naive hosts beside it.
 *
 * @returns one line for each answer whose count is another than the naive host's
 */
export function wrongCounts(parameters: EstateParameters, result: Trace): string[] {
  const { rules } = parameters;
  const hosts = new Map<string, NaiveHost>();
  const cmids = new Map<string, string>();
  let made = 0;
  const wrong: string[] = [];
  for (const line of result.lines) {
    const group = line.subject.replace(/-\d+$/, '');
    const found = parameters.groups.get(group);
    if (found === undefined) continue;
    // A CMID is made by an installation and by a rearm; that of a clone is its image's until it is rearmed.
    if (['installed', 'rebuilt', 'rearmed'].includes(line.event)) {
      made += 1;
      const isClone = found.image.cmid === 'shared' && line.event !== 'rearmed';
      cmids.set(line.subject, isClone ? `image of ${group}` : `number ${made}`);
    }
    if (line.count < 0) continue;
    const counts = !found.virtual || rules.countVirtualMachines;
    const asker = {
      cmid: counts ? (cmids.get(line.subject) ?? 'none') : null,
      threshold: found.os.startsWith('vista') ? rules.vistaThreshold : rules.serverThreshold,
    };
    let host = hosts.get(line.host);
    if (host === undefined) {
      host = new NaiveHost(rules.recordLife, rules.recordsPerThreshold);
      hosts.set(line.host, host);
    }
    const expected = host.ask(asker, line.minute);
    if (expected !== line.count)
      wrong.push(`${line.minute} ${line.subject} at ${line.host}: ${line.count}, not ${expected}`);
  }
  return wrong;
}
