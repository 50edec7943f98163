import { productOfActivationId } from './activation-ids.ts';
import { type EditionWord, editionWord } from './edition-words.ts';
import {
  CLIENT_WORDS,
  GENERATIONS,
  type Generation,
  NO_BUILD,
  OTHER_SYSTEMS,
  SERVER_2003,
  SERVER_WORDS,
  SHARED_RELEASE,
  systemOfRelease,
} from './generations.ts';
import { plainName } from './plain-name.ts';
import { readServicePack, readVersion, servicePackInName, servicePackOfBuild } from './service-packs.ts';

/** What a file says of a computer's system, as it is written; empty texts where it says nothing. */
export interface SystemTexts {
  readonly os: string;
  /** The edition where a column of its own has it. */
  readonly edition: string;
  /** Null where the file has nothing that would say it; an empty text is a computer without service pack. */
  readonly servicePack: string | null;
  readonly version: string;
  readonly activationId: string;
}

/** A system that is recognized. */
export interface SystemFact {
  readonly system: Generation;
  /** Null where nothing says it. */
  readonly edition: EditionWord | null;
  /** 0 for none; null where nothing says it. */
  readonly servicePack: number | null;
}

/** Why a computer's system is none that is recognized. */
export interface NoSystem {
  readonly reason: string;
}

export const NO_SYSTEM_GIVEN = 'no operating system is given';
export const NOT_RECOGNIZED = 'not a system that is recognized';
const DISAGREE = 'name, version and service pack of the system disagree';
const NOT_UNDERSTOOD = 'a service pack that is not understood';

/** How Windows Server 2008 names its licenses, without a year; later systems name theirs otherwise. */
const LICENSE_OF_2008 = /^windows server server(?:standard|enterprise|datacenter|web|itanium)/;

/** Recognizes a system by its name, else by version and kind, else by its activation ID. */
export function recognize(texts: SystemTexts): SystemFact | NoSystem {
  const name = plainName(`${texts.os} ${texts.edition}`);
  const product = productOfActivationId(texts.activationId);
  const found = systemOf(texts, name);
  const word = editionWord(name);
  // An activation ID says more than a name without an edition, as the description of a product.
  const isVague = 'reason' in found || word === null;
  const system = (isVague ? GENERATIONS.find(({ key }) => key === product?.system) : undefined) ?? found;
  if ('reason' in system) return system;
  const own = product?.system === system.key ? product.edition : null;
  const { release } = readVersion(texts.version);
  if (release !== null && release !== system.release) return { reason: DISAGREE };
  const servicePack = servicePackOf(texts, system);
  if (typeof servicePack === 'string') return { reason: servicePack };
  return { system, edition: word ?? own, servicePack };
}

function systemOf({ os, version }: SystemTexts, name: string): Generation | NoSystem {
  if (os === '') return { reason: NO_SYSTEM_GIVEN };
  const named = /windows|server|vista|ビスタ/.test(name)
    ? GENERATIONS.find(({ pattern }) => pattern.test(name))
    : undefined;
  if (named !== undefined) return named;
  const other = OTHER_SYSTEMS.find(([pattern]) => pattern.test(name));
  if (other !== undefined) return { reason: other[1] };
  return systemOfKind(name, plainName(os), version) ?? { reason: NOT_RECOGNIZED };
}

/**
 * The system of a name without year: `Windows NT Workstation 6.0`, `Windows Server(R), ServerStandard edition`.
 *
 * @param name with what a column of editions says
 * @param alone without it
 */
function systemOfKind(name: string, alone: string, version: string): Generation | NoSystem | null {
  const inName = readVersion(name);
  const written = readVersion(version);
  const kind = kindOf(name, written.build) ?? kindOf(alone, written.build);
  if (kind === null) return null;
  const release = written.release ?? inName.release ?? (LICENSE_OF_2008.test(name) ? '6.0' : null);
  if (release === null) return null;
  if (release.startsWith('5.'))
    return { reason: kind === 'server' && release === '5.2' ? SERVER_2003 : 'a Windows before Vista' };
  const found = systemOfRelease(kind, release, written.build ?? inName.build);
  if (found !== undefined) return found;
  return kind === 'server' && release === SHARED_RELEASE ? { reason: NO_BUILD } : null;
}

/** Tools that manage clients call their system `Windows`, and say the version apart. */
function kindOf(name: string, build: number | null): Generation['kind'] | null {
  if (SERVER_WORDS.test(name)) return 'server';
  if (CLIENT_WORDS.test(name)) return 'client';
  if (!/^windows(?: nt| desktop)?$/.test(name)) return null;
  return build === BUILD_OF_2022 ? 'server' : 'client';
}

/** The one build that no client shares with Windows Server 2022. */
const BUILD_OF_2022 = 20_348;

/** The service pack that name, version and cell agree on; a text that says why they do not. */
function servicePackOf(texts: SystemTexts, { servicePackEditions }: Generation): number | null | string {
  const written = readServicePack(texts.servicePack ?? '');
  if (!servicePackEditions) return written ?? null;
  if (written === undefined) return NOT_UNDERSTOOD;
  const said = [
    servicePackInName(texts.os),
    servicePackInName(texts.version),
    servicePackOfBuild(texts.version),
    written,
  ].filter((pack) => pack !== null);
  if (new Set(said.map((pack) => pack > 0)).size > 1) return DISAGREE;
  // A column of service packs that is empty for a computer says that it has none.
  return said[0] ?? (texts.servicePack === null ? null : 0);
}
