import type { ComparedFigure, Comparison } from '../../../experiments/comparison/compare.ts';
import { figuresToTell } from '../../../experiments/comparison/headline-choice.ts';
import { verdictSentence } from '../../../experiments/comparison/sentences.ts';
import { shownDifference, shownMean, shownTitle } from '../../../experiments/comparison/shown-value.ts';
import type { Verdict } from '../../../experiments/comparison/verdict.ts';
import { plainText } from '../../../text/plain-text.ts';
import { DataTable } from '../charts/data-table.tsx';

export interface VerdictsProps {
  readonly comparison: Comparison;
  /** The place of the design among all; the first is what it is compared with. */
  readonly place: number;
}

/** What is decided comes before what is not. */
const DECIDED: readonly Verdict[] = ['better', 'worse', 'differs'];

const LOOKS: Partial<Record<Verdict, string>> = { better: 'reached', worse: 'lost' };

/** How a design differs from the first, figure by figure, with the intervals: first what is decided. */
export function Verdicts({ comparison, place }: VerdictsProps) {
  const { designs } = comparison;
  const told = figuresToTell(comparison);
  const decided = told.filter(({ designs: values }) => DECIDED.includes(values[place].judgment.verdict));
  // Where nothing is decided, the first figure is what was asked for.
  const first = decided.length > 0 ? decided : told.slice(0, 1);
  const others = told.filter((figure) => !first.includes(figure));
  const title = `${designs[place].name} against ${designs[0].name}`;
  return (
    <section class="card" aria-label={`Verdicts: ${title}`}>
      <h2>{title}</h2>
      <VerdictList figures={first} comparison={comparison} place={place} />
      {others.length > 0 && (
        <details class="table-behind">
          <summary>
            {others.length} more {others.length === 1 ? 'figure' : 'figures'}: no difference is shown
          </summary>
          <VerdictList figures={others} comparison={comparison} place={place} />
        </details>
      )}
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

interface VerdictListProps extends VerdictsProps {
  readonly figures: readonly ComparedFigure[];
}

function VerdictList({ figures, comparison: { confidence }, place }: VerdictListProps) {
  return (
    <ul class="verdicts">
      {figures.map(({ description, designs: values }) => {
        const { verdict } = values[place].judgment;
        const sentence = verdictSentence(description, values[0], values[place], confidence);
        return (
          <li key={description.path}>
            <span class={`mark ${LOOKS[verdict] ?? ''}`}>{verdict}</span>
            <span>{withoutVerdict(sentence, values[place].design, verdict)}.</span>
          </li>
        );
      })}
    </ul>
  );
}

/** The sentence without what the heading and the mark say already: the design and the verdict. */
function withoutVerdict(sentence: string, design: string, verdict: Verdict): string {
  const begins = [
    `${verdict}: `,
    `${plainText(design)} is ${verdict}: `,
    `${plainText(design)} ${verdict}: `,
  ];
  const begin = begins.find((words) => sentence.startsWith(words)) ?? '';
  return sentence.slice(begin.length);
}
