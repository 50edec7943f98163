import { useId, useState } from 'preact/hooks';
import type { Engine } from '../engine/engine.ts';
import type { Files } from '../worker/check-file.ts';
import type { Revealed } from '../worker/reveal-lesson.ts';
import type { AskedPart } from '../worker/teaching.ts';

export interface PredictionProps {
  readonly part: AskedPart;
  readonly engine: Engine;
  readonly files: Files;
  readonly file: string;
  readonly onPredicted?: () => void;
}

/** Asks for a prediction; then runs and shows how it compares, what happened, and why. */
export function Prediction({ part, engine, files, file, onPredicted }: PredictionProps) {
  const [answer, setAnswer] = useState('');
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const name = useId();
  const predict = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailure('');
    try {
      const shown = await engine.ask('predict', { files, file, number: part.number, answer });
      setRevealed(shown);
      if (shown.ok) onPredicted?.();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <form class="prediction" onSubmit={(event) => void predict(event)}>
        {part.choices === null ? (
          <>
            <label class="ask" for={name}>
              {part.ask}
            </label>
            <input
              id={name}
              type="text"
              inputMode="decimal"
              autocomplete="off"
              value={answer}
              onInput={(event) => setAnswer(event.currentTarget.value)}
            />
          </>
        ) : (
          <fieldset>
            <legend class="ask">{part.ask}</legend>
            {part.choices.map((choice) => (
              <label key={choice} class="option">
                <input
                  type="radio"
                  name={name}
                  value={choice}
                  checked={answer === choice}
                  onChange={() => setAnswer(choice)}
                />
                {choice}
              </label>
            ))}
          </fieldset>
        )}
        <button type="submit" class="primary" disabled={busy || answer.trim() === ''}>
          Predict
        </button>
      </form>
      <div role="status">
        {failure !== '' && <p class="verdict bad">{failure}</p>}
        {revealed?.ok === false && (
          <p class="quiet">{`Predict with ${revealed.expected}; a guess will do.`}</p>
        )}
        {revealed?.ok === true && (
          <p class={`verdict ${revealed.verdict.right ? 'good' : 'bad'}`}>{revealed.verdict.sentence}</p>
        )}
      </div>
      {revealed?.ok === true && <Revelation revealed={revealed} />}
    </>
  );
}

function Revelation({ revealed }: { readonly revealed: Revealed & { readonly ok: true } }) {
  const { story, explanation, source } = revealed;
  return (
    <div class="revelation">
      <h4>What happened</h4>
      <ul>
        {story.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h4>Why</h4>
      {explanation.split('\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p class="quiet">Source: {source}</p>
    </div>
  );
}
