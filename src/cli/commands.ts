import { compareCommand } from './compare/command.ts';
import { completionCommand } from './completion/command.ts';
import { explainCommand } from './explain/command.ts';
import { gradeCommand } from './grade/command.ts';
import { importCommand } from './import/command.ts';
import { initCommand } from './init/command.ts';
import { lessonCommand } from './lesson/command.ts';
import { mergeCommand } from './merge/command.ts';
import { planCommand } from './plan/command.ts';
import { playgroundCommand } from './playground/command.ts';
import { runCommand } from './run/command.ts';
import { schemaCommand } from './schema/command.ts';
import type { Command } from './shared/command.ts';
import { sweepCommand } from './sweep/command.ts';
import { validateCommand } from './validate/command.ts';

/** Every command, in the order in which help lists them. A new one has a room of its own and a line here. */
export const COMMANDS: readonly Command[] = [
  runCommand,
  validateCommand,
  explainCommand,
  planCommand,
  compareCommand,
  sweepCommand,
  mergeCommand,
  importCommand,
  lessonCommand,
  gradeCommand,
  playgroundCommand,
  initCommand,
  schemaCommand,
  completionCommand,
];
