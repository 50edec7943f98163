import type { VerbName } from './verb.ts';

/** What each verb of the timeline does, in the few words that an editor's list of entries has room for. */
export const VERB_TITLES: Readonly<Record<VerbName, string>> = {
  down: 'a host, zone, network, link or VAMT answers nothing',
  block: 'a link is closed to some services',
  move: 'a KMS host gets other physical hardware',
  convert: 'a group is activated in another way',
  rebuild: 'a group is reinstalled',
  retire: 'machines are taken out of use',
  grant: 'hosts may change the SRV record of a zone',
  raise: "Microsoft raises a key's limits",
  rekey: 'a KMS host is given a key again, or another one',
  validate: 'a group is validated online',
  activate: 'an administrator activates a group now',
  rearm: 'a group is rearmed and restarted',
  point: 'the KMS host of a group is set by hand, or no longer',
  unpublish: 'a KMS host publishes no more',
  update: 'a KMS host counts virtual machines from now on',
  upgrade: 'a group is upgraded in place',
  relocate: 'a group or KMS host moves to another network',
  join: 'a group joins a domain and is restarted',
  leave: 'a group leaves its domain and is restarted',
};
