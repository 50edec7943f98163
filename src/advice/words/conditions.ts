import type { CONDITION_NAMES } from '../../model/definitions/conditions.ts';

/** What each license condition means, with the section that says so. */
export const CONDITION_MEANINGS: Readonly<
  Record<(typeof CONDITION_NAMES)[number], { readonly meaning: string; readonly source: string }>
> = {
  Unlicensed: {
    meaning:
      'The end state of Windows Vista before SP1 (LicenseStatus 0): reduced functionality mode, with logons of one hour and without Start menu, Task Manager, Remote Desktop and printing. Activation lifts it.',
    source: 'Planning Guide, Appendix 2, Unlicensed/Reduced Functionality Mode (RFM)',
  },
  Licensed: {
    meaning:
      'Activated (LicenseStatus 1). By KMS for 180 days from the latest success, by a MAK without limit.',
    source: 'Planning Guide, Appendix 2; KMS Activation Renewal',
  },
  OOBGrace: {
    meaning:
      'The initial grace period from installation (LicenseStatus 2): 30 days for Windows Vista, Windows 7 and Server 2008 R2, 60 for Windows Server 2008. Everything works; reminders become more frequent. A rearm begins it anew. From Windows 8 and Server 2012 on there is none: a computer begins in Notification.',
    source: 'Planning Guide, Appendix 2; Test/Development Labs; Windows 7: License Conditions',
  },
  OOTGrace: {
    meaning:
      'The grace period after an activation by KMS or Active Directory has lapsed or hardware was replaced (LicenseStatus 3): 30 days to be activated again.',
    source: 'KB 925582; Operations Guide',
  },
  NonGenuineGrace: {
    meaning:
      'The 30 days from the online validation that found the computer Non-Genuine (LicenseStatus 4). Activation does not end it; a validation with the result genuine does.',
    source: 'Operations Guide; Planning Guide, Appendix 2',
  },
  Notification: {
    meaning:
      'The end state since Vista SP1 and Windows Server 2008 (LicenseStatus 5), and from Windows 8 and Server 2012 on also the state from the installation to the first activation: a dialog delays logons, the desktop is black, a balloon appears every hour; updates are limited to critical ones, and a KMS host serves nobody. Activation lifts it.',
    source: 'Planning Guide, Appendix 2',
  },
};
