import { BRANCH_OFFICES } from './branch-offices.ts';
import { CORE } from './core.ts';
import { ISOLATED_ZONE } from './isolated-zone.ts';
import { LAB } from './lab.ts';
import { ROAMING } from './roaming.ts';
import type { Template } from './template.ts';
import { TRAINING } from './training.ts';

/** The templates of `vasim init` by name. */
export const TEMPLATES = {
  core: CORE,
  'branch-offices': BRANCH_OFFICES,
  'isolated-zone': ISOLATED_ZONE,
  roaming: ROAMING,
  lab: LAB,
  training: TRAINING,
} as const satisfies Readonly<Record<string, Template>>;

export type TemplateName = keyof typeof TEMPLATES;

export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[];
