import { type Diagnostic, diagnosticAt } from '../../text/diagnostics.ts';
import type { Place } from '../../text/source.ts';

/** Collects every error of a scenario, so that all are told at once. */
export class DiagnosticCollector {
  private readonly found: { place: Place; message: string }[] = [];

  /** Errors so far. */
  get count(): number {
    return this.found.length;
  }

  report(place: Place, message: string): void {
    this.found.push({ place, message });
  }

  /** The errors by position, the file that was asked for first; what is said twice about a place is told once. */
  list(): readonly Diagnostic[] {
    const byPosition = this.found.toSorted(
      (a, b) => a.place.source.rank - b.place.source.rank || a.place.start - b.place.start,
    );
    const told = new Map<string, Diagnostic>();
    for (const { place, message } of byPosition) {
      told.set(`${place.source.rank}:${place.start}:${message}`, diagnosticAt(place, message));
    }
    return [...told.values()];
  }
}
