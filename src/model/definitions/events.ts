/** The phases of a simulated minute, in order. */
export const Phase = {
  /** Timeline entries begin and end. */
  Timeline: 0,
  /** KMS hosts come online, are activated, publish. */
  Hosts: 1,
  /** Machines are installed, contact a host, are rebuilt. */
  Machines: 2,
  /** License deadlines, so that a contact in the very minute of a deadline still counts. */
  Deadlines: 3,
  /** The last minute of a day is over. */
  Close: 4,
} as const;

export const PHASE_COUNT = 5;

/** The kinds of events, each with one handler that `simulation.ts` registers. */
export const EventKind = {
  TimelineBegin: 0,
  TimelineEnd: 1,
  HostStart: 2,
  HostActivation: 3,
  HostPublish: 4,
  HostDeadline: 5,
  HostCallEnd: 6,
  MachineInstall: 7,
  MachineContact: 8,
  MachineRebuild: 9,
  MachineDeadline: 10,
  MachineMakAttempt: 11,
  MachineCallEnd: 12,
  MachineHardware: 13,
  MachineFoundGenuine: 14,
  MachineFoundNonGenuine: 15,
  MachineNonGenuineDeadline: 16,
  VamtRound: 17,
  VamtCallEnd: 18,
  FailureBegin: 19,
  FailureEnd: 20,
  DayEnd: 21,
} as const;
