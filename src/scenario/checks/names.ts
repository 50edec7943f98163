import { helpFor, type SuggestionBudget } from '../../text/nearest.ts';
import { quoted } from '../../text/plain-text.ts';
import { lineOf, type SourceRange } from '../../text/source.ts';
import type { MapNode } from '../document/tree.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import { unreadableSections } from '../parsing/parse-sections.ts';
import { OUTSIDE } from '../schema/references.ts';
import { type Kind, SECTION_NAMES, SECTIONS } from '../schema/sections.ts';
import { isName, NAME_RULE } from '../schema/values.ts';

/** Every name that a scenario declares, also of entries that are wrong otherwise. */
export class Names {
  private readonly declared = new Map<string, { kind: Kind; range: SourceRange }[]>();
  private readonly unknownKinds: ReadonlySet<Kind>;
  /** Names to suggest, by what is wanted: many errors ask for the same. */
  private readonly candidates = new Map<string, readonly string[]>();
  private readonly diagnostics: ScenarioDiagnostics;

  /** Collects the names; those that are ill-formed, reserved or taken are reported. */
  constructor(document: MapNode, diagnostics: ScenarioDiagnostics) {
    this.diagnostics = diagnostics;
    this.unknownKinds = new Set([...unreadableSections(document)].map((section) => SECTIONS[section]));
    for (const section of SECTION_NAMES) {
      const node = document.entries.get(section)?.value;
      if (node?.kind !== 'map') continue;
      for (const [name, { key }] of node.entries) this.add(name, SECTIONS[section], key);
    }
  }

  private add(name: string, kind: Kind, range: SourceRange): void {
    const before = this.declared.get(name) ?? [];
    if (!isName(name)) this.diagnostics.error('invalid-name', range, NAME_RULE);
    else if (OUTSIDE.includes(name))
      this.diagnostics.error('reserved-name', range, `the name ${quoted(name)} is reserved`);
    else if (before.length > 0) {
      const { source, start } = before[0].range;
      const where = `${source.file}:${lineOf(source, start)}`;
      this.diagnostics.error(
        'duplicate-name',
        range,
        `the name ${quoted(name)} is already used by a ${before[0].kind} (${where})`,
      );
    }
    this.declared.set(name, [...before, { kind, range }]);
  }

  /**
   * Reports a name that is not declared, or is that of something else.
   *
   * @param others other names that will do
   */
  check(name: string, kinds: readonly Kind[], range: SourceRange, others: readonly string[] = []): void {
    const found = (this.declared.get(name) ?? []).map(({ kind }) => kind);
    if (others.includes(name) || found.some((kind) => kinds.includes(kind))) return;
    if (kinds.some((kind) => this.unknownKinds.has(kind))) return;
    const wanted = kinds.join(', ').replace(/, ([^,]*)$/, ' or $1');
    const help = (budget: SuggestionBudget) => helpFor(name, this.namesOf(kinds, others), budget);
    if (found.length > 0) {
      const message = `${quoted(name)} is a ${found[0]}, not a ${wanted}`;
      this.diagnostics.error('wrong-reference', range, message, help);
    } else {
      this.diagnostics.error('unknown-reference', range, `no ${wanted} is named ${quoted(name)}`, help);
    }
  }

  private namesOf(kinds: readonly Kind[], others: readonly string[]): readonly string[] {
    const wanted = [...kinds, ...others].join('\n');
    const found = this.candidates.get(wanted);
    if (found !== undefined) return found;
    const names = [...this.declared]
      .filter(([, uses]) => uses.some(({ kind }) => kinds.includes(kind)))
      .map(([name]) => name);
    const all = [...names, ...others];
    this.candidates.set(wanted, all);
    return all;
  }
}
