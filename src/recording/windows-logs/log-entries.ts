import { formatCode } from '../../model/definitions/codes.ts';

/**
 * Events of the provider `Microsoft-Windows-Security-Licensing-SLC` with the fields that the Operations Guide
 * (Appendix, KMS events) lists, as the text that Windows puts behind "Info:".
 */
export const LogEvent = {
  /** Client: a request was sent, or failed. */
  RequestSent: 12288,
  /** Client: the response was processed. */
  ResponseProcessed: 12289,
  /** Host: a request was processed. */
  RequestProcessed: 12290,
  /** Host: publishing to DNS failed. */
  PublishFailed: 12293,
  /** Host: publishing to DNS succeeded. */
  Published: 12294,
} as const;

/** A client's request as both logs tell it. */
export interface LoggedRequest {
  readonly code: number;
  /** `server:port`, empty when none was found. */
  readonly server: string;
  readonly machine: string;
  readonly clientMachineId: string;
  /** Year, month, day, hour and minute of the client's clock. */
  readonly time: LoggedTime;
  readonly virtual: boolean;
  /** License status before the request, as WMI numbers it. */
  readonly status: number;
  readonly minutesToExpiry: number;
  readonly activationId: string;
  readonly threshold: number;
}

export interface LoggedTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: string;
}

/** "Other computer", a warning that every request carries. */
const FLAGS_SENT = '0x8';
/** The count did not suffice, and the warning. */
const FLAGS_COUNT_TOO_LOW = '0x4000008';

/** Event 12288. */
export function requestSent(request: LoggedRequest): string {
  const { code, server, clientMachineId, time, virtual } = request;
  const { status, minutesToExpiry, activationId, threshold } = request;
  return [
    formatCode(code),
    FLAGS_SENT,
    server,
    clientMachineId,
    yearFirst(time),
    Number(virtual),
    status,
    minutesToExpiry,
    activationId,
    threshold,
  ].join(',');
}

/** Event 12289. Intervals are in minutes. */
export function responseProcessed(
  activated: boolean,
  count: number,
  activationInterval: number,
  renewalInterval: number,
  time: LoggedTime,
): string {
  const flags = activated ? FLAGS_SENT : FLAGS_COUNT_TOO_LOW;
  const { year, month, day, hour, minute } = time;
  const clientTime = `${month}/${day}/${year} ${hour}:${minute}`;
  return ['0x0', flags, Number(activated), 0, count, activationInterval, renewalInterval, clientTime].join(
    ',',
  );
}

/** Event 12290. */
export function requestProcessed(request: LoggedRequest): string {
  const { code, machine, clientMachineId, time, virtual } = request;
  const { status, minutesToExpiry, activationId, threshold } = request;
  return [
    formatCode(code),
    threshold,
    machine,
    clientMachineId,
    yearFirst(time),
    Number(virtual),
    status,
    minutesToExpiry,
    activationId,
  ].join(',');
}

/** Event 12293. */
export function publishFailed(code: number, zone: string): string {
  return `${formatCode(code)},${zone}`;
}

function yearFirst({ year, month, day, hour, minute }: LoggedTime): string {
  return `${year}/${month}/${day} ${hour}:${minute}`;
}
