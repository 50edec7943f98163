import type * as z from 'zod';
import type { SourceRange } from '../../text/source.ts';
import { keyRangeAt, type MapNode, type Node, type Path, rangeAt } from '../document/tree.ts';
import type { entrySchemas, settingSchemas } from '../language/document.ts';
import type { COMPARISONS, Comparison } from '../schema/expectations.ts';
import type { Section } from '../schema/sections.ts';
import type { TIMELINE_SCHEMAS } from '../verbs/timeline-verbs.ts';

/** A value that its schema accepted, with where it was written. */
export interface Entry<Value> {
  /** Its key; entries of lists have their index. */
  readonly name: string;
  readonly value: Value;
  readonly node: Node;
  readonly key: SourceRange;
}

export type Settings = {
  readonly [Name in keyof typeof settingSchemas]?: z.output<(typeof settingSchemas)[Name]>;
};
export type SectionValue<Name extends Section> = z.output<(typeof entrySchemas)[Name]>;
export type Sections = { readonly [Name in Section]: ReadonlyMap<string, Entry<SectionValue<Name>>> };

export type TimelineAction = keyof typeof TIMELINE_SCHEMAS;
/** An entry of the timeline with the name of its action added. */
export type TimelineValue = {
  [Name in TimelineAction]: { readonly action: Name } & z.output<(typeof TIMELINE_SCHEMAS)[Name]>;
}[TimelineAction];

export type ExpectationValue = {
  [Name in Comparison]: { readonly comparison: Name } & z.output<(typeof COMPARISONS)[Name]>;
}[Comparison];

/** What a scenario declares: everything in it that is right by itself. */
export interface ParsedScenario {
  readonly document: MapNode;
  readonly settings: Settings;
  readonly sections: Sections;
  readonly timeline: readonly Entry<TimelineValue>[];
  readonly expectations: readonly Entry<ExpectationValue>[];
}

/** The source range of a value inside an entry; of the entry's key when the value is not written. */
export function rangeIn(entry: Entry<unknown>, ...path: Path): SourceRange {
  return rangeAt(entry.node, entry.key, path);
}

/** The source range of a key inside an entry. */
export function keyRangeIn(entry: Entry<unknown>, ...path: Path): SourceRange {
  return keyRangeAt(entry.node, entry.key, path);
}
