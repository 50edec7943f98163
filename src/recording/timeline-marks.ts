import type { EstateParameters, TimelineAction } from '../model/definitions/parameters.ts';
import type { TimeMark } from './run-series.ts';

type Verb = TimelineAction['type'];
type NamedMark = Pick<TimeMark, 'subject' | 'label'>;

/** What an entry is about and how a chart names it; `null`: an outage, which is shaded. A new verb needs its line. */
const MARKS: {
  readonly [Type in Verb]: (entry: Extract<TimelineAction, { readonly type: Type }>) => NamedMark | null;
} = {
  down: () => null,
  block: () => null,
  move: ({ host }) => ({ subject: host, label: `${host} moved` }),
  grant: ({ zone }) => ({ subject: zone, label: `${zone}: rights granted` }),
  retire: ({ group, count }) => ({
    subject: group,
    label: `${count === null ? '' : `${count} of `}${group} retired`,
  }),
  rebuild: ({ group }) => ({ subject: group, label: `${group} rebuilt` }),
  activate: ({ group }) => ({ subject: group, label: `${group}: slmgr /ato` }),
  convert: ({ group, method }) => ({ subject: group, label: `${group} to ${method.type}` }),
  raise: ({ key }) => ({ subject: key, label: `${key} raised` }),
  rekey: ({ host }) => ({ subject: host, label: `${host} rekeyed` }),
  validate: ({ group }) => ({ subject: group, label: `${group} validated` }),
  rearm: ({ group }) => ({ subject: group, label: `${group} rearmed` }),
  point: ({ group, host }) => ({
    subject: group,
    label: host === null ? `${group}: discovery` : `${group} to ${host}`,
  }),
  unpublish: ({ host }) => ({ subject: host, label: `${host} unpublished` }),
  update: ({ host }) => ({ subject: host, label: `${host} updated` }),
  upgrade: ({ group, os }) => ({ subject: group, label: `${group} to ${os}` }),
  relocate: ({ subject, network }) => ({ subject, label: `${subject} to ${network}` }),
  join: ({ group, domain }) => ({ subject: group, label: `${group} joined ${domain}` }),
  leave: ({ group }) => ({ subject: group, label: `${group} left its domain` }),
};

/** The entries of the timeline within the run that are no outages, as marks. */
export function timelineMarks({ timeline, duration }: EstateParameters): TimeMark[] {
  return timeline.flatMap((entry) => {
    if (entry.at >= duration) return [];
    // One entry has one verb; the table has the function for it.
    const mark = (MARKS[entry.type] as (entry: TimelineAction) => NamedMark | null)(entry);
    return mark === null ? [] : [{ minute: entry.at, ...mark, passed: null }];
  });
}
