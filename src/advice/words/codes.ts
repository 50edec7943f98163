import type { Code } from '../../model/definitions/codes.ts';

/** What a code means and what to look at. */
export interface CodeMeaning {
  readonly meaning: string;
  readonly source: string;
}

const ERRORS = 'Resolving common activation error codes';
const AVMA =
  'Automatic Virtual Machine Activation in Windows Server; Troubleshoot Azure Windows virtual machine activation problems';
const OPERATIONS = 'Operations Guide, WMI properties';

/** The meaning of every code that the model gives, by its name in `codes.ts`. */
export const CODE_MEANINGS: Readonly<Record<keyof typeof Code, CodeMeaning>> = {
  Success: { meaning: 'Success.', source: ERRORS },
  CountTooLow: {
    meaning:
      'The count of the KMS host is too low for this client: 25 for client systems, 5 for servers, 5 for Office. Let more computers ask the same host (physical ones, as long as it does not count virtual ones), take hosts away, or use MAK.',
    source: `${ERRORS}; Planning Guide, KMS Activation Thresholds`,
  },
  HostNotActivated: {
    meaning:
      'The KMS host is not activated with Microsoft, or is in Notification, so it refuses its clients. Activate the host, over the Internet or by telephone.',
    source: `${ERRORS}; Planning Guide, Activating the First KMS Host`,
  },
  HostCannotServe: {
    meaning:
      "This KMS host cannot serve the client: its key's product group is less inclusive than the client's, its system serves no servers, or its system is too old for the client or lacks an update for it. Give it a more inclusive key, install the update, or host KMS on a later server.",
    source: `${ERRORS}; Planning Guide, Determine Product Key Needs; KMS activation planning (Windows Server)`,
  },
  DnsServerFailure: {
    meaning:
      "The DNS server failed: the zone's server was down, or no link let DNS through to it. Repair the server, the link or the firewall.",
    source: ERRORS,
  },
  DnsNameDoesNotExist: {
    meaning:
      'The DNS name does not exist: the zone has no SRV record `_vlmcs._tcp` of a KMS host, or the computer has no zone to ask. Let a host publish there, make the record by hand, or set a host on the client.',
    source: `${ERRORS}; Planning Guide, Planning DNS Server Configuration`,
  },
  DnsRefused: {
    meaning:
      'The DNS server refused the update: the KMS host has no rights to the SRV record, which the first host that published owns. Give all KMS hosts the right.',
    source: 'Planning Guide, Planning DNS Server Configuration',
  },
  RpcServerUnavailable: {
    meaning:
      'The RPC server is unavailable: the KMS host is down, a firewall stops TCP port 1688, or the SRV record is stale. Repair the host or open the port.',
    source: ERRORS,
  },
  RearmsUsedUp: {
    meaning: 'The allowed number of rearms is used up. Activate the computer, or install it anew.',
    source: 'Planning Guide, Test/Development Labs',
  },
  ConfirmationMismatch: {
    meaning:
      'The confirmation ID does not match the installation ID: hardware was replaced after the ID was read. Ask for another.',
    source: ERRORS,
  },
  GraceExpired: {
    meaning:
      'A grace period has ended, or there was none, as from Windows 8 and Server 2012 on after an installation. The computer is in Notification or, before Vista SP1, Unlicensed until it is activated.',
    source: `${ERRORS}; Planning Guide, Appendix 2`,
  },
  InitialGrace: {
    meaning: 'The reason of OOBGrace: the computer was installed and is not activated yet.',
    source: OPERATIONS,
  },
  OutOfToleranceGrace: {
    meaning: 'The reason of OOTGrace: the activation has lapsed, or hardware was replaced.',
    source: OPERATIONS,
  },
  HardwareOutOfTolerance: {
    meaning:
      'The hardware is out of tolerance: parts were replaced, and the computer has 30 days to be activated again.',
    source: `${ERRORS}; KB 925582`,
  },
  KmsKeyExhausted: {
    meaning:
      'The KMS key was used too often: it activates six hosts, each of them ten times. Ask the Activation Call Center for more.',
    source: `${ERRORS}; Planning Guide, Activating Subsequent KMS Hosts`,
  },
  MakExhausted: {
    meaning:
      'The MAK has no activations left. Ask for more, or let a VAMT that keeps confirmations activate rebuilt computers.',
    source: `${ERRORS}; Planning Guide, Multiple Activation Key (MAK)`,
  },
  MicrosoftUnreachable: {
    meaning:
      "Microsoft's activation service cannot be found from here: there is no way to the Internet. Activate by telephone or by proxy.",
    source: ERRORS,
  },
  AvmaPlatform: {
    meaning:
      'The guest does not run on a Hyper-V host that can activate it: Server 2012 R2 Datacenter or later, no older than the guest. Move it to such a host, or give it the setup key of a KMS client.',
    source: AVMA,
  },
  AvmaHostNotActivated: {
    meaning:
      'The Hyper-V host that the guest runs on is not activated, so it activates no guest. Activate every host that the guest may run on.',
    source: AVMA,
  },
  NonGenuineGraceExpired: {
    meaning:
      'The grace of a computer that was found Non-Genuine has ended. Only another validation, with the result genuine, helps; activation does not.',
    source: 'Operations Guide; Planning Guide, Appendix 2',
  },
};

