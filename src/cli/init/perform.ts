import { join } from 'node:path';
import { TEMPLATE_NAMES, TEMPLATES, type TemplateName } from '../../advice/templates/templates.ts';
import { scenarioJsonSchema } from '../../scenario/reference/json-schema.ts';
import { suggestion } from '../../text/nearest.ts';
import { CommandLineError, UsageError } from '../shared/command-line-error.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { writeNewFile } from './new-file.ts';
import type { InitArguments } from './options.ts';

const SCHEMA = 'scenario.schema.json';

/** The line by which editors find the schema (yaml-language-server). */
const SCHEMA_LINE = `# yaml-language-server: $schema=./${SCHEMA}\n`;

/**
 * Performs `vasim init`: writes a scenario and its schema, unless they exist.
 *
 * @throws CommandLineError when there is no such template, or the scenario exists or cannot be written
 */
export async function initScenario(
  { TEMPLATE = 'core', ...args }: InitArguments,
  host: ProcessHost,
): Promise<ExitCode> {
  const name = templateNamed(TEMPLATE);
  const messages = new Messages(host, args);
  const file = `${name}.yaml`;
  if (!write(file, `${SCHEMA_LINE}${TEMPLATES[name].text}`, host))
    throw new CommandLineError(`${file} exists already; move it away, or begin in another folder`);
  const schema = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
  const isNew = write(SCHEMA, schema, host);
  messages.info(`Wrote ${file}: ${TEMPLATES[name].about}`);
  messages.info(isNew ? `Wrote ${SCHEMA}, for editors` : `${SCHEMA} exists already and stays as it is`);
  messages.info(`Next:\n  vasim validate ${file}\n  vasim run ${file}`);
  return EXIT.done;
}

/** @throws UsageError when there is none */
function templateNamed(name: string): TemplateName {
  const found = TEMPLATE_NAMES.find((known) => known === name);
  if (found !== undefined) return found;
  throw new UsageError(`no template is named ${name}${suggestion(name, TEMPLATE_NAMES)}`);
}

/** @throws CommandLineError when the disk refuses */
function write(name: string, text: string, host: ProcessHost): boolean {
  try {
    return writeNewFile(join(host.currentFolder, name), text);
  } catch (error) {
    throw new CommandLineError(
      `cannot write ${name}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
