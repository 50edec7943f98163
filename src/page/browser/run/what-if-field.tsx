import { useId } from 'preact/hooks';
import type { Field } from '../../content/what-if/field.ts';

export interface WhatIfFieldProps {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The control of one field with its label. */
export function WhatIfField({ field, value, onChange }: WhatIfFieldProps) {
  const { kind, name, label, options } = field;
  const id = useId();
  const isSwitch = kind === 'switch' || kind === 'presence';
  const look = value === field.value ? 'what-if-field' : 'what-if-field changed';
  const onInput = (event: { readonly currentTarget: HTMLInputElement }) =>
    onChange(event.currentTarget.value);
  if (isSwitch)
    return (
      <div class={`${look} ${kind}`}>
        <input
          id={id}
          type="checkbox"
          aria-label={name}
          checked={value === 'on'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'on' : 'off')}
        />
        <label for={id}>{label}</label>
      </div>
    );
  return (
    <div class={look}>
      <label for={id}>{label}</label>
      {kind === 'choice' ? (
        <select
          id={id}
          aria-label={name}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      ) : (
        <TypedInput
          number={kind === 'number'}
          id={id}
          aria-label={name}
          class={kind}
          value={value}
          onInput={onInput}
        />
      )}
    </div>
  );
}

interface TypedInputProps {
  readonly number: boolean;
  readonly id: string;
  readonly 'aria-label': string;
  readonly class: string;
  readonly value: string;
  readonly onInput: (event: { readonly currentTarget: HTMLInputElement }) => void;
}

function TypedInput({ number, ...rest }: TypedInputProps) {
  return number ? <input type="number" step="any" {...rest} /> : <input type="text" {...rest} />;
}
