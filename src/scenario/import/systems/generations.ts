import { isSystemName } from '../../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../../model/definitions/systems.ts';
import type { EditionWord } from './edition-words.ts';

/** The editions of a system that have a volume license, by the word of their names. */
export type Editions = Partial<Readonly<Record<EditionWord, SystemName>>>;

/** A generation of Windows: how exports name it, and the editions that a scenario can have. */
export interface Generation {
  /** What `--assume` calls it. */
  readonly key: string;
  /** For messages, as `Windows Vista`. */
  readonly title: string;
  readonly kind: 'client' | 'server';
  /** In a plain name. */
  readonly pattern: RegExp;
  /** The version number of Windows NT. */
  readonly release: string;
  /** First and last build, for releases that several systems share (10.0); null for any. */
  readonly builds: readonly [first: number, last: number] | null;
  readonly editions: Editions;
  /** Why its computers are left out as long as no edition of it can be in a scenario. */
  readonly whyLeftOut: string;
  /** Whether each edition has a second row with service pack 1 (`-sp1`), which behaves otherwise. */
  readonly servicePackEditions: boolean;
}

const AFTER_VISTA = 'a Windows after Vista';
const AFTER_2008 = 'a Windows Server after 2008';
/** The reason of computers that may be KMS hosts. */
export const SERVER_2003 = 'Windows Server 2003';

function client(
  key: string,
  title: string,
  pattern: RegExp,
  release: string,
  editions: Readonly<Record<string, string>>,
  more: Partial<Generation> = {},
): Generation {
  return {
    key,
    title,
    kind: 'client',
    pattern,
    release,
    builds: null,
    editions: known(editions),
    whyLeftOut: AFTER_VISTA,
    servicePackEditions: false,
    ...more,
  };
}

function server(
  key: string,
  title: string,
  pattern: RegExp,
  release: string,
  words: readonly EditionWord[],
  more: Partial<Generation> = {},
): Generation {
  const editions = Object.fromEntries(words.map((word) => [word, `${key}-${word}`]));
  return {
    key,
    title,
    kind: 'server',
    pattern,
    release,
    builds: null,
    editions: known(editions),
    whyLeftOut: AFTER_2008,
    servicePackEditions: false,
    ...more,
  };
}

/** Those editions that the model has: the rows of a generation count from the day that it is modeled. */
function known(editions: Readonly<Record<string, string>>): Editions {
  return Object.fromEntries(Object.entries(editions).filter(([, name]) => isSystemName(name)));
}

const FIVE: readonly EditionWord[] = ['web', 'standard', 'enterprise', 'datacenter', 'itanium'];
const TWO: readonly EditionWord[] = ['standard', 'datacenter'];

/** Business editions of the clients from Windows 7 on are named Professional, from 8 on Pro. */
const professional = (key: string) => ({ business: `${key}-professional`, enterprise: `${key}-enterprise` });
const pro = (key: string) => ({ business: `${key}-pro`, enterprise: `${key}-enterprise` });

/** The generations of Windows, the more telling names first: `2008 R2` says also `2008`. */
export const GENERATIONS: readonly Generation[] = [
  server('server-2008-r2', 'Windows Server 2008 R2', /\b2008 ?r2\b/, '6.1', FIVE, {
    whyLeftOut: 'Windows Server 2008 R2',
  }),
  server('server-2012-r2', 'Windows Server 2012 R2', /\b2012 ?r2\b/, '6.3', TWO),
  server('server-2008', 'Windows Server 2008', /\b2008\b|server longhorn/, '6.0', FIVE),
  server('server-2012', 'Windows Server 2012', /\b2012\b/, '6.2', TWO),
  server('server-2016', 'Windows Server 2016', /server.*\b2016\b/, '10.0', TWO, { builds: [14_300, 14_999] }),
  server('server-2019', 'Windows Server 2019', /server.*\b2019\b/, '10.0', TWO, { builds: [17_600, 18_999] }),
  server('server-2022', 'Windows Server 2022', /server.*\b2022\b/, '10.0', TWO, { builds: [20_100, 25_999] }),
  server('server-2025', 'Windows Server 2025', /server.*\b2025\b/, '10.0', TWO, { builds: [26_000, 99_999] }),
  client(
    'vista',
    'Windows Vista',
    /\bvista\b|ビスタ/,
    '6.0',
    { business: 'vista-business', enterprise: 'vista-enterprise' },
    { whyLeftOut: 'an edition of Windows Vista without volume license', servicePackEditions: true },
  ),
  client('windows-11', 'Windows 11', /windows 11\b/, '10.0', pro('windows-11'), { builds: [22_000, 99_999] }),
  client('windows-10', 'Windows 10', /windows 10\b/, '10.0', pro('windows-10'), { builds: [10_000, 21_999] }),
  client('windows-8.1', 'Windows 8.1', /windows 8\.1\b/, '6.3', pro('windows-8.1')),
  client('windows-8', 'Windows 8', /windows 8\b(?!\.)/, '6.2', pro('windows-8')),
  client('windows-7', 'Windows 7', /windows 7\b/, '6.1', professional('windows-7')),
];

/** Systems that no scenario has, by their plain name. */
export const OTHER_SYSTEMS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/\b2003\b/, SERVER_2003],
  [/\bxp\b|\b2000\b|windows (?:9\d|me)\b|windows nt [34]\b/, 'a Windows before Vista'],
  [/server 20\d\d\b/, AFTER_2008],
  [/\bmac\b|\bmacos\b|\bos x\b|darwin/, 'macOS'],
  [/linux|ubuntu|debian|red ?hat|centos|suse|fedora|unix|solaris|bsd|esxi?\b|ontap/, 'no Windows'],
];

/** What says that a system is a server or a workstation where its name has no year: of Configuration Manager and licenses. */
export const SERVER_WORDS = /server|serveur|servidor|сервер|サーバー|服务器|伺服器/;
export const CLIENT_WORDS = /workstation|arbeitsstation|station de travail|client|tablet/;

/** A release that servers and clients of several names share. */
export const SHARED_RELEASE = '10.0';
/** Why a server of that release is left out whose build nothing says. */
export const NO_BUILD = 'a Windows Server from 2016 on, with nothing that says which: its build would';

/**
 * The system of a kind with a version; undefined where no row has it. A client of the shared release without a build
 * is taken for Windows 10, whose keys are those of Windows 11.
 */
export function systemOfRelease(
  kind: Generation['kind'],
  release: string,
  build: number | null,
): Generation | undefined {
  return GENERATIONS.find(
    (row) =>
      row.kind === kind &&
      row.release === release &&
      (row.builds === null ||
        (build === null ? row.key === 'windows-10' : build >= row.builds[0] && build <= row.builds[1])),
  );
}
