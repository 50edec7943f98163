import { shown } from '../basics/shown.ts';
import { type ComputerRecord, NOTHING_KNOWN } from '../computers/computer.ts';
import { type HostRecord, namedHost } from '../hosts/host.ts';
import { channelOf, keyGroupOf } from '../systems/channel.ts';
import { plainName } from '../systems/plain-name.ts';
import { type FileFacts, factsOf, type Reader, SNIFFED } from './reader.ts';

/**
 * `slmgr /dlv` and `/dli` of a host or client, in whatever language: the product's description and its GUIDs are
 * English everywhere, ports and intervals are told by their numbers and their order where the words are foreign.
 */
export const licenseReader: Reader = {
  title: 'a license report (slmgr)',
  recognizes(text) {
    const start = text.slice(0, SNIFFED).trimStart();
    const isTable = /^[^\n]*[,;\t][^\n]*[,;\t]/.test(start);
    return !isTable && /^[^\n:：]{1,80}[:：][^\n]{0,200}\b(?:VOLUME_|RETAIL\b|OEM_)/m.test(start);
  },
  read(text, { fileName }): FileFacts {
    const report = readReport(text);
    const channel = channelOf([report.description]);
    if (channel === 'host')
      return factsOf({ hosts: [hostOf(report)], origin: [`${this.title} of a KMS host`] });
    return factsOf({
      records: [clientOf(report, fileName, channel)],
      hosts: report.lines.flatMap(([, value]) => hostAsked(value)),
      isInventory: true,
      origin: [`${this.title} of a computer, named after the file`],
    });
  },
};

/** The KMS host that a client names with its port, found in DNS or set by hand. */
function hostAsked(value: string): HostRecord[] {
  const found = /^((?=[^.]*[a-z])[a-z0-9][a-z0-9.-]{0,253}):(\d{1,5})$/i.exec(value);
  return found === null ? [] : [{ ...namedHost(found[1], 'log'), port: within(Number(found[2]), 1, 65_535) }];
}

/** What a report says. */
interface Report {
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly activationId: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
}

function readReport(text: string): Report {
  const lines = linesOf(text);
  const description =
    lines.find(([, value]) => /\b(?:VOLUME_|RETAIL|OEM_)/.test(value))?.[1] ??
    /[^\n]*\b(?:VOLUME_|RETAIL|OEM_)[^\n]*/.exec(text)?.[0] ??
    '';
  const index = lines.findIndex(([, value]) => value === description);
  const before = lines.slice(0, Math.max(index, 0)).findLast(([, value]) => /windows/i.test(value))?.[1];
  const version = lines.find(([, value]) => /^\d{1,2}\.\d\.\d{4,5}(?:\.\d+)?$/.test(value))?.[1] ?? '';
  const activationId =
    lines.find(([label, value]) => /activation/i.test(label) && GUID.test(value))?.[1] ?? '';
  return { name: before ?? '', description, version, activationId, lines };
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Lines parted at their first colon; those without have no label. */
function linesOf(text: string): (readonly [label: string, value: string])[] {
  return text.split('\n', 500).map((line) => {
    const cut = line.slice(0, 500);
    const colon = cut.search(/[:：]/);
    return colon < 0 ? ['', cut.trim()] : [cut.slice(0, colon).trim(), cut.slice(colon + 1).trim()];
  });
}

function hostOf(report: Report): HostRecord {
  const { lines, name, description, version } = report;
  const numbers = lines.flatMap(([label, value]) =>
    /^\d{1,9}\D{0,20}$/.test(value) && label !== ''
      ? [{ label: plainName(label), number: Number.parseInt(value, 10) }]
      : [],
  );
  const numberOf = (pattern: RegExp) => numbers.find(({ label }) => pattern.test(label))?.number ?? null;
  const port =
    numberOf(/port|ポート|端口|포트|порт|puerto|porta\b|poort/) ??
    numbers.find(({ number }) => number === 1688)?.number ??
    null;
  const renewal =
    numberOf(
      /renew|verlanger|erneuer|renouvel|renovac|rinnov|vernieuw|fornyelse|更新|续订|갱신|odnawia|обновлен|продлен/,
    ) ??
    numbers.find(({ number }) => number === 10_080)?.number ??
    null;
  const activation =
    numberOf(
      /activation interval|aktivierungsinterv|intervalle d activation|intervalo de activacion|intervallo di attivazione|intervalo de ativacao|activeringsinterval|ライセンス認証.*間隔|激活间隔/,
    ) ??
    numbers.find(({ number }) => number === 120)?.number ??
    null;
  const publishing = lines
    .map(([label, value]) => plainName(`${label} ${value}`))
    .find((line) => /\bdns\b/.test(line) && !/\d{4}/.test(line));
  const count = numberOf(
    /current count|aktuelle anzahl|nombre actuel|compte actuel|recuento actual|conteggio corrente|contagem atual|現在.*数|当前计数/,
  );
  const total = numberOf(
    /total requests|anforderungen insgesamt|gesamt.*anforder|total des demandes|demandes.*total|total de solicitudes|richieste totali|total de solicitacoes/,
  );
  const remarks = [
    `License report: channel ${shown(/(?:VOLUME|RETAIL|OEM)_?\w*/.exec(description)?.[0] ?? description)}.`,
    ...(count === null ? [] : [`Its count was ${count} when the report was made.`]),
    ...(total === null ? [] : [`It had had ${total} requests.`]),
  ];
  return {
    ...namedHost(null, 'license'),
    os: name,
    version,
    keyGroup: keyGroupOf([description]),
    port: within(port, 1, 65_535),
    publishes:
      publishing === undefined
        ? null
        : !/disabled|deaktiv|desactiv|disattiv|desativ|uitgeschakeld|inaktiv|無効|禁用|отключ|wylaczon/.test(
            publishing,
          ),
    activationInterval: within(activation, 15, 43_200),
    renewalInterval: within(renewal, 15, 43_200),
    remarks,
  };
}

function within(number: number | null, least: number, most: number): number | null {
  return number !== null && number >= least && number <= most ? number : null;
}

function clientOf(
  { name, description, version, activationId, lines }: Report,
  fileName: string,
  channel: ComputerRecord['channel'],
): ComputerRecord {
  const stem = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[-_. ]*(?:slmgr|dlv|dli|license|licence|lizenz)[-_. ]*/gi, '');
  const registered = lines.find(([label]) => /registered|registriert|enregistr/i.test(label))?.[1] ?? '';
  return {
    ...NOTHING_KNOWN,
    line: 1,
    name: stem === '' ? null : stem,
    os: name,
    version: /^6\.0/.test(version) ? version : '',
    activationId,
    channel,
    keyGroup: keyGroupOf([description]),
    kmsHost: /^[\w.-]+:\d+$/.test(registered) ? registered : '',
  };
}
