import { execFileSync, spawnSync } from 'node:child_process';

/**
 * Other simulators with the minimal estate in random order: `peers/ns3_kms.cc`, built with
 * `g++ -O2 -o ns3_kms ns3_kms.cc -lns3-core`, and `peers/simpy_kms.py`, run by a Python that has SimPy.
 */
export interface Peers {
  /** The program built from `ns3_kms.cc`. */
  readonly ns3?: string;
  /** A Python that has SimPy. */
  readonly python?: string;
}

/** ns-3's schedulers; which is fastest depends on how many events are pending. */
const NS3_SCHEDULERS = ['ns3::MapScheduler', 'ns3::HeapScheduler', 'ns3::CalendarScheduler'];

/** Days that peers simulate at most: their rate does not change, and they take long. */
const PEER_DAYS = 30;
/** A scheduler that takes longer is not the best one: ns-3's calendar takes a quarter of an hour for a million. */
const PATIENCE = 120_000;

/** Nanoseconds of a contact, by peer; ns-3 with its best scheduler. Only those that were named are run. */
export function measurePeers({ ns3, python }: Peers, machines: number, days: number): Map<string, number> {
  const length = String(Math.min(days, PEER_DAYS));
  const found = new Map<string, number>();
  if (ns3 !== undefined) {
    const rates = NS3_SCHEDULERS.map((scheduler) => {
      const { stdout } = spawnSync(ns3, [String(machines), length, scheduler], { timeout: PATIENCE });
      return Number(/([\d.]+) M req\/s/.exec(stdout.toString())?.[1] ?? 0);
    });
    found.set('ns-3', 1000 / Math.max(...rates));
  }
  if (python !== undefined) {
    const program = new URL('../../../../../test/bench/peers/simpy_kms.py', import.meta.url).pathname;
    const output = execFileSync(python, [program, String(machines), length]).toString();
    found.set('SimPy', 1e9 / Number(/requests\/s (\d+)/.exec(output)?.[1]));
  }
  return found;
}
