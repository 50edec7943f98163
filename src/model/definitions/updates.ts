/** Updates of KMS hosts that decide what they can serve, by their number in the Microsoft Knowledge Base. */
export const UPDATES = {
  KB968915: 'KMS 1.2 for Windows Server 2003: Windows 7 and Server 2008 R2; counts virtual machines',
  KB968912: 'for Windows Vista and Server 2008: Windows 7 and Server 2008 R2; counts virtual machines',
  KB2757817: 'for Windows 7 and Server 2008 R2: Windows 8 and Server 2012',
  KB3079821: 'for Windows 7 and Server 2008 R2: up to Windows 10 and Server 2012 R2',
  KB3172614: 'for Windows 8.1 and Server 2012 R2: Windows 10 and Server 2016',
  KB3172615: 'for Windows Server 2012: Windows 8.1, Windows 10, Server 2012 R2 and 2016',
  KB4467695: 'for Windows Server 2012 R2: Windows 10, Server 2016 and 2019',
  KB4478877: 'for Windows Server 2016: Server 2019',
  KB5003638: 'for Windows Server 2016: Server 2019 and 2022',
  KB5003646: 'for Windows Server 2019: Server 2022',
  KB5034768: 'for Windows Server 2019: Server 2022 and 2025',
  KB5034765: 'for Windows Server 2022: Server 2025',
} as const satisfies Record<string, string>;

export type UpdateName = keyof typeof UPDATES;

export const UPDATE_NAMES = Object.keys(UPDATES) as UpdateName[];

/**
 * Updates with which a host counts virtual machines: those that let it serve Windows 7. Each is for systems of its own, and
 * does nothing on others (`countVirtualMachines` of `system-lookups.ts`).
 */
export const COUNTING_UPDATES: readonly UpdateName[] = ['KB968915', 'KB968912'];
