import { type Minute, NEVER } from '../../engine/time.ts';
import { Code, explainedCode } from '../../model/definitions/codes.ts';
import { CONDITION_NAMES, Condition, isEndState } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { HostId } from '../../model/definitions/ids.ts';
import type { HostEvent } from '../../model/definitions/observer.ts';
import type { Host } from '../../model/kms/host.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import type { Finding } from './finding.ts';
import { momentOf } from './moments.ts';

/** Notes the KMS hosts that Microsoft refused or that came to the end of their own grace. */
export class HostFailures {
  private readonly estate: Estate;
  private readonly timestamps: Timestamps;
  /** By host: when it first was. */
  private readonly refusedAt = new Map<HostId, Minute>();
  private readonly endedAt = new Map<HostId, Minute>();

  constructor(estate: Estate, timestamps: Timestamps) {
    this.estate = estate;
    this.timestamps = timestamps;
  }

  /** Something happened to a host. */
  changed(event: HostEvent, host: HostId): void {
    const { now } = this.estate.calendar;
    if (event === 'host-refused' && !this.refusedAt.has(host)) this.refusedAt.set(host, now);
    const isEnded = isEndState(this.estate.hosts.all[host].condition);
    if (isEnded && !this.endedAt.has(host)) this.endedAt.set(host, now);
    // A system without a grace that is activated as soon as it is online was in its end state for no time.
    if (!isEnded && this.endedAt.get(host) === now) this.endedAt.delete(host);
  }

  /** A sentence for each host that is not activated at the end, was refused, or ended. */
  findings(): Finding[] {
    return this.estate.hosts.all
      .filter((host) => host.online && this.hasFailed(host))
      .map((host) => ({
        kind: 'host-failed',
        text: this.sentence(host),
        minute: this.endedAt.get(host.id) ?? this.refusedAt.get(host.id) ?? null,
        subject: host.name,
      }));
  }

  private hasFailed({ id, condition }: Host): boolean {
    return condition !== Condition.Licensed || this.refusedAt.has(id) || this.endedAt.has(id);
  }

  private sentence(host: Host): string {
    const ended = this.endedAt.get(host.id);
    const { timestamps } = this;
    const clauses = [
      ...(ended === undefined
        ? []
        : [
            `was in ${CONDITION_NAMES[host.system.endState]} from ${momentOf(ended, timestamps)} on, where it serves no client`,
          ]),
      ...this.reason(host),
    ];
    const state =
      host.condition === Condition.Licensed
        ? 'is activated at the end'
        : `is not activated at the end (${CONDITION_NAMES[host.condition]}${until(host, timestamps)})`;
    return `The KMS host ${host.name} ${[...clauses, state].join('; it ')}.`;
  }

  private reason(host: Host): string[] {
    const refused = this.refusedAt.get(host.id);
    if (refused !== undefined)
      return [
        `was refused by Microsoft on ${momentOf(refused, this.timestamps)} (${explainedCode(Code.KmsKeyExhausted)})`,
      ];
    const byInternet = host.parameters.activateBy === 'internet';
    const cannotReach = byInternet && !this.estate.microsoft.answersInternet(host.network);
    return host.condition !== Condition.Licensed && cannotReach
      ? [
          `cannot reach Microsoft from ${host.parameters.network} (${explainedCode(Code.MicrosoftUnreachable)})`,
        ]
      : [];
  }
}

/** When a host's grace ends, where one does. */
function until({ deadline }: Host, timestamps: Timestamps): string {
  return deadline === NEVER ? '' : ` until ${momentOf(deadline, timestamps)}`;
}
