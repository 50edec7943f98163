import type { GradedAnswer } from '../worker/grade-answer.ts';

/** What an answer reached, or what is wrong with it. */
export function GradeView({ graded }: { readonly graded: GradedAnswer }) {
  if (!graded.ok)
    return (
      <section aria-label="Grade">
        <p class="verdict bad" role="alert">
          This answer cannot be run.
        </p>
        <ul>
          {graded.diagnostics.map(({ place, message, help }) => (
            <li key={`${place?.line} ${message}`}>
              {place !== null && <span class="quiet">{`${place.file}, line ${place.line}: `}</span>}
              {message}
              {help !== undefined && <div class="note">help: {help}</div>}
            </li>
          ))}
        </ul>
      </section>
    );
  const { points, of, passed, criteria, runs } = graded;
  const isLimitBroken = criteria.some(({ kind, held }) => kind === 'limit' && !held);
  return (
    <section aria-label="Grade">
      <p class={`verdict ${passed ? 'good' : 'bad'}`} role="alert">
        {`${passed ? 'Passed' : 'Not passed'}: ${points} of ${of} ${of === 1 ? 'point' : 'points'}${isLimitBroken ? ', because a limit is broken' : ''}.`}
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Goal or limit</th>
              <th scope="col">{runs === 1 ? 'It is' : `Mean of ${runs} runs`}</th>
              <th scope="col">Held</th>
            </tr>
          </thead>
          <tbody>
            {criteria.map(({ kind, wanted, outcome, held }) => (
              <tr key={`${kind} ${wanted}`}>
                <th scope="row">{kind === 'limit' ? `${wanted} (limit)` : wanted}</th>
                <td>{outcome}</td>
                <td class={held ? '' : 'lost'}>{held ? 'yes' : 'no'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
