import { NEVER } from '../../engine/time.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import type { MessageReason } from '../../model/definitions/observer.ts';
import type { EstateTotals } from './estate-totals.ts';
import type { FigureDefinition, FigureTable } from './figure-definition.ts';
import type { MachineTotals } from './machine-totals.ts';

/** The whole estate at the end of a run. */
export interface EstateSubject {
  readonly estate: Estate;
  readonly used: EstateTotals;
  readonly machines: MachineTotals;
  /** Messages to Microsoft by their reason. */
  readonly messages: Readonly<Record<MessageReason, number>>;
}

/** What each reason for a message is; a new reason needs its line. */
const REASONS: Readonly<Record<MessageReason, string>> = {
  'host-activation': 'first activations of KMS hosts',
  'host-reactivation': 'later activations of KMS hosts',
  'mak-activation': 'first activations of machines with a MAK',
  'mak-reactivation': 'later activations of machines with a MAK',
  'mak-proxy-activation': 'activations by a VAMT for other computers',
  'object-activation': 'activations of activation objects of Active Directory',
};

/** The reasons for messages, in the order of figures. */
export const MESSAGE_REASONS = Object.keys(REASONS) as MessageReason[];

/** The figures of the whole estate, by their paths. */
export const ESTATE_FIGURES: FigureTable<EstateSubject> = {
  'totals.kmsHosts': {
    meaning: 'KMS hosts that came online',
    better: 'neither',
    value: ({ used }) => used.kmsHosts,
  },
  'totals.kmsActivations': {
    meaning: 'activations of KMS hosts with Microsoft',
    better: 'neither',
    value: ({ used }) => used.kmsActivations,
  },
  'totals.makActivations': {
    meaning: 'activations taken from the pools of MAKs',
    better: 'less',
    value: ({ used }) => used.makActivations,
  },
  'totals.calls': {
    meaning: 'telephone calls to Microsoft that began',
    better: 'less',
    value: ({ used }) => used.calls,
  },
  'totals.mediaRoundsPerWeek': {
    meaning:
      'rounds a week in which removable media may be carried to or from a VAMT, of all VAMTs; 0 without one',
    better: 'less',
    value: ({ used }) => used.mediaRoundsPerWeek,
  },
  'microsoft.messages': {
    meaning: 'messages that left for Microsoft',
    better: 'less',
    value: ({ estate }) => estate.microsoft.messages,
  },
  'microsoft.computersBehindHosts': {
    meaning: 'computers that were licensed and sent Microsoft nothing',
    better: 'neither',
    value: ({ estate }) => computersBehindHosts(estate),
  },
  ...Object.fromEntries(
    MESSAGE_REASONS.filter((reason) => reason !== 'object-activation').map((reason) => [
      `microsoft.byReason.${reason}`,
      messagesFor(reason),
    ]),
  ),
  'telephone.minutes': {
    meaning: 'minutes on the telephone to Microsoft',
    better: 'less',
    value: ({ estate }) => estate.telephone.minutes,
  },
  'horizon.firstLapseMinute': {
    meaning:
      'when the first machine at risk (`machines.atRisk`) would lapse if nothing changed; it may lie after the end',
    better: 'more',
    value: ({ machines }) => (machines.firstLapse === NEVER ? null : machines.firstLapse),
  },
};

/** The figures of a whole estate that has domains, besides. */
export const DIRECTORY_FIGURES: FigureTable<EstateSubject> = {
  'microsoft.byReason.object-activation': messagesFor('object-activation'),
};

function messagesFor(reason: MessageReason): FigureDefinition<EstateSubject> {
  return {
    meaning: `of the messages, ${REASONS[reason]}`,
    better: 'neither',
    value: ({ messages }) => messages[reason],
  };
}

function computersBehindHosts({ machines, history, makActivation }: Estate): number {
  let count = 0;
  for (let machine = 0 as MachineId; machine < machines.count; machine++) {
    if (history.wasLicensed(machine) && !makActivation.wasActivated(machine)) count += 1;
  }
  return count;
}
