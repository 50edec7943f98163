import { OFFICE, type OfficeVersion } from '../../../model/definitions/office.ts';
import { counted } from '../basics/shown.ts';
import { type Channel, channelOf } from './channel.ts';

/** The application ID of Windows in lists of products, which tells its products from those of Office. */
const WINDOWS = '55c92734-d682-4d71-983e-d6ec3f16059f';

/** Whether an application ID is that of Windows; of one that is not given nothing is known. */
export function isWindows(applicationId: string): boolean | null {
  const id = applicationId.replace(/[{}\s]/g, '').toLowerCase();
  return id === '' ? null : id === WINDOWS;
}

/** A volume edition of Office on a computer, as one row of a list says it. */
export interface OfficeProduct {
  /** `null`: not recognized. */
  readonly version: OfficeVersion | null;
  readonly channel: Channel;
  /** The KMS host that is set by hand for it, `NAME` or `NAME:PORT`; empty for none. */
  readonly kmsHost: string;
}

/** Versions by the number with which licenses name them: `Office 16, Office16ProPlusVL_KMS_Client edition`. */
const NUMBERS: Readonly<Record<string, OfficeVersion>> = {
  14: 2010,
  15: 2013,
  16: 2016,
  19: 2019,
  21: 2021,
  24: 2024,
};

/** An Office product by what a list says of it: names, descriptions, types of keys. */
export function officeProduct(texts: readonly string[], kmsHost: string): OfficeProduct {
  return { version: versionOf(texts), channel: channelOf(texts), kmsHost };
}

/** A year in a name comes before the number, which some names have without meaning. */
function versionOf(texts: readonly string[]): OfficeVersion | null {
  const about = texts.filter((text) => /office/i.test(text));
  for (const pattern of [/(?<!\d)(20\d\d)(?!\d)/, /office ?(\d\d)(?!\d)/i])
    for (const text of about) {
      const found = pattern.exec(text)?.[1];
      const version = found === undefined ? undefined : (NUMBERS[found] ?? Number(found));
      if (version !== undefined && version in OFFICE) return version as OfficeVersion;
    }
  return null;
}

/** The Office of a computer that KMS is to activate: the newest version, with its KMS host set by hand. */
export interface OfficeOfComputer {
  readonly office: OfficeVersion | null;
  readonly officeHost: string;
}

export const NO_OFFICE: OfficeOfComputer = { office: null, officeHost: '' };

/** Adds up the products of Office in a list. */
export class OfficeProducts {
  private withOtherKeys = 0;
  private unrecognized = 0;

  /** Of products of one computer the newest that is activated by KMS; the others are counted. */
  newest(products: readonly OfficeProduct[]): OfficeOfComputer {
    let newest: OfficeOfComputer = NO_OFFICE;
    for (const { version, channel, kmsHost } of products) {
      if (channel !== 'kms' && channel !== 'unknown') this.withOtherKeys += 1;
      else if (version === null) this.unrecognized += 1;
      else if (newest.office === null || version > newest.office)
        newest = { office: version, officeHost: kmsHost };
    }
    return newest;
  }

  /** What readers of the scenario must know of what is not in it. */
  notes(): string[] {
    return [
      ...(this.withOtherKeys > 0
        ? [
            `${counted(this.withOtherKeys, 'product')} of Office ${this.withOtherKeys === 1 ? 'has' : 'have'} another key than that of a KMS client: not in the scenario.`,
          ]
        : []),
      ...(this.unrecognized > 0
        ? [
            `Of ${counted(this.unrecognized, 'product')} other than Windows no version of Office is recognized: not in the scenario.`,
          ]
        : []),
    ];
  }
}
