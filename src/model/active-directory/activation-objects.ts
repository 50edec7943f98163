import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import type { DomainId, KeyId } from '../definitions/ids.ts';
import type { ActivationObjectParameters } from '../definitions/parameters.ts';
import type { Caller } from '../microsoft/telephone.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly activationObjects: ActivationObjects;
  }
}

type ActivationObjectEstate = Pick<
  Estate,
  'parameters' | 'domains' | 'keys' | 'microsoft' | 'telephone' | 'calendar' | 'observer' | 'rules'
>;

/** An activation object that an administrator makes in a domain's forest. */
export interface ActivationObject {
  readonly name: string;
  readonly domain: DomainId;
  readonly domainName: string;
  readonly key: KeyId;
  readonly parameters: ActivationObjectParameters;
  /** Whether Microsoft has activated it, so that it is in the directory. */
  active: boolean;
}

/**
 * Activation objects: an administrator gives a KMS host key to the directory, and Microsoft activates it over the
 * Internet or by telephone. That takes one activation of the key and none of its hosts (an assumption: no source says
 * whether a forest counts as a host). An object stays for good.
 */
export class ActivationObjects implements Caller {
  readonly phase = Phase.Hosts;
  readonly callEnd = EventKind.ObjectCallEnd;
  /** All objects, domain by domain. */
  readonly all: readonly ActivationObject[];
  private readonly estate: ActivationObjectEstate;

  constructor(estate: ActivationObjectEstate) {
    this.estate = estate;
    const { domains, keys, parameters } = estate;
    this.all = [...parameters.domains].flatMap(([domainName, { objects }]) =>
      Array.from(objects, ([name, own]) => ({
        name,
        domain: domains.table.idOf(domainName),
        domainName,
        key: keys.table.idOf(own.key),
        parameters: own,
        active: false,
      })),
    );
  }

  /** Schedules the making of each. */
  schedule(): void {
    for (const [id, { parameters }] of this.all.entries()) this.scheduleTry(id, parameters.at);
  }

  /** An object is made: over the Internet at once, by telephone when the call ends. */
  tryNow(id: number): void {
    const { telephone, calendar, rules } = this.estate;
    const object = this.all[id];
    if (object.parameters.activateBy === 'telephone') telephone.ask(this, id);
    else if (this.reachesMicrosoft(object)) this.exchange(object);
    else this.scheduleTry(id, calendar.now + rules.hostActivationRetry);
  }

  takesCall(): boolean {
    return true;
  }

  /** The call for an object is over. */
  endCall(id: number): void {
    const { microsoft, telephone, calendar, rules } = this.estate;
    if (microsoft.answersTelephone()) this.exchange(this.all[id]);
    else this.scheduleTry(id, calendar.now + rules.hostActivationRetry);
    telephone.hangUp();
  }

  /** The key of an object has more activations: those that were refused are made anew. */
  keyRaised(key: KeyId): void {
    const { calendar } = this.estate;
    for (const [id, object] of this.all.entries())
      if (object.key === key && !object.active && object.parameters.at < calendar.now)
        this.scheduleTry(id, calendar.now);
  }

  private reachesMicrosoft({ domain }: ActivationObject): boolean {
    const { domains, microsoft } = this.estate;
    return domains.controllersOf(domain).some((network) => microsoft.answersInternet(network));
  }

  private exchange(object: ActivationObject): void {
    if (object.active) return;
    const { keys, microsoft, domains, observer } = this.estate;
    const accepted = keys.takeForDirectory(object.key);
    microsoft.record({
      sender: `${object.domainName}/${object.name}`,
      reason: 'object-activation',
      key: object.key,
      via: object.parameters.activateBy,
      computers: 1,
      accepted: accepted ? 1 : 0,
    });
    if (accepted) {
      object.active = true;
      domains.addObject(object.domain, keys.groupOf(object.key));
    }
    const event = accepted ? 'object-activated' : 'object-refused';
    observer.estateChanged(event, object.domainName, object.name);
  }

  private scheduleTry(id: number, minute: number): void {
    this.estate.calendar.schedule(minute, Phase.Hosts, EventKind.ObjectActivation, id);
  }
}
