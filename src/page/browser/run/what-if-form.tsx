import type { Field, FieldSection } from '../../content/what-if/field.ts';
import { WhatIfField } from './what-if-field.tsx';

export interface WhatIfFieldsProps {
  readonly fields: readonly Field[];
  /** Values by path of the field; those that are missing are as the scenario has them. */
  readonly values: ReadonlyMap<string, string>;
  readonly onChange: (path: string, value: string) => void;
}

/** Fields up to which all sections are open. */
const MAX_OPEN = 120;

/** The fields by section, of each thing in a row. */
export function WhatIfFields({ fields, values, onChange }: WhatIfFieldsProps) {
  return (
    <>
      {sectionsOf(fields).map(([section, members], place) => (
        <details key={section} class="what-if-section" open={place === 0 || fields.length <= MAX_OPEN}>
          <summary>{section}</summary>
          {thingsOf(members).map(([thing, ofThing]) => (
            <fieldset key={thing} class={goneIn(ofThing, values) ? 'thing gone' : 'thing'}>
              <legend class={ofThing.some(({ kind }) => kind === 'presence') ? 'heard' : ''}>
                {thing === '' ? section : thing}
              </legend>
              {ofThing.map((field) => (
                <WhatIfField
                  key={field.path}
                  field={field}
                  value={values.get(field.path) ?? field.value}
                  onChange={(value) => onChange(field.path, value)}
                />
              ))}
            </fieldset>
          ))}
        </details>
      ))}
    </>
  );
}

function sectionsOf(fields: readonly Field[]): [FieldSection, Field[]][] {
  return grouped(fields, ({ section }) => section);
}

function thingsOf(fields: readonly Field[]): [string, Field[]][] {
  return grouped(fields, ({ thing }) => thing);
}

function grouped<Key>(fields: readonly Field[], keyOf: (field: Field) => Key): [Key, Field[]][] {
  const groups = new Map<Key, Field[]>();
  for (const field of fields) groups.set(keyOf(field), [...(groups.get(keyOf(field)) ?? []), field]);
  return [...groups];
}

/** Whether the thing is switched off. */
function goneIn(fields: readonly Field[], values: ReadonlyMap<string, string>): boolean {
  return fields.some(({ kind, path }) => kind === 'presence' && values.get(path) === 'off');
}
