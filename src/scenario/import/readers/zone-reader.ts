import { MAX_HOSTS } from '../basics/limits.ts';
import { counted } from '../basics/shown.ts';
import { type HostRecord, namedHost } from '../hosts/host.ts';
import { type FileFacts, factsOf, type Reader, SNIFFED } from './reader.ts';

/** A DNS zone: a zone file (RFC 1035), `dnscmd /zoneprint`, `dig`, `nslookup`, PowerShell's `Get-DnsServerResourceRecord`. */
export const zoneReader: Reader = {
  title: 'a DNS zone',
  recognizes(text) {
    const start = text.slice(0, SNIFFED);
    return (
      /^[ \t]*\$(?:ORIGIN|TTL)\b|\bSOA\b[^\n]{1,300}\b\d+|\bSRV\s+\d+\s+\d+\s+\d+\s+\S|\bSRV\b[^\n]{0,300}\[\d+\]\[\d+\]\[\d+\]\[|SRV service location/im.test(
        start,
      ) && !/^[^\n]*[,;]"?(?:name|port)\b/i.test(start)
    );
  },
  read(text): FileFacts {
    const hosts = [...recordsOf(text), ...ofNslookup(text), ...ofPowerShell(text)];
    const zones = new Set(hosts.map(({ zone }) => zone).filter((zone) => zone !== ''));
    const origin = [
      `${this.title}${zones.size === 0 ? '' : ` (${[...zones].slice(0, 3).join(', ')})`}: ${counted(hosts.length, 'record')} of KMS hosts (_vlmcs._tcp)`,
    ];
    const notes = hosts.length === 0 ? ['The DNS zone has no record of a KMS host (_vlmcs._tcp).'] : [];
    return factsOf({ hosts, origin, notes });
  },
};

const SERVICE = '_vlmcs._tcp';
const KMS_PORT = 1688;

/** SRV records of zone files; a line without an owner has the one above it. */
function recordsOf(text: string): HostRecord[] {
  const hosts: HostRecord[] = [];
  let origin =
    /^[ \t]*;?[ \t]*(?:zone|zonenname|zone name)[ \t]*[:=][ \t]*([\w.-]+)/im.exec(text)?.[1]?.toLowerCase() ??
    '';
  let owner = '';
  for (const full of text.split('\n')) {
    const line = full.replace(/;.*$/, '').slice(0, 1_000);
    const directive = /^\s*\$ORIGIN\s+(\S+)/i.exec(line);
    if (directive !== null) {
      origin = withoutDot(directive[1]).toLowerCase();
      owner = '@';
      continue;
    }
    const soa = /^(\S+)\s+(?:\[Aging:\d+\]\s+)?(?:\d+\s+)?(?:IN\s+)?SOA\s/i.exec(line);
    if (origin === '' && soa !== null && soa[1].endsWith('.')) origin = withoutDot(soa[1]).toLowerCase();
    if (/^\S/.test(line)) owner = line.split(/\s/, 1)[0];
    const found = /\sSRV\s+(\d{1,5})\s+(\d{1,5})\s+(\d{1,5})\s+(\S+)/i.exec(line);
    if (found === null || hosts.length > MAX_HOSTS) continue;
    const zone = zoneOf(owner.toLowerCase(), origin, Number(found[3]));
    if (zone === null) continue;
    const target = found[4].endsWith('.')
      ? withoutDot(found[4])
      : found[4].includes('.') || zone === ''
        ? found[4]
        : `${found[4]}.${zone}`;
    hosts.push(published(target, zone, Number(found[3])));
  }
  return hosts;
}

/**
 * The zone that a record of KMS hosts is in, empty where nothing says it; null for records of other services.
 * `dnscmd /enumrecords` writes neither service nor zone: there the port decides.
 */
function zoneOf(owner: string, origin: string, port: number): string | null {
  const relative = owner === '@' || owner === '' ? '' : owner;
  const isAbsolute = owner.endsWith('.') || relative.startsWith(`${SERVICE}.`);
  const full = [withoutDot(relative), isAbsolute ? '' : origin].filter((part) => part !== '').join('.');
  if (full === '') return port === KMS_PORT ? '' : null;
  return full === SERVICE || full.startsWith(`${SERVICE}.`) ? full.slice(SERVICE.length + 1) : null;
}

/** `svr hostname = kms-1.corp.example`, behind the name of the service and its port. */
function ofNslookup(text: string): HostRecord[] {
  if (!/SRV service location/i.test(text)) return [];
  const blocks = text
    .slice(0, 4 * SNIFFED)
    .split(/(?=^\S+\s+SRV service location)/im)
    .filter((block) => block.toLowerCase().startsWith(SERVICE));
  return blocks.slice(0, MAX_HOSTS + 1).flatMap((block) => {
    const host = /svr hostname\s*=\s*(\S+)/i.exec(block)?.[1];
    const port = /port\s*=\s*(\d{1,5})/i.exec(block)?.[1];
    const zone = /^_vlmcs\._tcp\.(\S+)/i.exec(block)?.[1] ?? '';
    return host === undefined
      ? []
      : [published(withoutDot(host), withoutDot(zone).toLowerCase(), Number(port ?? 1688))];
  });
}

/** `_vlmcs._tcp SRV 33 0 01:00:00 [0][0][1688][kms-1.corp.example.]` */
function ofPowerShell(text: string): HostRecord[] {
  const hosts: HostRecord[] = [];
  for (const line of text.split('\n')) {
    const found = /^\s*_vlmcs\._tcp(\S*)\s.*\bSRV\b.*\[\d+\]\[\d+\]\[(\d{1,5})\]\[([^\]\s]{1,255})\]/i.exec(
      line.slice(0, 1_000),
    );
    if (found === null || hosts.length > MAX_HOSTS) continue;
    const target = withoutDot(found[3]);
    hosts.push(
      published(
        target,
        withoutDot(found[1].replace(/^\./, '')) || target.split('.').slice(1).join('.').toLowerCase(),
        Number(found[2]),
      ),
    );
  }
  return hosts;
}

function published(name: string, zone: string, port: number): HostRecord {
  const own = zone === '' ? name.split('.').slice(1).join('.').toLowerCase() : zone;
  return {
    ...namedHost(name, 'dns'),
    publishes: true,
    zone: own,
    port: port > 0 && port < 65_536 ? port : null,
  };
}

function withoutDot(name: string): string {
  return name.replace(/\.$/, '');
}
