import { count, days, LONGEST_TIME, onOff, type Rule, time } from './rule.ts';

/** The published numbers of the systems after Server 2008, whose sources are other pages of Microsoft. */

const PLANNING = 'Key Management Services (KMS) activation planning (Windows Server)';
const THRESHOLD_RANGE: readonly [number, number] = [1, 100_000];
const ACTIVE_DIRECTORY = 'Activate using Active Directory-based activation (Windows 8 and later)';
/** How often members of a domain and guests of a Hyper-V host may ask: as KMS clients. */
const ASKING_RANGE: readonly [number, number] = [15, days(30)];
const REARM_RANGE: readonly [number, number] = [0, 10_000];
/** From 0: a system may have no grace at all. */
const GRACE_RANGE: readonly [number, number] = [0, LONGEST_TIME];

export const LATER_RULES = {
  windows7Threshold: count(
    25,
    'The count that a Windows 7 KMS client must be answered to activate.',
    PLANNING,
    THRESHOLD_RANGE,
  ),
  server2008R2Threshold: count(
    5,
    'The count that a Windows Server 2008 R2 KMS client must be answered to activate.',
    PLANNING,
    THRESHOLD_RANGE,
  ),
  windows8Threshold: count(
    25,
    'The count that a KMS client of Windows 8 or later must be answered to activate.',
    PLANNING,
    THRESHOLD_RANGE,
  ),
  server2012Threshold: count(
    5,
    'The count that a KMS client of Windows Server 2012 or later must be answered to activate.',
    PLANNING,
    THRESHOLD_RANGE,
  ),
  windows7InitialGrace: time(
    days(30),
    'OOBGrace of Windows 7 and Windows Server 2008 R2: time to activate after installation.',
    'What Happens If Systems Are Not Activated (Windows 7)',
    GRACE_RANGE,
  ),
  windows8InitialGrace: time(
    0,
    'OOBGrace of Windows 8, Windows Server 2012 and later; 0: they start in Notification.',
    'Microsoft support staff (windowsserverdocs, pull request 7166) and logged requests; the troubleshooting page still says 30 days',
    GRACE_RANGE,
  ),
  windows7OutOfToleranceGrace: time(
    days(30),
    'OOTGrace of Windows 7 and Windows Server 2008 R2, after a KMS activation lapsed or hardware changed.',
    'Product Activation (Windows 7 Technical Reference)',
    GRACE_RANGE,
  ),
  windows8OutOfToleranceGrace: time(
    days(30),
    'OOTGrace of Windows 8, Windows Server 2012 and later, after a KMS activation lapsed or hardware changed; 0: Notification at once.',
    'Assumption: no source states it; 30 days as for Office are taken',
    GRACE_RANGE,
  ),
  windows7Rearms: count(
    3,
    'How often Windows 7 and Windows Server 2008 R2 may be rearmed.',
    'Sysprep, SkipRearm, and Image Build Best Practices (Microsoft CORE team); the WAIK says unlimited for KMS clients',
    REARM_RANGE,
  ),
  windows8Rearms: count(
    1001,
    'How often Windows 8, Windows Server 2012 and later may be rearmed.',
    'Sysprep (Generalize) a Windows installation: Windows 8.1 and later; for Windows 8 and Server 2012 an assumption',
    REARM_RANGE,
  ),
  laterHostsCountVirtualMachines: onOff(
    true,
    'Whether requests of virtual machines add to the count of a host on Windows 7, Server 2008 R2 or later.',
    'Activate clients running Windows 10: virtual machines count; that the host decides it, not the client, is an assumption',
  ),
  directoryInterval: time(
    days(7),
    'How long a member of a domain that Active Directory activated waits to ask it again.',
    ACTIVE_DIRECTORY,
    ASKING_RANGE,
  ),
  directoryValidity: time(
    days(180),
    'How long an activation by Active Directory lasts from the latest contact with the domain.',
    ACTIVE_DIRECTORY,
  ),
  avmaLifetime: time(
    days(7),
    'How long an activation by AVMA lasts; a guest asks its Hyper-V host again when it ends.',
    'Assumption: no source states it; that of the renewal interval is taken',
    ASKING_RANGE,
  ),
  officeThreshold: count(
    5,
    'The count of Office that a volume edition of Office must be answered to activate.',
    'Activate volume licensed versions of Office by using KMS',
    THRESHOLD_RANGE,
  ),
  officeInitialGrace: time(
    days(30),
    'OOBGrace of Office: time to activate after installation.',
    'Activate volume licensed versions of Office by using KMS; for Office 2010 and 2013 blogs and TechNet',
    GRACE_RANGE,
  ),
  officeOutOfToleranceGrace: time(
    days(30),
    'OOTGrace of Office, after its KMS activation lapsed.',
    'Activate volume licensed versions of Office by using KMS',
    GRACE_RANGE,
  ),
  officeRearms: count(
    5,
    'How often Office may be rearmed; one more after a KMS activation.',
    'Rearm an Office installation',
    REARM_RANGE,
  ),
} as const satisfies Record<string, Rule>;
