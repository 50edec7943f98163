import { useRef } from 'preact/hooks';

export interface TabsProps {
  readonly label: string;
  readonly names: readonly string[];
  /** The place of the chosen one. */
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** A row of tabs; arrows move between them. */
export function Tabs({ label, names, chosen, onChoose }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (chosen + step + names.length) % names.length;
    onChoose(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div class="tabs no-print" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {names.map((name, place) => (
        <button
          type="button"
          role="tab"
          key={name}
          aria-selected={place === chosen}
          tabIndex={place === chosen ? 0 : -1}
          onClick={() => onChoose(place)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
