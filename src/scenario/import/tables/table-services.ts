import { type HostRecord, namedHost } from '../hosts/host.ts';
import { normalizeHeading } from './headings.ts';
import type { Table } from './table.ts';

const TARGETS = [
  'domainname',
  'target',
  'nametarget',
  'svrhostname',
  'hostname',
  'host',
  'server',
  'srvtarget',
];
const OWNERS = ['name', 'hostname', 'ownername', 'recordname', 'zonename', 'zone'];

/** Whether a table has records of services in DNS: PowerShell's Resolve-DnsName and Get-DnsServerResourceRecord. */
export function looksLikeServices({ header }: Table): boolean {
  const headings = header.cells.map(normalizeHeading);
  return (
    headings.includes('port') &&
    headings.includes('priority') &&
    headings.includes('weight') &&
    headings.some((heading) => TARGETS.includes(heading))
  );
}

/**
 * Whether a table has records of services without their targets: `Export-Csv` writes of what
 * `Get-DnsServerResourceRecord` gives only the type of its `RecordData`.
 */
export function lacksTargets({ header, rows }: Table): boolean {
  const column = header.cells.map(normalizeHeading).indexOf('recorddata');
  return column >= 0 && rows.some(({ cells }) => /^DnsServerResourceRecord/.test(cells[column] ?? ''));
}

/** The KMS hosts that a table of records of services has. */
export function hostsOfServices({ header, rows }: Table): HostRecord[] {
  const headings = header.cells.map(normalizeHeading);
  const target = TARGETS.map((name) => headings.indexOf(name)).find((column) => column >= 0) ?? -1;
  const owner =
    OWNERS.map((name) => headings.indexOf(name)).find((column) => column >= 0 && column !== target) ?? -1;
  const port = headings.indexOf('port');
  return rows.flatMap(({ cells }) => {
    const name = (cells[target] ?? '').trim().replace(/\.$/, '');
    const service = (cells[owner] ?? '').trim().replace(/\.$/, '');
    if (name === '' || (/^_/.test(service) && !/^_vlmcs\._tcp/i.test(service))) return [];
    const number = Number(cells[port]);
    const zone = service.replace(/^_vlmcs\._tcp\.?/i, '').toLowerCase();
    return [
      {
        ...namedHost(name, 'dns'),
        publishes: true,
        zone,
        port: Number.isInteger(number) && number > 0 && number < 65_536 ? number : null,
      },
    ];
  });
}
