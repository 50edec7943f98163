import { InventoryError } from '../basics/inventory-error.ts';
import { MAX_EVENTS } from '../basics/limits.ts';
import { type ComputerRecord, NOTHING_KNOWN } from '../computers/computer.ts';
import type { ClientRequest, HostAnswer } from '../computers/request.ts';
import { type HostRecord, namedHost } from '../hosts/host.ts';
import { productOfActivationId } from '../systems/activation-ids.ts';
import type { LogEntry } from './info-line.ts';

/** The count that clients of Windows Vista and later need; servers need less. */
const CLIENT_THRESHOLD = 25;

/** What a log says of an estate. */
export interface LogFacts {
  /** A record for each client, with its requests. */
  readonly records: readonly ComputerRecord[];
  readonly hosts: readonly HostRecord[];
  readonly answers: readonly HostAnswer[];
  readonly requests: number;
}

/** Collects the entries of a log. */
export class LogBook {
  private readonly clients = new Map<string, ClientRequest[]>();
  private readonly hosts = new Map<string, HostRecord>();
  private readonly answers: HostAnswer[] = [];
  private requests = 0;

  /** @throws InventoryError when there are too many */
  add(entry: LogEntry | null): void {
    if (entry === null) return;
    if (this.requests + this.answers.length >= MAX_EVENTS)
      throw new InventoryError({ message: `more than ${MAX_EVENTS} requests and answers` });
    if (entry.kind === 'answer') this.answers.push(entry.answer);
    else if (entry.kind === 'request') this.addRequest(entry.request);
    else
      this.addHost(entry.publication.host, {
        publishes: !entry.publication.failed,
        zone: entry.publication.failed ? '' : entry.publication.zone,
      });
  }

  private addRequest(request: ClientRequest): void {
    const key = request.client.toLowerCase();
    const known = this.clients.get(key);
    if (known === undefined) this.clients.set(key, [request]);
    else known.push(request);
    this.requests++;
    const [host, port] = request.host.split(':');
    if (host !== '') this.addHost(host, /^\d{1,5}$/.test(port ?? '') ? { port: Number(port) } : {});
  }

  private addHost(name: string, found: Partial<HostRecord>): void {
    const key = name.toLowerCase();
    this.hosts.set(key, { ...(this.hosts.get(key) ?? namedHost(name, 'log')), ...found });
  }

  /** What was collected; null for nothing. */
  facts(): LogFacts | null {
    if (this.requests === 0 && this.answers.length === 0) return null;
    const records = [...this.clients.values()].map(recordOf);
    return { records, hosts: [...this.hosts.values()], answers: this.answers, requests: this.requests };
  }
}

function recordOf(unordered: readonly ClientRequest[]): ComputerRecord {
  const requests = [...unordered].sort((a, b) => a.time - b.time || a.line - b.line);
  const last = requests[requests.length - 1];
  const told = <Key extends 'virtual' | 'threshold'>(key: Key) =>
    requests.findLast((request) => request[key] !== null)?.[key] ?? null;
  const activationId = requests.findLast((request) => request.activationId !== '')?.activationId ?? '';
  return {
    ...NOTHING_KNOWN,
    line: last.line,
    name: last.client,
    os: productOfActivationId(activationId) === undefined ? systemOfThreshold(told('threshold')) : '',
    activationId,
    virtual: told('virtual'),
    channel: 'kms',
    lastSeen: last.time,
    requests,
  };
}

/** What a client's threshold says of its system, in the words of Windows NT, where its activation ID is not known. */
function systemOfThreshold(threshold: number | null): string {
  if (threshold === null) return '';
  return threshold >= CLIENT_THRESHOLD ? 'Windows NT Workstation 6.0' : 'Windows NT Server 6.0';
}