/** Codes that Windows logs and the model does not give, by how Windows prints them: it gives that of the cause instead. */
export const OTHER_CODE_MEANINGS: Readonly<Record<string, CodeMeaning>> = {
  '0xC004F015': {
    meaning:
      'The license is not installed: a KMS host logs it in its event 12290 for a client that is newer than its key or its system knows. The client is refused (0xC004F042). Install the update for the system of the host, and a KMS key that includes the client.',
    source: 'Error 0xC004F015 when you activate Windows 10',
  },
  '0xC004F074': {
    meaning:
      'No KMS host could be contacted: a client from Windows 7 on logs it when all hosts that it knows of failed. Its event 12288 has the cause, such as 0x8007232B (no host found), 0x800706BA (no answer), 0xC004F042 (the host is too old) or 0xC004F06C (clocks that differ).',
    source: 'Error 0xC004F074 when you activate Windows',
  },
  '0xC004F06C': {
    meaning:
      'The clocks of the client and of the KMS host differ by more than 4 hours, in UTC, so the host refuses the request. Set both by the same time source. Clocks are not simulated.',
    source: 'Error 0xC004F06C when you activate Windows',
  },
  '0xC004F039': {
    meaning:
      'The Key Management Service is not enabled: the computer that was asked has no KMS key, or the answer was filtered on its way. Install the key on it, and open TCP port 1688 both ways. vasim gives 0x800706BA where nobody answers.',
    source: ERRORS,
  },
  '0xC004F06B': {
    meaning:
      'The KMS host refused to run on a virtual machine. The Planning Guide allows virtual KMS hosts, so vasim does not give it.',
    source: 'HRESULT names of the Windows headers',
  },
  '0x8007251D': {
    meaning:
      'DNS has no records for the name that was asked. Let a KMS host publish its SRV record there, or make it by hand. vasim gives 0x8007232B.',
    source: ERRORS,
  },
  '0xC004F02C': {
    meaning:
      'The format of the confirmation ID is invalid: it was mistyped in an activation by telephone. Type it again. vasim makes no mistakes in typing.',
    source: ERRORS,
  },
  '0xC004F035': {
    meaning:
      'A volume license key cannot activate this computer, because its BIOS does not show an earlier Windows that qualifies for the upgrade. License the computer first. vasim does not simulate it.',
    source: ERRORS,
  },
  '0xC004F050': {
    meaning:
      'The product key is invalid: it was mistyped, or is not for this edition. Type the key of this edition. vasim does not simulate it.',
    source: ERRORS,
  },
  '0xC004F051': {
    meaning: 'The product key is blocked by Microsoft. Use another one. vasim does not simulate it.',
    source: ERRORS,
  },
  '0xC004F056': {
    meaning:
      'The computer could not be activated by KMS, without a closer cause. Its event 12288 has more. vasim gives the code of the cause.',
    source: ERRORS,
  },
  '0xC004C001': {
    meaning: 'The MAK is invalid. Check the key. vasim does not simulate it.',
    source: ERRORS,
  },
  '0xC004C003': {
    meaning: 'The MAK is blocked by Microsoft. Use another one. vasim does not simulate it.',
    source: ERRORS,
  },
  '0xC004C021': {
    meaning:
      'The limit up to which the pool of the MAK was extended is reached. Ask the Activation Call Center for more. vasim gives 0xC004C020.',
    source: ERRORS,
  },
};
