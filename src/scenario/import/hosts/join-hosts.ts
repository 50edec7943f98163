import { InventoryError } from '../basics/inventory-error.ts';
import { MAX_HOSTS } from '../basics/limits.ts';
import { shown } from '../basics/shown.ts';
import { splitName } from '../computers/computer-names.ts';
import type { EstateHost, HostRecord } from './host.ts';

/** The hosts that a file describes. */
export interface HostFile {
  readonly fileName: string;
  readonly hosts: readonly HostRecord[];
}

const UNNAMED = 'kms-1';

/**
 * Joins the KMS hosts of several files by name. A license report has no computer name: it is of the host that its
 * file is named after, else of the only host, else of the first that is published.
 *
 * @throws InventoryError when there are too many
 */
export function joinHosts(files: readonly HostFile[]): readonly EstateHost[] {
  const hosts = new Map<string, EstateHost>();
  for (const { hosts: records } of files) {
    for (const record of records) if (record.name !== null) enter(hosts, record, record.name);
  }
  for (const { fileName, hosts: records } of files) {
    for (const record of records) if (record.name === null) enterUnnamed(hosts, record, fileName);
  }
  return [...hosts.values()];
}

function enter(hosts: Map<string, EstateHost>, record: HostRecord, name: string): EstateHost {
  const { short, domain } = splitName(name);
  const key = short.toLowerCase();
  const host = hosts.get(key) ?? newHost(short, domain);
  if (!hosts.has(key) && hosts.size === MAX_HOSTS)
    throw new InventoryError({ message: `more than ${MAX_HOSTS} KMS hosts are named` });
  hosts.set(key, host);
  host.domain ||= domain;
  host.os = record.os || host.os;
  host.version = record.version || host.version;
  host.keyGroup = record.keyGroup ?? host.keyGroup;
  host.port = record.port ?? host.port;
  host.publishes = record.publishes ?? host.publishes;
  host.zone = record.zone || host.zone;
  host.activationInterval = record.activationInterval ?? host.activationInterval;
  host.renewalInterval = record.renewalInterval ?? host.renewalInterval;
  host.sources.add(record.source);
  for (const remark of record.remarks) if (!host.remarks.includes(remark)) host.remarks.push(remark);
  return host;
}

function enterUnnamed(hosts: Map<string, EstateHost>, record: HostRecord, fileName: string): void {
  const words = fileName.toLowerCase().split(/[^a-z0-9-]+|-dlv|_/);
  const list = [...hosts.values()].filter(({ sources }) => !sources.has('license'));
  const named = list.find(({ name }) => words.includes(name.toLowerCase()));
  const host =
    named ??
    list.find(({ sources }) => sources.has('log')) ??
    list.find(({ sources }) => sources.has('dns')) ??
    list[0];
  const name = host?.name ?? freeName(hosts);
  const entered = enter(hosts, record, name);
  const why =
    host === undefined
      ? `is called ${name} here`
      : named !== undefined
        ? 'is named after it'
        : `is taken for that of ${name}`;
  entered.remarks.push(`The license report (${shown(fileName)}) has no computer name; it ${why}.`);
}

function freeName(hosts: ReadonlyMap<string, EstateHost>): string {
  for (let number = 1; ; number++) {
    const name = UNNAMED.replace('1', String(number));
    if (!hosts.has(name)) return name;
  }
}

function newHost(name: string, domain: string): EstateHost {
  return {
    name,
    domain,
    sources: new Set(),
    os: '',
    version: '',
    keyGroup: null,
    port: null,
    publishes: null,
    zone: '',
    activationInterval: null,
    renewalInterval: null,
    remarks: [],
  };
}
