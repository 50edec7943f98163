import type { Minutes } from '../../engine/time.ts';
import { Code, explainedCode } from '../../model/definitions/codes.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { groupThousands } from '../../text/numbers.ts';
import { plural } from '../../text/plural.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { MachineSubject } from '../figures/machine-figures.ts';
import type { MachineTotals } from '../figures/machine-totals.ts';
import type { RunTotals } from '../figures/run-totals.ts';
import type { Finding } from './finding.ts';
import { horizonFindings } from './horizon.ts';
import { lengthOf, momentOf } from './moments.ts';
import { officeWords } from './office-words.ts';
import type { RunFacts } from './run-facts.ts';

const MAX_GROUPS_NAMED = 4;
const MAX_LOSSES_NAMED = 3;
const MAX_HOSTS_NAMED = 5;

/** A run that is over, and what was noted of it. */
export interface RunEnd {
  readonly scenario: Scenario;
  readonly estate: Estate;
  readonly totals: RunTotals;
  readonly facts: RunFacts;
  readonly timestamps: Timestamps;
}

/** What a first reader needs: what happened to how many machines, first when, because of what, and what is due. */
export function closingWords(run: RunEnd): Finding[] {
  const { estate, totals, facts, timestamps } = run;
  return [
    runFinding(run),
    licensedFinding(run),
    ...unmanagedFindings(totals.estate),
    ...endFindings(run),
    ...officeFindings(run),
    ...limited(facts.hostFailures.findings(), MAX_HOSTS_NAMED, 'KMS host', 'fails to be activated'),
    ...limited(facts.losses.findings(), MAX_LOSSES_NAMED, 'count', 'fell below a threshold'),
    ...poolFindings(run),
    ...horizonFindings(estate, totals, facts.cause, timestamps),
    finalFinding(totals.estate),
  ];
}

function statement(kind: Finding['kind'], text: string): Finding {
  return { kind, text, minute: null, subject: null };
}

function runFinding({ scenario, estate, totals }: RunEnd): Finding {
  const length = lengthOf(estate.parameters.duration);
  const size = `${plural(totals.estate.total, 'machine')}, ${plural(estate.hosts.all.length, 'KMS host')}`;
  return statement('run', `${scenario.title}: ${length} from ${scenario.start}, ${size}`);
}

function licensedFinding({ estate, totals }: RunEnd): Finding {
  const { total, everLicensed } = totals.estate;
  const subject = new MachineSubject(totals.estate, estate.rules);
  const half = subject.delay(0.5);
  const most = subject.delay(0.95);
  const delays = [
    ...(half === null ? [] : [`half of all ${delayOf(half)}`]),
    ...(most === null ? [] : [`95 % ${delayOf(most)}`]),
  ];
  const tail = delays.length === 0 ? '' : `: ${delays.join(', ')}`;
  const verb = isSingular(everLicensed, total) ? 'was' : 'were';
  return statement(
    'licensed',
    `${groupThousands(everLicensed)} of ${plural(total, 'machine')} ${verb} licensed${tail}.`,
  );
}

function delayOf(minutes: Minutes): string {
  return minutes === 0 ? 'at once' : `within ${lengthOf(minutes)} of installation`;
}

function isSingular(part: number, whole: number): boolean {
  return part === 1 || whole === 1;
}

function unmanagedFindings({ unmanaged }: MachineTotals): Finding[] {
  if (unmanaged === 0) return [];
  const verb = unmanaged === 1 ? 'is' : 'are';
  const text = `${plural(unmanaged, 'machine')} ${verb} not activated by design (\`method: none\`).`;
  return [statement('unmanaged', text)];
}

function endFindings({ estate, totals, facts, timestamps }: RunEnd): Finding[] {
  const { firstEnd } = facts;
  const graceless = estate.machines.groups.filter(({ initialGrace }) => initialGrace === 0);
  if (firstEnd === null)
    return [
      statement(
        'end-states',
        graceless.length === 0
          ? 'No machine reached the end of its grace.'
          : 'No machine was in Notification.',
      ),
    ];
  const { everNotification: ended, peakEnded } = totals.estate;
  const groups = estate.machines.groups
    .map(({ id, name }) => ({ name, ended: totals.groups[id].everNotification }))
    .filter((group) => group.ended > 0);
  const named = groups
    .slice(0, MAX_GROUPS_NAMED)
    .map((group) => `${groupThousands(group.ended)} of ${group.name}`);
  if (groups.length > MAX_GROUPS_NAMED)
    named.push(`others of ${plural(groups.length - MAX_GROUPS_NAMED, 'more group')}`);
  const hadGrace = graceless.every(({ id }) => totals.groups[id].everNotification === 0);
  const happened = hadGrace
    ? `reached the end of ${ended === 1 ? 'its' : 'their'} grace`
    : `${ended === 1 ? 'was' : 'were'} in Notification, without a grace or after it`;
  const { machine, minute, cause } = firstEnd;
  const because = cause === null ? '' : `: ${cause}`;
  return [
    statement(
      'end-states',
      `${plural(ended, 'machine')} ${happened}: ` +
        `${named.join(', ')}; at most ${groupThousands(peakEnded)} at once.`,
    ),
    {
      kind: 'first-end',
      text: `The first was ${machine} on ${momentOf(minute, timestamps)}${because}.`,
      minute,
      subject: machine,
    },
  ];
}

/** What became of Office, which has licenses of its own. */
function officeFindings({ estate }: RunEnd): Finding[] {
  const text = officeWords(estate);
  return text === null ? [] : [statement('office', `${text}.`)];
}

function poolFindings({ facts, timestamps }: RunEnd): Finding[] {
  return facts.emptyPools.map(({ key, minute, machines }) => ({
    kind: 'pool-empty',
    text:
      `The pool of ${key} ran out on ${momentOf(minute, timestamps)}: ${plural(machines, 'machine')} ` +
      `${machines === 1 ? 'was' : 'were'} refused (${explainedCode(Code.MakExhausted)}).`,
    minute,
    subject: key,
  }));
}

function finalFinding({ licensedAtEnd, installed, retired }: MachineTotals): Finding {
  const inService = installed - retired;
  const verb = isSingular(licensedAtEnd, inService) ? 'is' : 'are';
  const machines = plural(inService, 'machine');
  return statement(
    'end',
    `At the end ${groupThousands(licensedAtEnd)} of ${machines} in service ${verb} licensed.`,
  );
}

/** The first findings of a kind; of more than that their number. */
function limited(findings: readonly Finding[], most: number, noun: string, what: string): Finding[] {
  if (findings.length <= most) return [...findings];
  const [{ kind }] = findings;
  const more = findings.length - most;
  const text = `${plural(more, `more ${noun}`)} ${more === 1 ? what : what.replace(/^fails/, 'fail')}.`;
  return [...findings.slice(0, most), statement(kind, text)];
}
