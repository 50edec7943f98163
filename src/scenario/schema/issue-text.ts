import type { TextError } from '../../text/text-error.ts';
import type { ScenarioErrorName } from '../errors/scenario-errors.ts';

/** Ends the message and begins the help in the one text that zod keeps of an issue. */
const SEPARATOR = '\n';

/** What an issue of a schema says: what is wrong and, apart from it, what to write instead. */
export interface IssueText {
  readonly message: string;
  readonly help: string | undefined;
}

/** A message for a schema together with its help. */
export function withHelp(message: string, help: string | undefined): string {
  return help === undefined ? message : `${message}${SEPARATOR}${help}`;
}

/** As `withHelp`, of an error of the floor below. */
export function textOfError({ summary, help }: TextError): string {
  return withHelp(summary, help);
}

/** Takes apart what `withHelp` put together. */
export function splitHelp(text: string): IssueText {
  const [message, help] = text.split(SEPARATOR, 2);
  return { message, help };
}

/** The parameters of a custom issue that give the diagnostic its name. */
export function named(name: ScenarioErrorName): { readonly name: ScenarioErrorName } {
  return { name };
}

/** The name in the parameters of a custom issue. */
export function nameIn(params: Readonly<Record<string, unknown>> | undefined): ScenarioErrorName {
  return (params?.name as ScenarioErrorName | undefined) ?? 'invalid-value';
}
