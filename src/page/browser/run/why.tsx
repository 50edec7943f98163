import type { Cause, ChainLink, Explanation, Remedy } from '../../../advice/explain/explanation.ts';
import { dayLink } from '../../content/day-link.ts';
import { When } from './when.tsx';

export interface WhyProps {
  readonly explanation: Explanation;
  /** ISO date of minute 0. */
  readonly start: string;
}

/** Why something is as it is: the sentence, the chain, and what would have changed it; the same of its Office. */
export function Why({ explanation, start }: WhyProps) {
  const { subject, office } = explanation;
  return (
    <section class="why" aria-label="Why">
      <h3>Why: {subject}</h3>
      <Story story={explanation} start={start} />
      {office !== null && (
        <>
          <h3>Office of {subject}</h3>
          <Story story={office} start={start} />
        </>
      )}
    </section>
  );
}

interface StoryProps {
  readonly story: Pick<
    Explanation,
    'sentence' | 'chain' | 'causes' | 'onlyTogether' | 'harmless' | 'remedies'
  >;
  readonly start: string;
}

function Story({ story, start }: StoryProps) {
  const { sentence, chain, causes, onlyTogether, harmless, remedies } = story;
  const helping = remedies.filter(({ helps }) => helps);
  const others = remedies.filter(({ helps }) => !helps);
  return (
    <>
      <p class="claim">{asSentence(sentence)}</p>
      {chain.length > 0 && (
        <ol class="happenings">
          {chain.map((link, index) => (
            <Link key={`${index} ${link.minute}`} link={link} start={start} />
          ))}
        </ol>
      )}
      <Causes
        title={
          onlyTogether
            ? 'It would not have happened without all of these'
            : 'It would not have happened without'
        }
        causes={causes}
      />
      <Remedies title="What helps" remedies={helping} />
      <Remedies title="What does not help" remedies={others} />
      {harmless.length > 0 && (
        <>
          <h4>What made no difference</h4>
          <ul>
            {harmless.map(({ path, what }) => (
              <li key={path}>{plain(what)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Link({ link, start }: { readonly link: ChainLink; readonly start: string }) {
  const { minute, event, because, place, source } = link;
  const edge = place ?? source;
  return (
    <li>
      <a class="chain-link" href={dayLink(minute, true)}>
        <When minute={minute} timed start={start} />
        <span class="what">
          {plain(event)}
          {because !== '' && `: ${plain(because)}`}
          {edge !== null && <span class="quiet edge"> {edge}</span>}
        </span>
      </a>
    </li>
  );
}

function Causes({ title, causes }: { readonly title: string; readonly causes: readonly Cause[] }) {
  if (causes.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {causes.map(({ path, what, outcome }) => (
          <li key={path}>
            {plain(what)} <span class="quiet">without it: {plain(outcome)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Remedies({ title, remedies }: { readonly title: string; readonly remedies: readonly Remedy[] }) {
  if (remedies.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {remedies.map(({ what, set, outcome }) => (
          <li key={what}>
            {plain(what)}: {plain(outcome)}
            {set.map((one) => (
              <code class="setting" key={one}>
                {`--set ${one}`}
              </code>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function asSentence(text: string): string {
  return `${plain(text.charAt(0).toUpperCase() + text.slice(1))}.`;
}

/** Names without the marks that set them apart on a terminal. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
