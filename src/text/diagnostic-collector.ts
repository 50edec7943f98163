import { type Diagnostic, type DiagnosticText, diagnosticAt, type Severity } from './diagnostics.ts';
import { SuggestionBudget } from './nearest.ts';
import { plural } from './plural.ts';
import type { SourceRange } from './source.ts';

/** Diagnostics of one severity that a list names; the rest are counted. */
export const MAX_LISTED = 100;

/**
 * What to write instead; a function is asked only for what is listed, because looking for near names takes time, and is given
 * what all of them may take together.
 */
export type Help = string | ((budget: SuggestionBudget) => string | undefined);

interface Finding extends Omit<DiagnosticText, 'help'> {
  readonly range: SourceRange | null;
  readonly help?: Help;
}

/** What a warning says apart from its message. */
export interface WarningDetails {
  readonly help?: Help;
  readonly source?: string;
}

/** Collects everything that is wrong or doubtful, so that one reading shows all of it. */
export class DiagnosticCollector<Name extends string = string> {
  private readonly found: Finding[] = [];
  private errors = 0;

  /** Errors so far; warnings do not count. */
  get errorCount(): number {
    return this.errors;
  }

  /**
   * Reports an error.
   *
   * @param range `null` when it is about no place of a text
   * @param message one sentence: what is wrong
   * @param help what to write instead
   */
  error(name: Name, range: SourceRange | null, message: string, help?: Help): void {
    this.errors++;
    this.found.push({ name, severity: 'error', range, message, help });
  }

  /** Reports a warning: what is written is valid and likely to harm. */
  warn(name: Name, range: SourceRange | null, message: string, details: WarningDetails = {}): void {
    this.found.push({ name, severity: 'warning', range, message, ...details });
  }

  /** Reports again, about `range`, what another collector found. */
  adopt(other: DiagnosticCollector<Name>, range: SourceRange): void {
    for (const finding of other.found) this.found.push({ ...finding, range });
    this.errors += other.errors;
  }

  /**
   * The diagnostics by position, the file that was asked for first; what is said twice about one position is listed
   * once. Of more than `MAX_LISTED` errors, or warnings, the last entry is their number.
   */
  list(): readonly Diagnostic[] {
    const byPosition = this.found.toSorted(
      (a, b) => rankOf(a) - rankOf(b) || (a.range?.start ?? 0) - (b.range?.start ?? 0),
    );
    const distinct = new Map<string, Finding>();
    for (const finding of byPosition)
      distinct.set(`${rankOf(finding)}:${finding.range?.start}:${finding.message}`, finding);
    const listed: Diagnostic[] = [];
    const budget = new SuggestionBudget();
    const seen: Record<Severity, number> = { error: 0, warning: 0 };
    for (const { range, help, ...text } of distinct.values())
      if (++seen[text.severity] <= MAX_LISTED)
        listed.push(diagnosticAt(range, { ...text, help: typeof help === 'function' ? help(budget) : help }));
    for (const severity of ['error', 'warning'] as const)
      if (seen[severity] > MAX_LISTED) listed.push(rest(severity, seen[severity] - MAX_LISTED));
    return listed;
  }
}

/** Findings about no place of a text come last. */
function rankOf({ range }: Finding): number {
  return range?.source.rank ?? Number.MAX_SAFE_INTEGER;
}

function rest(severity: Severity, count: number): Diagnostic {
  const message = `${plural(count, `more ${severity}`)}, not shown`;
  return diagnosticAt(null, { name: `more-${severity}s`, severity, message });
}
