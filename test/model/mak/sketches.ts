import type {
  Channel,
  HardwareChangeParameters,
  HardwarePart,
  KeyParameters,
  MethodParameters,
  TimelineEntry,
  VamtParameters,
} from '../../../src/model/definitions/parameters.ts';
import type { EstateSketch } from '../estate.ts';
import { run } from '../queries.ts';
import type { Trace } from '../trace.ts';

/** Words for estates with a MAK: a key `mak`, a tool `vamt`, machines `pc-0001` and so on. */

export const makBy = (by: Channel, key = 'mak'): MethodParameters => ({ type: 'mak', key, by });
export const BY_INTERNET = makBy('internet');
export const BY_TELEPHONE = makBy('telephone');
export const byProxy = (key = 'mak', vamt = 'vamt'): MethodParameters => ({ type: 'mak-proxy', key, vamt });

/** A MAK with a pool of so many activations. */
export const pool = (activations: number): KeyParameters => ({ type: 'mak', group: 'client', activations });

/** A KMS key that is good for everything. */
export const KMS_KEY: KeyParameters = { type: 'kms', group: 'server-c', hosts: 6, activationsPerHost: 10 };

/** A VAMT on the core network with a round every 600 minutes, over the Internet. */
export const VAMT: VamtParameters = {
  network: 'core',
  every: 600,
  via: 'internet',
  roundTrip: 0,
  keepsConfirmations: true,
};

/** On from 08:00 to 18:00 on every day. */
export const OFFICE_HOURS = { days: new Array<boolean>(7).fill(true), on: 480, off: 1080, jitter: 0 };

/** A part that is replaced every so often, for certain. */
export const changes = (every: number, part: HardwarePart): HardwareChangeParameters => ({
  every,
  part,
  chance: 1,
});

/** Runs an estate without KMS hosts, with a MAK of 100 activations and a VAMT. */
export const runMak = (sketch: EstateSketch): Trace =>
  run({ hosts: {}, keys: { mak: pool(100) }, vamts: { vamt: VAMT }, ...sketch });

export const down = (target: string, at: number, length: number | null): TimelineEntry => ({
  at,
  type: 'down',
  target,
  for: length,
});
export const rebuild = (at: number, group = 'pc'): TimelineEntry => ({ at, type: 'rebuild', group });
export const retire = (at: number, count: number | null, group = 'pc'): TimelineEntry => ({
  at,
  type: 'retire',
  group,
  count,
});
export const convert = (at: number, method: MethodParameters, group = 'pc'): TimelineEntry => ({
  at,
  type: 'convert',
  group,
  method,
});
export const raise = (at: number, activations: number, key = 'mak'): TimelineEntry => ({
  at,
  type: 'raise',
  key,
  activations,
  hosts: 0,
});

/** The exchanges with Microsoft, each as `minute sender reason way result`. */
export const messagesOf = (result: Trace): string[] =>
  result.lines
    .filter(({ event }) => event === 'message')
    .map(({ minute, subject, detail }) => `${minute} ${subject} ${detail}`);

/** The conditions that a machine passed through, each as `minute condition`, from its installation on. */
export function conditionsOf(result: Trace, machine = 'pc-0001'): string[] {
  const lines = result.of(machine).filter(({ condition }) => condition !== '');
  return lines
    .filter(({ condition }, index) => condition !== lines[index - 1]?.condition)
    .map(({ minute, condition }) => `${minute} ${condition}`);
}

/** What a key has used and has left. */
export function booksOf(
  {
    simulation: {
      estate: { keys },
    },
  }: Trace,
  key = 'mak',
): { used: number; remaining: number } {
  const id = keys.table.idOf(key);
  return { used: keys.used(id), remaining: keys.remaining(id) };
}
