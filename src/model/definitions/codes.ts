/**
 * Codes that Windows logs, after "Resolving common activation error codes", the Windows headers for DNS and
 * RPC, and the Operations Guide.
 */
export const Code = {
  Success: 0x0,
  /** The count of the KMS host is below the client's threshold. */
  CountTooLow: 0xc004f038,
  /** The KMS host is not activated, or is in Notification. */
  HostNotActivated: 0xc004f041,
  /** This KMS host cannot serve the client: its key's group or its system do not reach so far. */
  HostCannotServe: 0xc004f042,
  /** DNS server failure: the zone's server did not answer. */
  DnsServerFailure: 0x8007232a,
  /** The DNS name does not exist: the zone has no SRV record of the KMS service, or no zone is asked. */
  DnsNameDoesNotExist: 0x8007232b,
  /** The DNS server refuses the update: no rights to the record. */
  DnsRefused: 0x8007232d,
  /** The RPC server is unavailable: host down, firewall, stale record. */
  RpcServerUnavailable: 0x800706ba,
  /** A grace period ended. */
  GraceExpired: 0xc004f009,
  /** Reason of OOBGrace. */
  InitialGrace: 0x4004f00c,
  /** Reason of OOTGrace. */
  OutOfToleranceGrace: 0x4004f00d,
  /** The hardware is out of tolerance. */
  HardwareOutOfTolerance: 0xc004f00f,
  /** The KMS key's activations are used up. */
  KmsKeyExhausted: 0xc004c008,
  /** The MAK's pool is empty. */
  MakExhausted: 0xc004c020,
  /** The allowed number of rearms is used up. */
  RearmsUsedUp: 0xc004d307,
  /** The confirmation ID does not match the installation ID: it is for other hardware. */
  ConfirmationMismatch: 0xc004f031,
  /** Microsoft's server cannot be found from here. */
  MicrosoftUnreachable: 0x80072ee7,
  /** AVMA: the computer does not run on a platform that can activate it. */
  AvmaPlatform: 0xc004fd01,
  /** AVMA: the Hyper-V host is not activated. */
  AvmaHostNotActivated: 0xc004fd02,
  /** The grace of a system found Non-Genuine ended. */
  NonGenuineGraceExpired: 0xc004f064,
} as const;

/** What each code means, for a sentence. */
const MEANINGS: Readonly<Record<keyof typeof Code, string>> = {
  Success: 'success',
  CountTooLow: "the count of the KMS host is below the client's threshold",
  HostNotActivated: 'the KMS host is not activated, or is in Notification',
  HostCannotServe: 'the key or the system of the KMS host cannot serve the client',
  DnsServerFailure: 'the DNS server does not answer',
  DnsNameDoesNotExist: 'DNS has no SRV record of a KMS host',
  DnsRefused: 'the DNS server refuses the update',
  RpcServerUnavailable: 'the KMS host does not answer',
  GraceExpired: 'the grace period has ended',
  InitialGrace: 'the initial grace period',
  OutOfToleranceGrace: 'the grace period after an activation has expired',
  HardwareOutOfTolerance: 'the hardware is out of tolerance',
  KmsKeyExhausted: 'the KMS key has no activations left',
  MakExhausted: 'the MAK has no activations left',
  RearmsUsedUp: 'the allowed number of rearms is used up',
  ConfirmationMismatch: 'the confirmation ID does not match the installation ID',
  MicrosoftUnreachable: 'Microsoft cannot be reached',
  AvmaPlatform: 'the Hyper-V host cannot activate this guest',
  AvmaHostNotActivated: 'the Hyper-V host is not activated',
  NonGenuineGraceExpired: 'the grace period of a system found Non-Genuine has ended',
};

const MEANING_OF = new Map<number, string>(
  (Object.keys(Code) as (keyof typeof Code)[]).map((name) => [Code[name], MEANINGS[name]]),
);

/** A code with its meaning: `0xC004C020: the MAK has no activations left`. */
export function explainedCode(code: number): string {
  const meaning = MEANING_OF.get(code);
  return meaning === undefined ? formatCode(code) : `${formatCode(code)}: ${meaning}`;
}

/** A code as Windows prints it, such as `0xC004F038`. */
export function formatCode(code: number): string {
  return code === Code.Success ? '0x0' : `0x${code.toString(16).toUpperCase().padStart(8, '0')}`;
}
