import type { Minute } from '../../engine/time.ts';
import { Code, formatCode } from '../../model/definitions/codes.ts';
import { CONDITION_NAMES, Condition } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import { type MachineId, NONE } from '../../model/definitions/ids.ts';
import { OFFICE } from '../../model/definitions/office.ts';
import { formatDuration } from '../../text/duration.ts';
import { groupThousands } from '../../text/numbers.ts';
import { machineNamed, type Trace } from '../trace/trace.ts';
import type { ContactEpisode, OfficeStep, OfficeTurn } from '../trace/trace-steps.ts';
import { DIRECTORY, type Words, words } from './chain-words.ts';
import { isOfficeIn, type OfficeTrouble, officeRows } from './office-troubles.ts';
import { contactReason, dateOf, stateWords } from './sentences.ts';

/** The pages on rearming Office, and on its activation and graces. */
const REARM = 'Rearm an Office installation';
const KMS = 'Activate volume licensed versions of Office by using KMS';

/** What is wrong with the Office of machines, since when, because of what. */
export function officeSentence(trouble: OfficeTrouble, trace: Trace, estate: Estate, start: string): string {
  const row = machineNamed(estate, trouble.machine);
  const version = estate.machines.groupOf(row).parameters.office;
  const title = version === null ? 'Office' : OFFICE[version].title;
  const { officeLicenses } = estate;
  const since = dateOf(trouble.minute, start);
  const because = reason(trouble.minute, trace, estate);
  const rows = officeRows(estate, trouble.set);
  if (rows.length > 1) {
    const bad = rows.filter((one) => wasIn(trouble, estate, one)).length;
    const what = { notification: 'was in Notification', lapsed: 'lapsed', 'not-licensed': 'is not licensed' };
    return `Office of ${groupThousands(bad)} of ${groupThousands(rows.length)} machines that have it ${what[trouble.kind]}, the first that of \`${trouble.machine}\` on ${since}, because ${because}`;
  }
  const now = officeLicenses.conditionOf(row);
  const head = `${title} of \`${trouble.machine}\` has been ${stateWords(now)} since ${dateOf(officeLicenses.sinceOf(row), start)}`;
  if (officeLicenses.sinceOf(row) === trouble.minute) return `${head}, because ${because}`;
  const then = trouble.kind === 'lapsed' ? Condition.OOTGrace : Condition.Notification;
  return `${head}, and was in ${CONDITION_NAMES[then]} from ${since} on, because ${because}`;
}

/** Whether a trouble of Office has struck a machine, at the end or before. */
function wasIn({ kind }: OfficeTrouble, { officeLicenses, parameters }: Estate, row: MachineId): boolean {
  const was = (condition: Condition) => officeLicenses.minutesIn(row, condition, parameters.duration) > 0;
  if (kind === 'notification')
    return was(Condition.Notification) || isOfficeIn(kind, officeLicenses.conditionOf(row));
  if (kind === 'lapsed') return was(Condition.OOTGrace);
  return officeLicenses.isInstalled(row) && isOfficeIn(kind, officeLicenses.conditionOf(row));
}

/** Why Office came to where it is: the last that failed before, in words that follow "because". */
function reason(minute: Minute, { steps }: Trace, estate: Estate): string {
  const before = steps.filter((step) => step.minute <= minute);
  const last = before.findLast(
    (step): step is ContactEpisode | OfficeStep =>
      step.kind === 'contacts' || (step.kind === 'office' && step.event === 'office-activated'),
  );
  if (last?.kind !== 'contacts' || last.outcome === 'renewed')
    return last === undefined
      ? 'nothing has activated it in its grace period'
      : 'its computer was not connected for longer than its activation lasts';
  if (last.outcome === 'count-too-low')
    return `${contactReason(last, estate)} of Office, which counts apart from Windows and needs ${estate.rules.officeThreshold}`;
  if (last.code === Code.HostCannotServe)
    return `\`${estate.hosts.all[last.host].name}\` refused it: it has no key of this version, or its system does not take it`;
  return contactReason(last, estate);
}

/** What happened to the Office of the followed machine. */
export function officeStepWords(step: OfficeStep, estate: Estate): Words {
  const host = step.host === NONE ? null : estate.hosts.all[step.host].name;
  return OFFICE_WORDS[step.event](step, host);
}

const OFFICE_WORDS: Readonly<Record<OfficeTurn, (step: OfficeStep, host: string | null) => Words>> = {
  'office-installed': ({ detail, condition }) =>
    words(`Office ${detail} installed`, `its ${CONDITION_NAMES[condition]} begins`, KMS),
  'office-rearmed': ({ condition }) =>
    words('Office rearmed', `${CONDITION_NAMES[condition]} begins anew, with a new CMID`, REARM),
  'office-activated': ({ count }, host) =>
    host === null
      ? words('Office activated by its domain', 'an activation object of its version serves it', DIRECTORY)
      : words(`Office activated by ${host}`, `its count of Office was ${count}`, KMS),
  'office-condition': ({ condition, previous, code, licenseAge }) => {
    const state = CONDITION_NAMES[condition];
    if (condition === Condition.OOTGrace)
      return words(`Office now in ${state}`, `${formatDuration(licenseAge)} without a renewal`, KMS);
    const before = previous === NONE ? 'its grace' : `its ${CONDITION_NAMES[previous]}`;
    return words(`Office now in ${state}`, `${before} ended (${formatCode(code)})`, KMS);
  },
};
