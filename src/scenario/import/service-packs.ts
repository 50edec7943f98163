/** The build of Vista without service pack; each service pack's is one higher (6001 and 6002). */
const FIRST_BUILD = 6000;

/** A number of a service pack, 0 for none; null where nothing is said, undefined for what is not understood. */
export type ServicePack = number | null | undefined;

/** The service pack that a cell tells: `Service Pack 1`, `SP2`, `1`; none for `0`, `none` and `RTM`. */
export function readServicePack(cell: string): ServicePack {
  if (cell === '') return null;
  if (/^(?:none|rtm|n\/a|no service pack|kein(?:es)?|aucun)$/i.test(cell)) return 0;
  const number = /^(?:service\s*pack|sp)?\s*(\d)(?:\.0)?(?:[\s,].*)?$/i.exec(cell)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The service pack in a system's name, as in `Windows Vista Enterprise SP1`. */
export function servicePackInName(os: string): ServicePack {
  const number = /\b(?:service\s*pack|sp)\s*(\d)\b/i.exec(os)?.[1];
  return number === undefined ? null : Number(number);
}

/** The service pack that the build of a version `6.0` tells: `6.0 (6001)`, `6.0.6002`, or the build alone. */
export function servicePackOfBuild(version: string): ServicePack {
  const build = /(?:^|\D)(600[0-3])(?:\D|$)/.exec(version)?.[1];
  return build === undefined ? null : Math.min(Number(build) - FIRST_BUILD, 2);
}
