import { MINUTES_PER_DAY } from '../../engine/time.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { ESTATE_FIGURES } from '../../recording/figures/estate-figures.ts';
import { HOST_FIGURES } from '../../recording/figures/host-figures.ts';
import { KEY_FIGURES } from '../../recording/figures/key-figures.ts';
import { MACHINE_FIGURES } from '../../recording/figures/machine-figures.ts';
import { plural } from '../../text/plural.ts';
import { type Need, type RunNeeds, runNeeds } from './run-needs.ts';

/** What is to be run, as far as it decides what it takes. */
export interface CampaignSize {
  readonly designs: readonly EstateParameters[];
  /** Of each design. */
  readonly replications: number;
  readonly workers: number;
  /** Whether the days of each replication are looked at. */
  readonly usesDays: boolean;
}

/** A number of a result, in its objects and in the columns of the evaluation. */
const VALUE_BYTES = 60;
/** Entries of a design's parameters: each worker has a copy of all designs. */
const ENTRY_BYTES = 1_500;
/** A thread with the program in it. */
const THREAD_BYTES = 40_000_000;

/** Estimates what many replications take, the time on all workers together divided by their number. */
export function campaignNeeds({ designs, replications, workers, usesDays }: CampaignSize): RunNeeds {
  const runs = designs.map((parameters) => runNeeds(parameters, false));
  const threads = Math.max(1, Math.min(workers, designs.length * replications));
  const largest = runs.reduce((most, each) => (each.bytes > most.bytes ? each : most));
  const values = designs.reduce((sum, parameters) => sum + valuesOf(parameters, usesDays), 0) * replications;
  const entries = designs.reduce(
    (sum, { groups, hosts, networks }) => sum + groups.size + hosts.size + networks.size,
    0,
  );
  const memory: Need[] = [
    ...largest.memory.map(({ what, bytes }) => ({
      what: `${what}, in ${plural(threads, 'worker')}`,
      bytes: bytes * threads,
    })),
    {
      what: `results of ${plural(designs.length, 'design')} times ${plural(replications, 'replication')}`,
      bytes: values * VALUE_BYTES,
    },
    {
      what: `${plural(designs.length, 'design')} in ${plural(threads, 'worker')}`,
      bytes: threads * (THREAD_BYTES + entries * ENTRY_BYTES),
    },
  ];
  return {
    memory: memory.toSorted((left, right) => right.bytes - left.bytes),
    bytes: memory.reduce((sum, { bytes }) => sum + bytes, 0),
    milliseconds: (runs.reduce((sum, each) => sum + each.milliseconds, 0) * replications) / threads,
    contacts: runs.reduce((sum, each) => sum + each.contacts, 0) * replications,
    written: 0,
  };
}

/** Numbers that one replication gives. */
function valuesOf({ groups, hosts, keys, duration }: EstateParameters, usesDays: boolean): number {
  const figures =
    (groups.size + 1) * size(MACHINE_FIGURES) +
    hosts.size * size(HOST_FIGURES) +
    keys.size * size(KEY_FIGURES) +
    size(ESTATE_FIGURES);
  // A day is two small integers.
  return figures + (usesDays ? Math.ceil(duration / MINUTES_PER_DAY) * 0.3 : 0);
}

function size(table: object): number {
  return Object.keys(table).length;
}
