import { INTERNET, MICROSOFT } from '../../model/definitions/parameters.ts';
import { suggestion } from '../../text/nearest.ts';
import { lineOf, type Place } from '../../text/source.ts';
import type { DiagnosticCollector } from '../document/diagnostic-collector.ts';
import type { MapNode } from '../document/tree.ts';
import { unreadableSections } from '../parsing/parse-sections.ts';
import { type Kind, SECTION_NAMES, SECTIONS } from '../schema/sections.ts';
import { NAME_PATTERN, NAME_RULE } from '../schema/values.ts';

/** What `down` may name that no scenario declares. */
export const OUTSIDE: readonly string[] = [MICROSOFT, INTERNET];

const NAME = new RegExp(NAME_PATTERN);

/** Every name that a scenario declares, also of entries that are wrong otherwise. */
export class Names {
  private readonly declared = new Map<string, { kind: Kind; place: Place }[]>();
  private readonly unknownKinds: ReadonlySet<Kind>;
  private readonly problems: DiagnosticCollector;

  /** Collects the names; those that are ill-formed, reserved or taken are reported. */
  constructor(document: MapNode, problems: DiagnosticCollector) {
    this.problems = problems;
    this.unknownKinds = new Set([...unreadableSections(document)].map((section) => SECTIONS[section]));
    for (const section of SECTION_NAMES) {
      const node = document.entries.get(section)?.value;
      if (node?.kind !== 'map') continue;
      for (const [name, { key }] of node.entries) this.add(name, SECTIONS[section], key);
    }
  }

  private add(name: string, kind: Kind, place: Place): void {
    const before = this.declared.get(name) ?? [];
    if (!NAME.test(name)) this.problems.report(place, NAME_RULE);
    else if (OUTSIDE.includes(name)) this.problems.report(place, `the name \`${name}\` is reserved`);
    else if (before.length > 0) {
      const { source, start } = before[0].place;
      const where = `${source.file}:${lineOf(source, start)}`;
      this.problems.report(place, `the name \`${name}\` is taken by a ${before[0].kind} (${where})`);
    }
    this.declared.set(name, [...before, { kind, place }]);
  }

  /**
   * Reports a name that is not declared, or is that of something else.
   *
   * @param others names that will do besides
   */
  check(name: string, kinds: readonly Kind[], place: Place, others: readonly string[] = []): void {
    const found = (this.declared.get(name) ?? []).map(({ kind }) => kind);
    if (others.includes(name) || found.some((kind) => kinds.includes(kind))) return;
    if (kinds.some((kind) => this.unknownKinds.has(kind))) return;
    const wanted = kinds.join(', ').replace(/, ([^,]*)$/, ' or $1');
    const what =
      found.length > 0
        ? `\`${name}\` is a ${found[0]}, not a ${wanted}`
        : `no ${wanted} is named \`${name}\``;
    this.problems.report(place, `${what}${suggestion(name, [...this.namesOf(kinds), ...others])}`);
  }

  private namesOf(kinds: readonly Kind[]): readonly string[] {
    return [...this.declared]
      .filter(([, uses]) => uses.some(({ kind }) => kinds.includes(kind)))
      .map(([name]) => name);
  }
}
