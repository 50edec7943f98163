import type { Condition } from './conditions.ts';
import type { Family } from './families.ts';
import type { KeyGroup } from './key-groups.ts';
import type { RuleNameOf } from './rules.ts';
import type { UpdateName } from './updates.ts';

/**
 * A system that volume activation knows: everything in which it differs from others. Numbers are named, not
 * written: each is a rule of `rules.ts`, which a scenario's `policy` may override.
 */
export interface System {
  /** As Windows names it, for people. */
  readonly title: string;
  readonly family: Family;
  /** OOBGrace, from installation; a rule of 0 minutes means that it starts in its end state. */
  readonly initialGrace: RuleNameOf<'minutes'>;
  /** OOTGrace, from the end of a KMS activation or a change of hardware. */
  readonly graceAfterExpiry: RuleNameOf<'minutes'>;
  /** The condition in which a grace period ends. */
  readonly endState: Condition;
  /** What it is as an activated machine; `null` for a system that is only a KMS host here. */
  readonly client: ClientSide | null;
  /** What it is as a KMS host; `null` for a system that cannot be one. */
  readonly host: HostSide | null;
}

export interface ClientSide {
  /** The group whose keys activate it. */
  readonly keyGroup: KeyGroup;
  /** The activation threshold ("N-policy") that it asks a KMS host with. */
  readonly threshold: RuleNameOf<'count'>;
  /** How often it may be rearmed. */
  readonly rearms: RuleNameOf<'count'>;
  /** Whether it heeds priority and weight of the SRV records of KMS hosts; left out: no. */
  readonly heedsPriority?: boolean;
  /** Whether Windows Genuine Advantage validates it online and can find it Non-Genuine. */
  readonly validatedOnline: boolean;
}

export interface HostSide {
  /** Client key groups that the system can serve, with a KMS key that serves them too. */
  readonly serves: readonly KeyGroup[];
  /** Client key groups that it can serve with any one of the updates named. */
  readonly servesUpdated?: Updatable;
  /** Whether requests of virtual machines add to its count. */
  readonly countsVirtual: RuleNameOf<'switch'>;
}

/** Client key groups that a host system can serve with any one of the updates named. */
export type Updatable = Readonly<Partial<Record<KeyGroup, readonly UpdateName[]>>>;
