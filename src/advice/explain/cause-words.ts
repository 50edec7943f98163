import { MINUTES_PER_DAY } from '../../engine/time.ts';
import type { EstateParameters, TimelineEntry } from '../../model/definitions/parameters.ts';
import type { JsonObject, JsonValue } from '../../scenario/document/json.ts';
import { formatDuration } from '../../text/duration.ts';
import type { Candidate } from './candidates.ts';
import type { Cause } from './explanation.ts';
import { filePart, type Locate, linePart } from './places.ts';
import { dateOf } from './sentences.ts';

/** Longest value of a setting that is shown. */
const SHOWN = 60;

/** Puts candidates into words. */
export class CauseWords {
  private readonly estate: EstateParameters;
  private readonly document: JsonObject;
  private readonly start: string;
  private readonly locate: Locate;

  constructor(estate: EstateParameters, document: JsonObject, start: string, locate: Locate) {
    this.estate = estate;
    this.document = document;
    this.start = start;
    this.locate = locate;
  }

  /** A candidate as a cause, with what becomes of the subject without it. */
  cause(candidate: Candidate, outcome: string): Cause {
    const place = this.locate(candidate.path);
    return {
      path: candidate.path.join('.'),
      file: filePart(place),
      line: linePart(place),
      what: this.what(candidate),
      set: candidate.kind === 'strike' ? null : `${candidate.path.join('.')}=null`,
      outcome,
    };
  }

  private what({ kind, path, strike }: Candidate): string {
    if (kind === 'entry') return this.entry(this.estate.timeline[Number(path[1])]);
    if (strike !== null) return `the failure of ${strike.subject} on ${dateOf(strike.minute, this.start)}`;
    const value = JSON.stringify(valueAt(this.document, path)) ?? '';
    const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}...` : value;
    return `the setting ${path.join('.')}: ${shown.replaceAll('"', '')}`;
  }

  private entry(entry: TimelineEntry): string {
    const day = `on day ${Math.floor(entry.at / MINUTES_PER_DAY)}`;
    if (entry.type === 'down') return `${entry.target} down ${day}${lasting(entry.for)}`;
    if (entry.type === 'block')
      return `${entry.services.join(', ')} blocked on ${entry.link} ${day}${lasting(entry.for)}`;
    const { at: _, type, ...rest } = entry;
    const [name] = Object.values(rest);
    return `${type} ${String(name)} ${day}`;
  }
}

function lasting(length: number | null): string {
  return length === null ? '' : ` for ${formatDuration(length)}`;
}

function valueAt(document: JsonValue, path: readonly (string | number)[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Readonly<Record<string, JsonValue>>)[step];
  }, document);
}
