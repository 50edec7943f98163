import type { KeyGroup } from './key-groups.ts';

/** What an activation over the Internet says to Microsoft: named, never valued. */
export interface Disclosure {
  /** The systems whose activation sends it, for people. */
  readonly systems: string;
  /** The items as a column has them, with semicolons. */
  readonly carried: string;
  /** The items in a sentence. */
  readonly sentence: string;
  readonly source: string;
}

const SINCE_7 =
  'product code; channel; date and result of the installation; proof that the product key is unaltered; ' +
  'make and model of the computer; versions of the system and of software; region and language; GUID; ' +
  'product key (hashed) and product ID; BIOS name, revision and date; volume serial number (hashed); ' +
  'result of the activation check with activation exploits found; name and hash of the startup instructions file; ' +
  'subscription details; IP address (kept temporarily)';
const SENTENCE_SINCE_7 =
  'the product code and its channel, the date and result of the installation, the product key (hashed) and product ID, ' +
  'make and model of the computer, its BIOS, the serial number of its volume (hashed), a GUID, software versions, ' +
  'region and language, the result of the activation check with exploits found, a hash of the startup instructions, ' +
  'subscription details and the IP address';

/** What is sent, by generation; the key says which, since it is that of the product to be activated. */
const GENERATIONS = {
  'of-2008': {
    systems: 'Windows Vista and Server 2008',
    carried:
      'product key; edition and channel; current date; license condition; hardware ID hash; language; IP address',
    sentence:
      'the product key, the edition and its channel, the date, the license condition, a hardware hash, language settings and the IP address',
    source: 'Planning Guide, Appendix 1',
  },
  'since-7': {
    systems: 'Windows 7, Server 2008 R2, Windows 8 and Server 2012',
    carried: SINCE_7,
    sentence: SENTENCE_SINCE_7,
    source: 'Appendix: Information sent to Microsoft during activation',
  },
  'since-8.1': {
    systems: 'Windows 8.1, Server 2012 R2 and later',
    carried: `${SINCE_7}; hardware hash`,
    sentence: `${SENTENCE_SINCE_7}, and a hardware hash`,
    source:
      'Appendix: Information sent to Microsoft during activation; Windows 8.1 and Windows Server 2012 R2 privacy statement for installation features',
  },
} as const satisfies Record<string, Disclosure>;

/** A generation for each key group: one without it does not compile. */
const GENERATION_OF: Readonly<Record<KeyGroup, keyof typeof GENERATIONS>> = {
  client: 'of-2008',
  'server-a': 'of-2008',
  'server-b': 'of-2008',
  'server-c': 'of-2008',
  'windows-7': 'since-7',
  'server-2008-r2-a': 'since-7',
  'server-2008-r2-b': 'since-7',
  'server-2008-r2-c': 'since-7',
  'windows-8': 'since-7',
  'server-2012': 'since-7',
  'windows-8.1': 'since-8.1',
  'server-2012-r2': 'since-8.1',
  'windows-10': 'since-8.1',
  'server-2016': 'since-8.1',
  'server-2019': 'since-8.1',
  'server-2022': 'since-8.1',
  'server-2025': 'since-8.1',
  // No source has Office apart; that of Windows of its time is taken.
  'office-2010': 'since-7',
  'office-2013': 'since-7',
  'office-2016': 'since-8.1',
  'office-2019': 'since-8.1',
  'office-2021': 'since-8.1',
  'office-2024': 'since-8.1',
};

/** What the activation of a product of a key group sends to Microsoft over the Internet. */
export function disclosureOfGroup(group: KeyGroup): Disclosure {
  return GENERATIONS[GENERATION_OF[group]];
}
