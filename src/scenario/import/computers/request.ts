/** A client's request to a KMS host as a log has it: events 12288 and 12290. */
export interface ClientRequest {
  /** Minutes since 1970, in the log's time of day. */
  readonly time: number;
  /** As it is logged, with its domain. */
  readonly client: string;
  readonly clientMachineId: string;
  readonly virtual: boolean | null;
  /** License status before the request, as WMI numbers it; null where it is not logged. */
  readonly status: number | null;
  /** Null where it is not logged. */
  readonly minutesToExpiry: number | null;
  readonly activationId: string;
  /** The count that the client needs; null where it is not logged. */
  readonly threshold: number | null;
  /** What the host answered, or why none did: 0 for success. */
  readonly code: number;
  /** The KMS host, as it is logged; empty where the log does not say it. */
  readonly host: string;
  readonly line: number;
}

/** A host's answer as a client's log has it: event 12289. */
export interface HostAnswer {
  readonly time: number;
  readonly client: string;
  readonly activated: boolean;
  readonly count: number;
  /** Minutes. */
  readonly activationInterval: number;
  readonly renewalInterval: number;
}
