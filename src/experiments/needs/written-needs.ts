import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { machinesOf, type RunNeeds } from './run-needs.ts';

/** What a run writes of each contact. */
export interface WrittenContacts {
  /** Whether `events.csv` lists every contact. */
  readonly events: boolean;
  /** Whose clients' logs of Windows are written, besides the hosts': a group's, of all (`all`), or none (undefined). */
  readonly windowsLogs: string | undefined;
}

/** Of a contact as a row of `events.csv`. */
const EVENT = { bytes: 70, milliseconds: 0.001 };
/** Of a contact as an event of a host's log of Windows, as CSV and as XML; measured, as the next. */
const HOST_LOG = { bytes: 700, milliseconds: 0.006 };
/** Of a contact as the two events of the client's log. */
const CLIENT_LOG = { bytes: 1_500, milliseconds: 0.012 };

/** The needs of a run that also writes its contacts, which may take far longer than they do. */
export function withWrittenContacts(
  needs: RunNeeds,
  parameters: EstateParameters,
  { events, windowsLogs }: WrittenContacts,
): RunNeeds {
  const logged = windowsLogs === undefined ? 0 : 1;
  const clients = windowsLogs === undefined ? 0 : shareOf(windowsLogs, parameters);
  const each = (kind: 'bytes' | 'milliseconds') =>
    (events ? EVENT[kind] : 0) + logged * HOST_LOG[kind] + clients * CLIENT_LOG[kind];
  return {
    ...needs,
    milliseconds: needs.milliseconds + needs.contacts * each('milliseconds'),
    written: needs.written + needs.contacts * each('bytes'),
  };
}

/** The part of the machines whose logs are written. */
function shareOf(group: string, parameters: EstateParameters): number {
  if (group === 'all') return 1;
  return (parameters.groups.get(group)?.count ?? 0) / Math.max(1, machinesOf(parameters));
}
