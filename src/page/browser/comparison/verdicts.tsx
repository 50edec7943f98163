import type { ComparedFigure, Comparison } from '../../../experiments/comparison/compare.ts';
import { figuresToTell } from '../../../experiments/comparison/headline-choice.ts';
import { verdictSentence } from '../../../experiments/comparison/sentences.ts';
import { shownDifference, shownMean, shownTitle } from '../../../experiments/comparison/shown-value.ts';
import type { Verdict } from '../../../experiments/comparison/verdict.ts';
import { DataTable } from '../charts/data-table.tsx';

export interface VerdictsProps {
  readonly comparison: Comparison;
  /** The place of the design among all; the first is what it is compared with. */
  readonly place: number;
}

/** What is decided comes before what is not. */
const DECIDED: readonly Verdict[] = ['better', 'worse', 'differs'];

const LOOKS: Partial<Record<Verdict, string>> = { better: 'reached', worse: 'lost' };

/** How a design differs from the first, figure by figure, with the intervals. */
export function Verdicts({ comparison, place }: VerdictsProps) {
  const { designs, confidence } = comparison;
  const told = figuresToTell(comparison);
  const isDecided = ({ designs: values }: ComparedFigure) => DECIDED.includes(values[place].judgment.verdict);
  const ordered = [...told.filter(isDecided), ...told.filter((figure) => !isDecided(figure))];
  const title = `${designs[place].name} against ${designs[0].name}`;
  return (
    <section class="card" aria-label={`Verdicts: ${title}`}>
      <h2>{title}</h2>
      <ul class="verdicts">
        {ordered.map(({ description, designs: values }) => {
          const { verdict } = values[place].judgment;
          return (
            <li key={description.path}>
              <span class={`mark ${LOOKS[verdict] ?? ''}`}>{verdict}</span>
              <span>{verdictSentence(description, values[0], values[place], confidence)}.</span>
            </li>
          );
        })}
      </ul>
      <DataTable
        label={`figures of ${title}`}
        columns={['figure', designs[0].name, designs[place].name, 'difference', 'verdict']}
        rows={() =>
          told.map(({ description, designs: values }) => [
            shownTitle(description),
            shownMean(description, values[0].estimate, true),
            shownMean(description, values[place].estimate, true),
            shownDifference(description, values[place].difference),
            values[place].judgment.verdict,
          ])
        }
      />
    </section>
  );
}
