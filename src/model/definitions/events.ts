import type { HostId, MachineId, VamtId } from './ids.ts';

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

/** The kinds of events, each with one handler in `event-handlers.ts`. */
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
  HostRecount: 22,
  MachineRearm: 23,
  SampleEnd: 24,
  ObjectActivation: 25,
  ObjectCallEnd: 26,
  MachineAvmaAttempt: 27,
  OfficeContact: 28,
  OfficeDeadline: 29,
} as const;

export type EventName = keyof typeof EventKind;

/**
 * Whether an event of the kind may change who reaches a KMS host or what the host answers, beyond its records: anything
 * about networks, links, outages, keys, systems and the host's own license. What was certain of answers is forgotten then (`CertainAnswers`).
 */
export const CHANGES_ANSWERS: Readonly<Record<EventName, boolean>> = {
  TimelineBegin: true,
  TimelineEnd: true,
  HostStart: true,
  HostActivation: true,
  HostPublish: false,
  HostDeadline: true,
  HostCallEnd: true,
  MachineInstall: false,
  MachineContact: false,
  MachineRebuild: false,
  MachineDeadline: false,
  MachineMakAttempt: false,
  MachineCallEnd: false,
  MachineHardware: false,
  MachineFoundGenuine: false,
  MachineFoundNonGenuine: false,
  MachineNonGenuineDeadline: false,
  VamtRound: false,
  VamtCallEnd: false,
  FailureBegin: true,
  FailureEnd: true,
  DayEnd: false,
  HostRecount: false,
  MachineRearm: false,
  SampleEnd: false,
  ObjectActivation: false,
  ObjectCallEnd: false,
  MachineAvmaAttempt: false,
  OfficeContact: false,
  OfficeDeadline: false,
};

/** What each kind of event is about: `number` for a row of the timeline, of the failures or of the activation
 * objects, a day or a step. */
export interface EventSubjects extends Record<EventName, number> {
  readonly TimelineBegin: number;
  readonly TimelineEnd: number;
  readonly HostStart: HostId;
  readonly HostActivation: HostId;
  readonly HostPublish: HostId;
  readonly HostDeadline: HostId;
  readonly HostCallEnd: HostId;
  readonly MachineInstall: MachineId;
  readonly MachineContact: MachineId;
  readonly MachineRebuild: MachineId;
  readonly MachineDeadline: MachineId;
  readonly MachineMakAttempt: MachineId;
  readonly MachineCallEnd: MachineId;
  readonly MachineHardware: MachineId;
  readonly MachineFoundGenuine: MachineId;
  readonly MachineFoundNonGenuine: MachineId;
  readonly MachineNonGenuineDeadline: MachineId;
  readonly VamtRound: VamtId;
  readonly VamtCallEnd: VamtId;
  readonly FailureBegin: number;
  readonly FailureEnd: number;
  readonly DayEnd: number;
  readonly HostRecount: HostId;
  readonly MachineRearm: MachineId;
  readonly SampleEnd: number;
  readonly ObjectActivation: number;
  readonly ObjectCallEnd: number;
  readonly MachineAvmaAttempt: MachineId;
  readonly OfficeContact: MachineId;
  readonly OfficeDeadline: MachineId;
}
