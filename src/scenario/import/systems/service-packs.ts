import { foldLetters } from '../basics/fold-letters.ts';

/** The build of Vista without service pack; each service pack's is one higher (6001 and 6002). */
const FIRST_BUILD = 6000;

/** A number of a service pack, 0 for none; null where nothing is said, undefined for what is not understood. */
export type ServicePack = number | null | undefined;

const NONE =
  /^(?:-|none|rtm|n\/?a|null|no service pack|kein(?:e|es)?|aucun|ninguno|nessuno|nenhum|geen|ingen|brak|нет|なし|无|無)$/;
const NUMBERED =
  /^(?:service\s*-?pack|sp|servicepack|пакет обновления|サービス\s*パック)?\s*(\d{1,2})(?:\.0)?(?:[\s,;(].*)?$/;

/** The service pack that a cell tells: `Service Pack 1`, `SP2`, `1`; none for `0`, `none` and `RTM`. */
export function readServicePack(cell: string): ServicePack {
  if (cell === '') return null;
  const plain = foldLetters(cell).trim();
  if (NONE.test(plain)) return 0;
  const number = NUMBERED.exec(plain)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The service pack in a text, as in `Windows Vista Enterprise SP1` and `6.0.6002 Service Pack 2 Build 6002`. */
export function servicePackInName(os: string): number | null {
  const number = /(?<![\p{L}\p{N}])(?:service\s*-?pack|sp)\s*(\d)(?!\d)/iu.exec(os)?.[1];
  return number === undefined ? null : Number(number);
}

/** The service pack that the build of a version `6.0` tells: `6.0 (6001)`, `6.0.6002`, or the build alone. */
export function servicePackOfBuild(version: string): number | null {
  const build = /(?:^|\D)(600[0-3])(?:\D|$)/.exec(version)?.[1];
  return build === undefined ? null : Math.min(Number(build) - FIRST_BUILD, 2);
}

/** Version number and build that a text has: `6.0 (6001)`, `6.0.6002 Service Pack 2`; a build alone says its release. */
export function readVersion(text: string): {
  readonly release: string | null;
  readonly build: number | null;
} {
  const found = /(?:^|[^\d.])(\d{1,2}\.\d{1,2})(?:[. (]+(\d{3,5}))?(?:\D|$)/.exec(text);
  if (found !== null) return { release: found[1], build: found[2] === undefined ? null : Number(found[2]) };
  const alone = /^\s*(600[0-3]|760[01]|9200|9600|1\d{4}|2\d{4})\s*$/.exec(text)?.[1];
  if (alone === undefined) return { release: null, build: null };
  return {
    release: RELEASES_OF_BUILDS[alone] ?? (alone.startsWith('600') ? '6.0' : '10.0'),
    build: Number(alone),
  };
}

const RELEASES_OF_BUILDS: Readonly<Record<string, string>> = {
  '7600': '6.1',
  '7601': '6.1',
  '9200': '6.2',
  '9600': '6.3',
};
