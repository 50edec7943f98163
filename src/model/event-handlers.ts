import type { Estate } from './definitions/estate.ts';
import type { EventName, EventSubjects } from './definitions/events.ts';

/** What is done for each kind of event: one without a handler does not compile. */
export type EventHandlers = {
  readonly [Name in EventName]: (subject: EventSubjects[Name]) => void;
};

/** Everything that can happen in an estate, in the order in which a newcomer should read it. */
export function eventHandlers(estate: Estate): EventHandlers {
  const { timeline, failures, hosts, hostStarts, hostActivation, publishing, vamts, days } = estate;
  const { activationObjects, directoryClients, avmaClients } = estate;
  const { lifecycle, makClients, hardwareChanges, validation, rearming, licenses } = estate;
  const { officeClients, officeLicenses } = estate;
  return {
    TimelineBegin: (entry) => timeline.begin(entry),
    TimelineEnd: (entry) => timeline.end(entry),
    FailureBegin: (failure) => failures.begin(failure),
    FailureEnd: (failure) => failures.end(failure),
    HostStart: (host) => hostStarts.start(host),
    HostActivation: (host) => hostActivation.tryNow(host),
    HostCallEnd: (host) => hostActivation.endCall(host),
    HostPublish: (host) => publishing.publish(host),
    ObjectActivation: (object) => activationObjects.tryNow(object),
    ObjectCallEnd: (object) => activationObjects.endCall(object),
    HostRecount: (host) => hosts.recount(host),
    HostDeadline: (host) => hosts.licenses.onDeadline(host),
    MachineInstall: (machine) => lifecycle.install(machine),
    MachineContact: (machine) => directoryClients.contact(machine),
    MachineAvmaAttempt: (machine) => avmaClients.attempt(machine),
    MachineMakAttempt: (machine) => makClients.attempt(machine),
    MachineCallEnd: (machine) => makClients.endCall(machine),
    MachineRebuild: (machine) => lifecycle.rebuild(machine),
    MachineRearm: (machine) => rearming.rearm(machine),
    MachineHardware: (machine) => hardwareChanges.change(machine),
    OfficeContact: (machine) => officeClients.contact(machine),
    OfficeDeadline: (machine) => officeLicenses.onDeadline(machine),
    MachineFoundGenuine: (machine) => validation.validate(machine, 'genuine'),
    MachineFoundNonGenuine: (machine) => validation.validate(machine, 'non-genuine'),
    MachineDeadline: (machine) => licenses.onDeadline(machine),
    MachineNonGenuineDeadline: (machine) => validation.onDeadline(machine),
    VamtRound: (vamt) => vamts.round(vamt),
    VamtCallEnd: (vamt) => vamts.endCall(vamt),
    SampleEnd: (step) => days.endStep(step),
    DayEnd: (day) => days.end(day),
  };
}
