import type { MicrosoftMessage } from '../../model/definitions/observer.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { Cell } from './tables.ts';
import type { Timestamps } from './timestamps.ts';

/**
 * What activation sends to Microsoft (Planning Guide, Appendix 1): named here, never valued. A telephone call
 * carries an installation ID only; that it holds the product key's and the hardware's identification is after
 * Microsoft's activation bulletin.
 */
export const CARRIED_BY_INTERNET = [
  'product key',
  'edition and channel',
  'current date',
  'license condition',
  'hardware ID hash',
  'language',
  'IP address',
] as const;
export const CARRIED_BY_TELEPHONE = ['product key', 'hardware ID hash'] as const;

/** A row of `microsoft.csv`. */
export function messageRow(
  message: MicrosoftMessage,
  simulation: Simulation,
  timestamps: Timestamps,
): Cell[] {
  const { sender, reason, key, via, computers } = message;
  const carried = via === 'telephone' ? CARRIED_BY_TELEPHONE : CARRIED_BY_INTERNET;
  return [
    simulation.now,
    timestamps.time(simulation.now),
    sender,
    reason,
    simulation.keys.table.names[key],
    via,
    resultOf(message),
    computers,
    carried.join('; '),
  ];
}

function resultOf({ computers, accepted }: MicrosoftMessage): string {
  if (accepted === computers) return 'accepted';
  return accepted === 0 ? 'refused' : `${accepted} of ${computers} accepted`;
}
