/** A generation of systems that people know by one name, as the labels of charts have it. */
export interface FamilyRow {
  readonly title: string;
}

/** A row for each family of `systems.ts`. */
export const FAMILIES = {
  vista: { title: 'Windows Vista' },
  'server-2008': { title: 'Windows Server 2008' },
  'server-2003': { title: 'Windows Server 2003' },
  'windows-7': { title: 'Windows 7' },
  'server-2008-r2': { title: 'Windows Server 2008 R2' },
  'windows-8': { title: 'Windows 8' },
  'server-2012': { title: 'Windows Server 2012' },
  'windows-8.1': { title: 'Windows 8.1' },
  'server-2012-r2': { title: 'Windows Server 2012 R2' },
  'windows-10': { title: 'Windows 10' },
  'windows-11': { title: 'Windows 11' },
  'server-2016': { title: 'Windows Server 2016' },
  'server-2019': { title: 'Windows Server 2019' },
  'server-2022': { title: 'Windows Server 2022' },
  'server-2025': { title: 'Windows Server 2025' },
} as const satisfies Record<string, FamilyRow>;

export type Family = keyof typeof FAMILIES;
