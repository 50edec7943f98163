import { readDate } from '../basics/dates.ts';
import type { ClientRequest, HostAnswer } from '../computers/request.ts';

/** Where an entry of a log is from. */
export interface EntryOrigin {
  /** Minutes since 1970; null where the entry has none. */
  readonly time: number | null;
  /** The computer that logged it; empty where the entry has none. */
  readonly computer: string;
  readonly line: number;
  /** The event's number; null where the entry has none. */
  readonly event: number | null;
}

/** That a host published itself to DNS (12294), or could not (12293). */
export interface Publication {
  readonly host: string;
  readonly zone: string;
  readonly failed: boolean;
}

/** What an entry of a log says. */
export type LogEntry =
  | { readonly kind: 'request'; readonly request: ClientRequest }
  | { readonly kind: 'answer'; readonly answer: HostAnswer }
  | { readonly kind: 'publication'; readonly publication: Publication };

const GUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
const HEXADECIMAL = /^0x[0-9a-f]{1,8}$/i;
/** Fields behind `Info:` in a message of any language: a code, then more, parted by commas. */
const FIELDS = /0x[0-9a-f]{1,8}\s*(?:,[^,\n"]{0,300}){1,11}/i;
const ZONE = /(?:^|[\s:,])((?:[a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62})\.?\s*$/i;
/** Characters of a message that are looked at. */
const MAX_MESSAGE = 4_096;

/** Whether a text has the fields of an activation request or its answer. */
export function hasInfo(text: string): boolean {
  const found = FIELDS.exec(text.slice(0, MAX_MESSAGE));
  return found !== null && found[0].split(',').length >= 8;
}

/** Minutes since 1970 of the client's own time in a message, which is written with the year first; null for none. */
export function clientTimeOf(text: string): number | null {
  const fields = (FIELDS.exec(text.slice(0, MAX_MESSAGE))?.[0] ?? '').split(',').map((field) => field.trim());
  const written = fields.find((field) => /^\d{4}[/-]\d/.test(field));
  return written === undefined ? null : readDate(written, 'month-first');
}

/**
 * Reads the fields that Windows puts behind `Info:` in events 12288 to 12290, 12293 and 12294 (Operations Guide,
 * KMS events). They say by their shape what they are where no number of the event does.
 *
 * @returns null for what is none of them
 */
export function readInfo(text: string, origin: EntryOrigin): LogEntry | null {
  const message = text.slice(0, MAX_MESSAGE);
  if (origin.event === 12293 || origin.event === 12294) return publicationOf(message, origin);
  const fields = (FIELDS.exec(message)?.[0] ?? '').split(',').map((field) => field.trim());
  if (fields.length >= 9 && GUID.test(fields[3]) && GUID.test(fields[8])) {
    return HEXADECIMAL.test(fields[1]) ? sentRequest(fields, origin) : processedRequest(fields, origin);
  }
  return fields.length >= 8 && HEXADECIMAL.test(fields[1]) ? answerOf(fields, origin) : null;
}

/** Event 12290: code, threshold, client, CMID, client's time, virtual, status, minutes to expiry, activation ID. */
function processedRequest(fields: readonly string[], { time, computer, line }: EntryOrigin): LogEntry | null {
  const [code, threshold, client, clientMachineId, clientTime] = fields;
  const at = time ?? readDate(clientTime, 'month-first');
  if (at === null || client === '') return null;
  return {
    kind: 'request',
    request: {
      ...common(fields, clientMachineId),
      time: at,
      client,
      code: Number(code),
      threshold: count(threshold),
      host: computer,
      line,
    },
  };
}

/** Event 12288: code, flags, server, CMID, client's time, virtual, status, minutes to expiry, activation ID, threshold. */
function sentRequest(fields: readonly string[], { time, computer, line }: EntryOrigin): LogEntry | null {
  const [code, , host, clientMachineId, clientTime, , , , , threshold = ''] = fields;
  const at = time ?? readDate(clientTime, 'month-first');
  if (at === null) return null;
  return {
    kind: 'request',
    request: {
      ...common(fields, clientMachineId),
      time: at,
      // Event Viewer writes lists without the computer: its log of its own requests is known by its CMID.
      client: computer || `client-${clientMachineId.replace(/\W/g, '').slice(0, 8).toLowerCase()}`,
      code: Number(code),
      threshold: count(threshold),
      host,
      line,
    },
  };
}

/** Event 12289: code, flags, activated, unused, count, activation interval, renewal interval, client's time. */
function answerOf(fields: readonly string[], { time, computer }: EntryOrigin): LogEntry | null {
  const [, , activated, , found, activation, renewal, clientTime] = fields;
  const at = time ?? readDate(clientTime, 'month-first');
  const numbers = [found, activation, renewal].map(count);
  if (at === null || numbers.some((number) => number === null)) return null;
  const [hostCount, activationInterval, renewalInterval] = numbers.map(Number);
  return {
    kind: 'answer',
    answer: {
      time: at,
      client: computer,
      activated: activated === '1',
      count: hostCount,
      activationInterval,
      renewalInterval,
    },
  };
}

function common(
  fields: readonly string[],
  clientMachineId: string,
): Pick<ClientRequest, 'clientMachineId' | 'virtual' | 'status' | 'minutesToExpiry' | 'activationId'> {
  return {
    clientMachineId: clientMachineId.replace(/[{}]/g, '').toLowerCase(),
    virtual: fields[5] === '1' ? true : fields[5] === '0' ? false : null,
    status: count(fields[6]),
    minutesToExpiry: count(fields[7]),
    activationId: fields[8],
  };
}

function publicationOf(message: string, { computer, event }: EntryOrigin): LogEntry | null {
  const zone = ZONE.exec(message.trim())?.[1] ?? '';
  return computer === ''
    ? null
    : { kind: 'publication', publication: { host: computer, zone, failed: event === 12293 } };
}

/** A whole number of at most nine digits; null for others. */
function count(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
