import type { PointInTime } from '../../text/point-in-time.ts';
import { CalendarError, minuteOf, parsePoint } from '../../text/point-in-time.ts';
import { TextError } from '../../text/text-error.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import { documentSchema } from '../language/document.ts';
import type { ParsedScenario } from '../parsing/parsed-scenario.ts';
import { POINTS } from '../schema/values.ts';
import { walkSchema } from './walk-schema.ts';

/** Reports points in time that are before the start, or a century after it. */
export function checkPoints({ document, settings }: ParsedScenario, diagnostics: ScenarioDiagnostics): void {
  const { start } = settings;
  if (start === undefined) return;
  walkSchema(documentSchema, document, {
    value: (schema, node) => {
      if (POINTS.get(schema) === undefined || node.kind !== 'scalar' || typeof node.value !== 'string')
        return;
      const point = readable(node.value);
      if (point === undefined) return;
      try {
        minuteOf(point, start);
      } catch (error) {
        if (!(error instanceof CalendarError)) throw error;
        diagnostics.error(error.kind, node.range, error.summary, error.help);
      }
    },
    key: () => {},
  });
}

/** What cannot be read is reported where it is parsed. */
function readable(text: string): PointInTime | undefined {
  try {
    return parsePoint(text);
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    return undefined;
  }
}
