/** A generation of systems that people know by one name, as the labels of charts have it. */
export interface FamilyRow {
  readonly title: string;
}

/** A row for each family of `systems.ts`. */
export const FAMILIES = {
  vista: { title: 'Windows Vista' },
  'server-2008': { title: 'Windows Server 2008' },
  'server-2003': { title: 'Windows Server 2003' },
} as const satisfies Record<string, FamilyRow>;

export type Family = keyof typeof FAMILIES;
