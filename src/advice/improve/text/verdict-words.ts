import { decimalsFor, formatNumber } from '../../../text/numbers.ts';
import { plural } from '../../../text/plural.ts';
import type { Improvement } from '../improve.ts';
import { hostsAndActivations } from '../price.ts';
import { MAX_SIMULATED, type Tried } from '../search.ts';

/** What a design changes, in one line. */
export function changesOf(words: readonly string[]): string {
  return words.length === 0 ? 'as it is' : words.join('; ');
}

/** What is to be low, for people: a cost with its currency, or hosts and activations. */
export function shownMeasure(measure: number, currency: string | null): string {
  if (currency !== null) return `${formatNumber(measure, decimalsFor(measure, null))} ${currency}`;
  const { hosts, activations } = hostsAndActivations(measure);
  const decimals = Number.isInteger(activations) ? 0 : 1;
  return `${plural(hosts, 'KMS host')} and ${formatNumber(activations, decimals)} activations`;
}

/** Why a design was chosen or was not, as a sentence without its full stop. */
export function reasonOf(
  { candidate, verdict, evidence }: Tried,
  { chosen, currency, goal }: Improvement,
): string {
  const counts = evidence === null ? '' : `${evidence.failures} of ${plural(evidence.count, 'replication')}`;
  switch (verdict) {
    case 'chosen':
      return evidence?.random === false
        ? `nothing is random in it, and no machine comes to Notification${evidence.waited ? ' but to wait for its first license' : ''}`
        : `a machine in Notification in ${counts}: below ${percent(goal.risk)} with 95 % confidence`;
    case 'too-risky': {
      const [worst] = evidence?.groups ?? [];
      const most = worst === undefined ? '' : `, most often of ${worst[0]} (${worst[1]})`;
      return `a machine in Notification in ${counts}${most}`;
    }
    case 'dearer': {
      const more = (evidence?.mean ?? 0) - (chosen?.evidence?.mean ?? 0);
      if (currency === null || Math.abs(more) < 0.005)
        return `takes no less than the chosen design, in ${counts.replace(/^\d+ of /, '')}`;
      return `costs ${shownMeasure(more, currency)} more on average`;
    }
    case 'not-proved':
      return `a machine in Notification in ${counts}: that does not prove less than ${percent(goal.risk)}`;
    case 'dearer-on-paper':
      return `takes at least ${shownMeasure(candidate.floor.measure, currency)} whatever happens, no less than the chosen design; not simulated`;
    case 'not-tried':
      return `not simulated: ${MAX_SIMULATED} designs that take less on paper were`;
  }
}

/** A chance in percent. */
export function percent(chance: number): string {
  return `${Number((chance * 100).toPrecision(3))} %`;
}
