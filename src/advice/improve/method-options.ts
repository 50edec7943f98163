import type { GroupParameters, MethodParameters } from '../../model/definitions/parameters.ts';
import { clientSideOf } from '../../model/definitions/system-lookups.ts';
import type { JsonObject } from '../../scenario/document/json.ts';
import { labLimit, longestLabLife } from '../design/lab-life.ts';
import { type Context, groupsOn, KEEP, type Option, reachesThreshold } from './context.ts';
import { addVamt, type Edit, inOrder, useKms, useMak, useNothing } from './edits.ts';

/** A choice of methods for the groups of a network. */
export interface MethodOption extends Option {
  /** Whether any group is activated by KMS. */
  readonly kms: boolean;
}

/** How one group is activated. */
interface Choice {
  readonly type: MethodParameters['type'];
  readonly words: string | null;
  readonly edit: Edit;
}

/** Groups of a network up to which all combinations of methods are tried. */
const MAX_COMBINED = 3;

/** A VAMT that is added comes round once a week; with removable media two days pass from export to import. Assumptions. */
const NEW_VAMT = { every: '7 d' };
const NEW_ROUND_TRIP = '2 d';

/**
 * The ways in which the groups of a network may be activated.
 *
 * @param discovers whether groups on KMS are to discover their host, also those to which one is set by hand
 */
export function methodOptions(context: Context, network: string, discovers: boolean): MethodOption[] {
  const choices = groupsOn(context, network).map(([name, group]) =>
    choicesOf(context, name, group, discovers),
  );
  const combined = choices.length <= MAX_COMBINED ? product(choices) : chosenSets(choices);
  return combined.map((set) => ({
    words: set.flatMap(({ words }) => (words === null ? [] : [words])),
    edit: inOrder(...set.map(({ edit }) => edit)),
    kms: set.some(({ type }) => type === 'kms'),
  }));
}

/**
 * The first choice is what the design does, or KMS by discovery. Table 1 rules the others: in the core network MAK only where the
 * computers do not reach the threshold; no activation only in labs where they do not.
 */
function choicesOf(context: Context, name: string, group: GroupParameters, discovers: boolean): Choice[] {
  const { method, network, os } = group;
  const { rules } = context.design.estate;
  const enough = reachesThreshold(context, network, rules[clientSideOf(os).threshold]);
  const all = [kmsChoice(name, method, discovers)];
  if (network !== context.core || !enough || context.makInCore) {
    const proxy = proxyChoice(context, name, group);
    all.push(makChoice(context, name, group), ...(proxy === null ? [] : [proxy]));
  }
  if (network !== context.core && !enough && isRebuiltInGrace(context, name, group))
    all.push({ type: 'none', words: `${name} not activated`, edit: useNothing(name) });
  const now: Choice = { type: method.type, words: null, edit: KEEP.edit };
  const others = all.filter(({ type }) => type !== method.type);
  return [method.type === 'kms' && discovers ? all[0] : now, ...others];
}

/** Whether the machines of a group are those of a lab: rebuilt again and again before their grace ends. */
function isRebuiltInGrace({ design: { estate } }: Context, name: string, group: GroupParameters): boolean {
  return group.rebuildEvery !== null && longestLabLife(estate, name, group) <= labLimit(group, estate.rules);
}

function kmsChoice(name: string, { type }: MethodParameters, discovers: boolean): Choice {
  if (type !== 'kms') return { type: 'kms', words: `${name} on KMS`, edit: useKms(name) };
  return { type, words: null, edit: discovers ? useKms(name) : KEEP.edit };
}

/** By Internet where the network has it: without a call, and without waiting for one. */
function makChoice({ design }: Context, name: string, { network, os }: GroupParameters): Choice {
  const by = design.estate.networks.get(network)?.internet === true ? 'internet' : 'telephone';
  return {
    type: 'mak',
    words: `${name} on MAK by ${by === 'internet' ? 'Internet' : 'telephone'}`,
    edit: useMak(name, clientSideOf(os).keyGroup, 'mak', by),
  };
}

/**
 * By a VAMT that reaches the network, else by one of its own; `null` where that saves nothing: with Internet, and without rebuilds
 * for which it keeps confirmations.
 */
function proxyChoice({ design }: Context, name: string, group: GroupParameters): Choice | null {
  const { network, os } = group;
  const { vamts, networks, timeline } = design.estate;
  const { keyGroup } = clientSideOf(os);
  const known = [...vamts].find(([, vamt]) => design.reach.opens(vamt.network, network, 'wmi'));
  if (known !== undefined)
    return {
      type: 'mak-proxy',
      words: `${name} on MAK proxy by ${known[0]}`,
      edit: useMak(name, keyGroup, 'mak-proxy', known[0]),
    };
  const isRebuilt =
    group.rebuildEvery !== null || timeline.some((entry) => entry.type === 'rebuild' && entry.group === name);
  if (networks.get(network)?.internet === true && !isRebuilt) return null;
  const vamt = `vamt-${network}`.slice(0, 60);
  const online = networks.get(network)?.internet === true;
  const added: JsonObject = online
    ? { network, ...NEW_VAMT, via: 'internet' }
    : { network, ...NEW_VAMT, via: 'removable-media', roundTrip: NEW_ROUND_TRIP };
  const failsLike = [...vamts.keys()].find((other) => design.estate.failures.has(other)) ?? null;
  return {
    type: 'mak-proxy',
    words: `${name} on MAK proxy by a VAMT there (${vamt})`,
    edit: inOrder(addVamt(vamt, added, failsLike), useMak(name, keyGroup, 'mak-proxy', vamt)),
  };
}

function product(choices: readonly (readonly Choice[])[]): Choice[][] {
  return choices.reduce<Choice[][]>(
    (sets, own) => sets.flatMap((set) => own.map((choice) => [...set, choice])),
    [[]],
  );
}

/** Of many groups: all as they are, one of them changed, or all that can be changed in the same way. */
function chosenSets(choices: readonly (readonly Choice[])[]): Choice[][] {
  const first = choices.map(([choice]) => choice);
  const single = choices.flatMap((own, index) =>
    own.slice(1).map((choice) => first.map((kept, other) => (other === index ? choice : kept))),
  );
  const types = [...new Set(choices.flatMap((own) => own.map(({ type }) => type)))];
  const alike = types.map((type) =>
    choices.map((own, index) => own.find((choice) => choice.type === type) ?? first[index]),
  );
  return [first, ...single, ...alike];
}
