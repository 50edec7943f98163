import { ENCODINGS, type Encoding, encodingNamed } from '../../scenario/import/encodings/encodings.ts';
import type { ImportOptions } from '../../scenario/import/import-options.ts';
import { isImportField } from '../../scenario/import/tables/columns.ts';
import { IMPORT_FIELDS } from '../../scenario/import/tables/headings.ts';
import { DurationError, parseDuration } from '../../text/duration.ts';
import { suggestion } from '../../text/nearest.ts';
import { UsageError } from '../shared/command-line-error.ts';
import type { ImportArguments } from './options.ts';

/**
 * What the options of `vasim import` ask for.
 *
 * @throws UsageError when `--map` is not `COLUMN=FIELD` `--stale` no duration, or `--encoding` not known
 */
export function readImportOptions(args: ImportArguments): ImportOptions {
  const mapped = (args.map ?? []).map(readMapping);
  const site = args['site-from'];
  const map = Object.fromEntries(site === undefined ? mapped : [...mapped, [site, 'site'] as const]);
  const stale = args.stale === undefined ? {} : { staleAfter: readStale(args.stale) };
  const encoding = readEncoding(args.encoding);
  return {
    map,
    assume: args.assume ?? [],
    keepStale: args['keep-stale'] === true,
    ...stale,
    ...(encoding === undefined ? {} : { encoding }),
  };
}

/**
 * The encoding that `--encoding` names; undefined without it.
 *
 * @throws UsageError when there is none of that name
 */
export function readEncoding(written: string | undefined): Encoding | undefined {
  if (written === undefined) return undefined;
  const found = encodingNamed(written);
  if (found !== undefined) return found;
  throw new UsageError(`--encoding: unknown encoding \`${written}\`${suggestion(written, ENCODINGS)}`);
}

/** Reads `COLUMN=FIELD`; a column's name may have the sign in it. */
function readMapping(written: string): [column: string, field: string] {
  const sign = written.lastIndexOf('=');
  const column = written.slice(0, Math.max(sign, 0)).trim();
  const field = written.slice(sign + 1).trim();
  if (column === '') {
    throw new UsageError(`--map takes COLUMN=FIELD, not \`${written}\``);
  }
  if (!isImportField(field)) {
    const meant = suggestion(field, IMPORT_FIELDS);
    throw new UsageError(`--map: unknown field \`${field}\`${meant}`);
  }
  return [column, field];
}

function readStale(written: string): number {
  try {
    return parseDuration(written);
  } catch (error) {
    if (!(error instanceof DurationError)) throw error;
    throw new UsageError(`--stale: ${error.message}`);
  }
}
