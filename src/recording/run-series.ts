import type { Minute, Minutes } from '../engine/time.ts';
import type { Family } from '../model/definitions/families.ts';
import type { CountEvent } from '../model/definitions/observer.ts';
import type { Service } from '../model/definitions/parameters.ts';

/** What a run left behind after each step of time, as columns: the source of its charts. Index 0 is the first step. */
export interface RunSeries {
  readonly title: string;
  /** ISO date of minute 0. */
  readonly start: string;
  /** Number of days; the last may be cut short by the end of the run. */
  readonly days: number;
  /** Minutes that an entry of the columns stands for: a day, or less in a short run. */
  readonly step: Minutes;
  /** Entries of the columns; the last may be cut short by the end of the run. */
  readonly steps: number;
  readonly groups: readonly GroupSeries[];
  /** Office, which is licensed for itself; `null` in an estate without it. */
  readonly office: OfficeSeries | null;
  readonly hosts: readonly HostSeries[];
  /** The Multiple Activation Keys, in the order of the scenario. */
  readonly maks: readonly KeySeries[];
  /** Families of the systems that are KMS clients at some time of the run: what hosts can be asked by. */
  readonly clientFamilies: readonly Family[];
  /** Passages into Licensed, whole estate, in that step. */
  readonly activations: Int32Array;
  /** Attempts that found no host, or not Microsoft, in that step. */
  readonly noHost: Int32Array;
  /** Attempts that a host or Microsoft refused, in that step. */
  readonly refused: Int32Array;
  /** Contacts answered with too low a count, in that step. */
  readonly countTooLow: Int32Array;
  readonly outages: readonly OutageSpan[];
  /** What else the timeline did, and thresholds that counts passed; in the order of their minutes. */
  readonly marks: readonly TimeMark[];
}

export interface GroupSeries {
  readonly name: string;
  /** Names of what it depends on: networks, zones, links, hosts, VAMTs, `microsoft`, `internet`. */
  readonly surroundings: readonly string[];
  /** By number of the condition, then by step: machines in it at the end of the step. */
  readonly conditions: readonly Int32Array[];
}

export interface OfficeSeries {
  /** By number of the condition, then by step: installations of Office in it at the end of the step. */
  readonly conditions: readonly Int32Array[];
}

export interface HostSeries {
  readonly name: string;
  /** CMID records at the end of the step; -1 before the host was online. */
  readonly counts: Int32Array;
  /** 1 when at the end of the step the host is up, activated and not in an end state; else 0. */
  readonly serving: Uint8Array;
}

export interface KeySeries {
  readonly name: string;
  /** Activations that were used by the end of the step, and that are left. */
  readonly used: Int32Array;
  readonly remaining: Int32Array;
}

/** A moment at which something happened. */
export interface TimeMark {
  readonly minute: Minute;
  /** A group, host, zone or key. */
  readonly subject: string;
  readonly label: string;
  /** The threshold that the subject's count passed; `null`: an entry of the timeline. */
  readonly passed: { readonly event: CountEvent; readonly threshold: number } | null;
}

/** An outage of the timeline, or a random failure, for shading. */
export interface OutageSpan {
  readonly label: string;
  /** What is down or blocked: a host, zone, network or link, `microsoft` or `internet`. */
  readonly subject: string;
  /** The services that a blocked link no longer lets through; empty for what is down as a whole. */
  readonly services: readonly Service[];
  readonly from: Minute;
  readonly to: Minute;
}
