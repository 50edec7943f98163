import { useId } from 'preact/hooks';
import type { Field } from '../../content/what-if-fields.ts';

export interface WhatIfFieldProps {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The control of one field with its label. */
export function WhatIfField(props: WhatIfFieldProps) {
  const { field, value, onChange } = props;
  const id = useId();
  const look = value === field.value ? 'what-if-field' : 'what-if-field changed';
  if (field.kind === 'switch')
    return (
      <div class={`${look} switch`}>
        <input
          id={id}
          type="checkbox"
          checked={value === 'on'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'on' : 'off')}
        />
        <label for={id}>{field.label}</label>
      </div>
    );
  return (
    <div class={look}>
      <label for={id}>{field.label}</label>
      <Control {...props} id={id} />
    </div>
  );
}

function Control({
  field: { kind, options },
  value,
  onChange,
  id,
}: WhatIfFieldProps & { readonly id: string }) {
  if (kind === 'choice')
    return (
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    );
  const onInput = (event: { readonly currentTarget: HTMLInputElement }) =>
    onChange(event.currentTarget.value);
  if (kind === 'number') return <input id={id} type="number" value={value} onInput={onInput} />;
  return <input id={id} type="text" value={value} onInput={onInput} />;
}
