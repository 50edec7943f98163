import type { TextError } from '../../text/text-error.ts';
import type { ScenarioErrorName } from '../errors/scenario-errors.ts';

/** Ends the message and begins the help in the one text that zod keeps of an issue. */
const SEPARATOR = '\n';

/** What an issue of a schema says: what is wrong and, apart from it, what to write instead. */
export interface IssueText {
  readonly message: string;
  readonly help: string | undefined;
  /** Where the kind of issue does not say it. */
  readonly name?: ScenarioErrorName | undefined;
}

/** A message for a schema together with its help and, where the kind of issue does not say it, the error's name. */
export function withHelp(message: string, help = '', name?: ScenarioErrorName): string {
  return [message, help, name].filter((part) => part !== undefined).join(SEPARATOR);
}

/** As `withHelp`, of an error of the floor below. */
export function textOfError({ summary, help, kind }: TextError): string {
  return withHelp(summary, help, kind);
}

/** Takes apart what `withHelp` put together. */
export function splitHelp(text: string): IssueText {
  const [message, help, name] = text.split(SEPARATOR, 3);
  return { message, help: help || undefined, name: name as ScenarioErrorName | undefined };
}

/** The parameters of a custom issue that give the diagnostic its name. */
export function named(name: ScenarioErrorName): { readonly name: ScenarioErrorName } {
  return { name };
}

/** The name in the parameters of a custom issue. */
export function nameIn(params: Readonly<Record<string, unknown>> | undefined): ScenarioErrorName {
  return (params?.name as ScenarioErrorName | undefined) ?? 'invalid-value';
}
