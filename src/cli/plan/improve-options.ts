import { availableParallelism } from 'node:os';
import { fewestForProof } from '../../advice/improve/search.ts';
import { CAMPAIGN_OPTIONS } from '../shared/campaign/options.ts';
import type { OptionTable } from '../shared/command.ts';
import { UsageError } from '../shared/command-line-error.ts';

/** The options of `vasim plan --improve`. */
export const IMPROVE_OPTIONS = {
  improve: {
    type: 'boolean',
    recorded: true,
    describe: 'look for the cheapest design that is proved by simulation to keep the risk; see below',
  },
  risk: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe:
      'with --improve: the chance of any machine in Notification that the design must stay under, such as 1%; 5% by default',
  },
  write: {
    type: 'string',
    requiresArg: true,
    recorded: false,
    describe: 'with --improve: the file to write the `designs:` block to',
  },
  'new-links': {
    type: 'boolean',
    recorded: true,
    describe:
      'with --improve: also open links between networks that have none, if the security policy allows it',
  },
  replications: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe: 'with --improve: the maximum for one design; 500 by default, more for a low --risk',
  },
  workers: CAMPAIGN_OPTIONS.workers,
  fresh: CAMPAIGN_OPTIONS.fresh,
} as const satisfies OptionTable;

/** Those options as they were given. */
export interface ImproveArguments {
  readonly improve?: boolean;
  readonly risk?: string;
  readonly write?: string;
  readonly 'new-links'?: boolean;
  readonly replications?: string;
  readonly workers?: string;
  readonly fresh?: boolean;
}

/** How a better design is sought, as the command line says it. */
export interface ImproveRequest {
  /** Above 0 and below 1. */
  readonly risk: number;
  readonly maxReplications: number;
  readonly workers: number;
  readonly newLinks: boolean;
  readonly fresh: boolean;
}

const DEFAULT_RISK = 0.05;
/** Of a lower risk nothing can be proved in a reasonable time. */
const MIN_RISK = 0.0001;
const DEFAULT_MAX_REPLICATIONS = 500;
const MAX_REPLICATIONS = 1_000_000;
const MAX_WORKERS = 1024;
/** How many times the fewest replications of a proof are tried at least: for designs that do not go without failures. */
const PATIENCE = 4;

/**
 * Refuses options that only a search for a better design uses.
 *
 * @throws UsageError
 */
export function refuseWithoutImprove(args: ImproveArguments): void {
  const idle = (['risk', 'write', 'new-links', 'replications', 'workers', 'fresh'] as const).find(
    (name) => args[name] !== undefined,
  );
  if (idle !== undefined) throw new UsageError(`--${idle} can only be used with --improve`);
}

/**
 * Reads the options of a search for a better design.
 *
 * @throws UsageError when one makes no sense
 */
export function readImproveOptions(args: ImproveArguments): ImproveRequest {
  const risk = readRisk(args.risk);
  const fewest = fewestForProof(risk);
  const given = readCount('replications', args.replications, MAX_REPLICATIONS);
  if (given !== undefined && given < fewest)
    throw new UsageError(
      `--replications ${given} cannot prove a risk below ${Number((risk * 100).toPrecision(3))} %: give ${fewest} or more`,
    );
  return {
    risk,
    maxReplications: given ?? Math.max(DEFAULT_MAX_REPLICATIONS, PATIENCE * fewest),
    workers: readCount('workers', args.workers, MAX_WORKERS) ?? availableParallelism(),
    newLinks: args['new-links'] === true,
    fresh: args.fresh === true,
  };
}

/** `5%`, `5` or `0.05`: nobody wants a chance of 100 % or more, so that numbers from 1 on are percentages. */
function readRisk(text: string | undefined): number {
  if (text === undefined) return DEFAULT_RISK;
  const [, number, sign] = /^(\d+(?:\.\d+)?) ?(%?)$/.exec(text.trim()) ?? [];
  const risk = sign === '%' || Number(number) >= 1 ? Number(number) / 100 : Number(number);
  if (!(risk >= MIN_RISK && risk < 1))
    throw new UsageError(`--risk ${text} is not a chance from 0.01% to below 100%, such as 5%`);
  return risk;
}

function readCount(name: string, text: string | undefined, max: number): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > max)
    throw new UsageError(`--${name} ${text} is not a whole number from 1 to ${max}`);
  return count;
}
