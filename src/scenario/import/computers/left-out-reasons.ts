import { MINUTES_PER_DAY } from '../../../engine/time.ts';
import type { Channel } from '../systems/channel.ts';
import type { EstateComputer } from './estate-computer.ts';

/** What is left out because of its account. */
export interface AccountOptions {
  /** Minutes before the newest date of a file from which a computer's silence means that it is gone. */
  readonly staleAfter: number;
  /** Whether disabled and long silent computers are kept. */
  readonly keepStale: boolean;
}

/** Why computers are left out, by the channel of their product key. */
const CHANNELS: Readonly<Record<Channel, string | null>> = {
  kms: null,
  mak: null,
  host: null,
  none: null,
  'not-volume': 'its product key is no volume license key (retail or OEM)',
  unknown: null,
};

/** The reason for which a computer is left out, whatever its system is; null for none. */
export function accountReason(
  computer: EstateComputer,
  { staleAfter, keepStale }: AccountOptions,
): string | null {
  if (computer.refusal !== null) return computer.refusal;
  if (computer.clusterName) return 'the name of a failover cluster, not a computer';
  if (keepStale) return null;
  if (computer.enabled === false) return 'its account is disabled';
  if (computer.silentFor !== null && computer.silentFor > staleAfter) {
    return `not seen for more than ${Math.round(staleAfter / MINUTES_PER_DAY)} days before the newest date of its file`;
  }
  return null;
}

/** The reason for which a computer with a volume edition is left out; null for none. */
export function channelReason({ channel }: EstateComputer): string | null {
  return CHANNELS[channel];
}
