import { MINUTES_PER_DAY, type Minute } from '../../engine/time.ts';
import type { HostId } from '../../model/definitions/ids.ts';
import { type ChainScope, link } from './chain-scope.ts';
import { recordWords } from './chain-words.ts';
import type { ChainLink } from './explanation.ts';

/** Fewer records than this are not worth a link. */
const FEW_RECORDS = 2;

/** How records of Windows went, of the hosts whose answers were too low, and of those that the chain is about. */
export function recordLinks(scope: ChainScope, asked: ReadonlySet<HostId | -1>): ChainLink[] {
  const { trace, estate, until, hosts, machine } = scope;
  if (machine?.product === 'office') return [];
  const { recordLife } = estate.parameters.rules;
  // A host forgets the least recent all the time; it matters where an answer was too low soon after.
  const isFelt = (host: HostId, first: Minute) =>
    trace.steps.some(
      (step) =>
        step.kind === 'contacts' &&
        step.outcome === 'count-too-low' &&
        step.host === host &&
        step.last >= first &&
        step.minute <= first + recordLife,
    );
  return trace.records.episodes
    .filter(({ change, times, first, host }) => {
      if (change === 'requested' || times < FEW_RECORDS || first > until) return false;
      const belongs = asked.has(host) || hosts.has(estate.hosts.all[host].name);
      return belongs && (change !== 'evicted' || isFelt(host, first));
    })
    .map((episode) => link(episode.first, recordWords(episode, estate), null));
}

/** What was used of the key of the followed machine, or of the keys that are asked about: by day. */
export function keyLinks({ trace, estate, until, machine, hosts, locate }: ChainScope): ChainLink[] {
  const method = estate.parameters.groups.get(machine?.group ?? '')?.method;
  const keys = new Set<string>(hosts);
  const isExhausted = trace.steps.some((step) => step.kind === 'machine' && step.event === 'key-exhausted');
  if (isExhausted && method !== undefined && 'key' in method) keys.add(method.key);
  const byDay = new Map<string, { minute: Minute; key: string; used: number; refused: number }>();
  for (const { minute, message } of trace.keyUses) {
    const key = estate.keys.table.names[message.key];
    if (!keys.has(key) || minute > until) continue;
    const day = `${key} ${Math.floor(minute / MINUTES_PER_DAY)}`;
    const use = byDay.get(day) ?? { minute, key, used: 0, refused: 0 };
    use.used += message.accepted;
    use.refused += message.computers - message.accepted;
    byDay.set(day, use);
  }
  return [...byDay.values()].map(({ minute, key, used, refused }) => {
    const taken = `${used} ${used === 1 ? 'activation' : 'activations'} taken from ${key}`;
    const event =
      used === 0
        ? `requests for activations of ${key} were refused`
        : `${taken}${refused === 0 ? '' : `, ${refused} refused`}`;
    return link(
      minute,
      { event, because: '', source: 'Multiple Activation Key (MAK)' },
      locate(['keys', key]),
    );
  });
}
