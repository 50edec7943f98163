/** A date, or a date with a time, which no line may break. */
const DATE = /\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?\b/;
const PARTS = new RegExp(`(\`[^\`]+\`|${DATE.source})`);

/** A sentence: what is between backticks is set as code, and dates stay whole. */
export function Words({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(PARTS).map((part, place) => {
        if (part.startsWith('`')) return <code key={`${place} ${part}`}>{part.slice(1, -1)}</code>;
        if (!DATE.test(part)) return part;
        return (
          <span class="whole" key={`${place} ${part}`}>
            {part}
          </span>
        );
      })}
    </>
  );
}
