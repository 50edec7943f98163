/**
 * What the model draws at random, each with the number that it has in a draw's key. A number is never used again
 * for something else: the same seed would give other results.
 */
export const DrawPurpose = {
  /** When a machine is installed, with `order: random`. */
  Install: 0,
  /** How late a machine keeps its hours. */
  Hours: 1,
  /** When a roaming machine connects first. */
  FirstConnection: 2,
  /** In which order a client asks the hosts that DNS names. */
  KmsHost: 3,
  /** Whether a change of hardware happens. */
  HardwareChange: 4,
  /** How long something works until its next failure. */
  Failure: 5,
  /** How long a failure lasts. */
  FailureLength: 6,
  /** When something fails first. */
  FirstFailure: 7,
  /** The GUID of a CMID in Windows logs. */
  ClientGuid: 8,
  /** The activation ID of an edition in Windows logs. */
  ActivationId: 9,
  /** In which order Office asks the hosts that DNS names. */
  OfficeHost: 10,
} as const;
