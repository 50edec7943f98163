import type { Minute, Minutes } from '../../engine/time.ts';
import type { EstateParameters, TimelineEntry } from '../../model/definitions/parameters.ts';
import { longestGraceAfterExpiry, systemOf } from '../../model/definitions/system-lookups.ts';
import { contactGap } from './contact-gap.ts';
import type { Design } from './design.ts';
import { LastingLosses } from './lasting-losses.ts';

/** How long a run must be to show what something leads to. */
export interface Horizon {
  readonly until: Minute;
  /** What takes so long; a subject without its verb. */
  readonly because: string;
}

/**
 * How long a run of a design must be so that what is wrong in it, or goes wrong and is not repaired, can have its
 * consequences: the longest that anything takes, or `null` when nothing of the kind is there.
 */
export function horizonNeeded(design: Design): Horizon | null {
  const all = [...neverActivated(design), ...lapsing(design), ...lostForGood(design), ...nonGenuine(design)];
  return all.reduce<Horizon | null>(
    (longest, one) => (longest === null || one.until > longest.until ? one : longest),
    null,
  );
}

/** From the latest success to the end state. */
function lapseTime(estate: EstateParameters): Minutes {
  return estate.rules.activationValidity + longestGraceAfterExpiry(estate);
}

/** KMS clients that no host can activate: their grace period has to end. */
function neverActivated(design: Design): Horizon[] {
  return design.clients
    .filter((clients) => design.activatingHosts(clients).length === 0)
    .map(({ group, parameters }) => ({
      until: parameters.install.at + design.estate.rules[systemOf(parameters.os).initialGrace],
      because: `that no KMS host can activate \`${group}\``,
    }));
}

/** KMS clients that renew too rarely, and hosts whose count sinks. */
function lapsing(design: Design): Horizon[] {
  const { rules } = design.estate;
  const lapse = lapseTime(design.estate);
  return design.clients.flatMap((clients) => {
    const hosts = design.activatingHosts(clients);
    if (hosts.length === 0) return [];
    const rare = hosts.every(
      (host) =>
        contactGap(clients.parameters, design.host(host).renewalInterval) > rules.activationValidity ||
        design.steadyCountWithin(host) < clients.threshold,
    );
    if (!rare) return [];
    const { install } = clients.parameters;
    return [{ until: install.at + lapse, because: `the rare presence of \`${clients.group}\`` }];
  });
}

/** Timeline entries that take something away for the rest of the run without which clients cannot be activated. */
function lostForGood(design: Design): Horizon[] {
  const { estate } = design;
  const lapse = lapseTime(estate);
  const shown = estate.duration - lapse;
  const late = estate.timeline.filter(({ at }) => at < estate.duration && at > shown);
  if (late.length === 0) return [];
  const losses = new LastingLosses(design);
  return late
    .filter((entry) => lasts(entry, estate) && losses.cutsOff(entry))
    .map((entry) => ({ until: entry.at + lapse, because: lossOf(entry) }));
}

/** Whether what an entry takes away is away to the end of the run. */
function lasts(entry: TimelineEntry, { duration }: EstateParameters): boolean {
  return !('for' in entry) || entry.for === null || entry.at + entry.for >= duration;
}

function lossOf(entry: TimelineEntry): string {
  if (entry.type === 'retire') return `the retirement of \`${entry.group}\``;
  if (entry.type === 'block') return `the block of \`${entry.link}\``;
  return entry.type === 'down' ? `the loss of \`${entry.target}\`` : 'this';
}

/** Validations that find machines Non-Genuine, at their installation's group or in the timeline. */
function nonGenuine({ estate }: Design): Horizon[] {
  const first = [...estate.groups].flatMap(([group, { genuine }]) =>
    genuine?.result === 'non-genuine' ? [{ group, at: genuine.validate }] : [],
  );
  const later = estate.timeline.flatMap((entry) =>
    entry.type === 'validate' && entry.result === 'non-genuine' ? [{ group: entry.group, at: entry.at }] : [],
  );
  return [...first, ...later]
    .filter(({ at }) => at < estate.duration)
    .map(({ group, at }) => ({
      until: at + estate.rules.nonGenuineGrace,
      because: `the validation of \`${group}\``,
    }));
}
