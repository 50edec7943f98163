/**
 * Product key groups, after "Volume Activation 2.0 Changes for Windows Server 2008 and Windows Vista SP1" and the
 * list of volume product key groups. A MAK activates its own group only.
 */
export interface KeyGroupRow {
  /** The systems of the group, for people. */
  readonly members: string;
  /** Client groups that a KMS key of this group serves, its own among them. */
  readonly serves: readonly string[];
}

/** A row for each group; where several KMS keys would do, the first that serves all clients is enough. */
export const KEY_GROUPS = {
  client: { members: 'Vista', serves: ['client'] },
  'server-a': { members: 'Web Server', serves: ['client', 'server-a'] },
  'server-b': { members: 'Standard and Enterprise', serves: ['client', 'server-a', 'server-b'] },
  'server-c': { members: 'Datacenter and Itanium', serves: ['client', 'server-a', 'server-b', 'server-c'] },
} as const satisfies Record<string, KeyGroupRow>;

export type KeyGroup = keyof typeof KEY_GROUPS;
