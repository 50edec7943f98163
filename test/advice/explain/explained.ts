import { explain } from '../../../src/advice/explain/explain.ts';
import type { Cause, Explanation } from '../../../src/advice/explain/explanation.ts';
import { load } from '../../scenario/in-memory.ts';
import { settings } from '../../scenarios/shipped.ts';

/** Explains a subject of a scenario; the worst for `null`. */
export async function explained(
  text: string,
  subject: string | null = null,
  { at = null, replication = 0 }: { at?: number | null; replication?: number } = {},
): Promise<Explanation> {
  const loadWith = (sets: readonly string[]) => load(text, settings(...sets));
  const loaded = loadWith([]);
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  const { scenario } = loaded;
  return explain({
    scenario: { ...scenario, parameters: { ...scenario.parameters, replication } },
    subject,
    at,
    vary: (sets) => {
      const varied = loadWith(sets);
      return varied.ok ? varied.scenario.parameters : null;
    },
    checkpoint: async () => {},
  });
}

/** Where causes are written. */
export function pathsOf(causes: readonly Cause[]): string[] {
  return causes.map(({ path }) => path);
}

/** A scenario with a core of 30 desktops and a branch on its host; the rest is laid behind. */
export const BRANCH = `
title: Branch
duration: 365 d
networks:
  core: { dns: corp.example, internet: true }
  site: { dns: corp.example }
links:
  wan: { from: site, to: core, allow: [kms, dns] }
dns:
  corp.example: { network: core }
keys:
  corp-kms: { type: kms, group: server-c }
hosts:
  kms-1: { network: core, os: server-2008-standard, key: corp-kms }
machines:
  desks: { count: 30, os: vista-business-sp1, network: core }
  clerks: { count: 5, os: vista-business-sp1, network: site }
`;
