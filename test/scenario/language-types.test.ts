import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { SCENARIO_ERRORS } from '../../src/scenario/errors/scenario-errors.ts';
import { entrySchemas } from '../../src/scenario/language/document.ts';
import { METHODS, type Method } from '../../src/scenario/schema/methods.ts';
import { SECTION_NAMES } from '../../src/scenario/schema/sections.ts';
import { TIMELINE_VERBS } from '../../src/scenario/verbs/timeline-verbs.ts';
import type { Verb, VerbName } from '../../src/scenario/verbs/verb.ts';
import { nothingToCheck, verb } from '../../src/scenario/verbs/verb.ts';
import { DiagnosticCollector } from '../../src/text/diagnostic-collector.ts';

/** What the type checker refuses is named by `@ts-expect-error`: it fails where nothing is wrong below it. */
describe('the compiler finds what is missing in the language', () => {
  test('when an action of the model has no verb', () => {
    const { down: _, ...without } = TIMELINE_VERBS;
    // @ts-expect-error `down` is missing
    const verbs: { readonly [Name in VerbName]: Verb<Name> } = without;
    expect(Object.keys(verbs)).not.toContain('down');
  });

  test('when a verb has no check, or makes another action of the model', () => {
    const schema = z.strictObject({});
    // @ts-expect-error `check` is missing
    verb('move', { schema, toAction: () => ({ type: 'move', host: '' }) });
    // @ts-expect-error the action is another one
    verb('move', { schema, check: nothingToCheck, toAction: () => ({ type: 'rekey', host: '' }) });
    for (const [name, { schema: keys }] of Object.entries(TIMELINE_VERBS))
      expect(Object.keys(keys.shape).slice(0, 2)).toEqual(['at', name]);
  });

  test('when a method has no row', () => {
    const { none: _, ...without } = METHODS;
    // @ts-expect-error `none` is missing
    const methods: Readonly<Record<Method, object>> = without;
    expect(Object.keys(methods)).not.toContain('none');
  });

  test('when a section has no schema', () => {
    const { vamt: _, ...without } = entrySchemas;
    // @ts-expect-error `vamt` is missing
    const schemas: Readonly<Record<(typeof SECTION_NAMES)[number], z.ZodType>> = without;
    expect(Object.keys(schemas)).toHaveLength(SECTION_NAMES.length - 1);
  });

  test('when an error has a name that is not listed', () => {
    const diagnostics = new DiagnosticCollector<keyof typeof SCENARIO_ERRORS>();
    // @ts-expect-error there is no such name
    diagnostics.error('unheard-of', null, 'wrong');
    expect(Object.keys(SCENARIO_ERRORS)).not.toContain('unheard-of');
  });
});
