import type { Diagnostic } from '../../../text/diagnostics.ts';

/** What is wrong with a file, or doubtful about its scenario. */
export function ProblemList({
  diagnostics,
  file,
}: {
  readonly diagnostics: readonly Diagnostic[];
  readonly file: string;
}) {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return (
    <section class="card problems" aria-label="Problems">
      <h2>Problems</h2>
      <p role="status">{wordsOf(errors, diagnostics.length - errors)}</p>
      {diagnostics.length > 0 && (
        <ul>
          {diagnostics.map(({ name, severity, place, message, help }, index) => (
            <li key={`${index} ${name}`}>
              <span class={`mark ${severity === 'error' ? 'lost' : ''}`}>{severity}</span>{' '}
              {place !== null && (
                <span class="quiet">{`${place.file === file ? 'line' : `${place.file}, line`} ${place.line}: `}</span>
              )}
              {message}
              {help !== undefined && <div class="note">help: {help}</div>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function wordsOf(errors: number, warnings: number): string {
  if (errors > 0) return `${errors} ${errors === 1 ? 'error' : 'errors'}: the scenario cannot be run.`;
  if (warnings > 0) return `No error, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`;
  return 'No error and no warning.';
}
