import type { Estate } from '../definitions/estate.ts';
import type { NetworkId } from '../definitions/ids.ts';
import type { MicrosoftMessage, Observer } from '../definitions/observer.ts';
import type { Networks } from '../estate/networks.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly microsoft: Microsoft;
  }
}

/** Microsoft's activation service: when it can be reached, and what was sent to it. */
export class Microsoft {
  /** Messages that left the estate. */
  messages = 0;
  private readonly networks: Networks;
  private readonly observer: Observer;
  private serviceOutages = 0;
  private internetOutages = 0;

  constructor({ networks, observer }: Pick<Estate, 'networks' | 'observer'>) {
    this.networks = networks;
    this.observer = observer;
  }

  /** Whether a computer of the network gets an answer over the Internet. */
  answersInternet(network: NetworkId): boolean {
    return this.answersElsewhere() && this.networks.hasInternet(network);
  }

  /** Whether a computer elsewhere, to which removable media are carried, gets an answer over the Internet. */
  answersElsewhere(): boolean {
    return this.answersTelephone() && this.internetOutages === 0;
  }

  /** Whether a call is answered: the telephone needs no network, but the service. */
  answersTelephone(): boolean {
    return this.serviceOutages === 0;
  }

  /** Begins an outage of the service itself. */
  beginServiceOutage(): void {
    this.serviceOutages += 1;
  }

  /** Ends an outage of the service itself; returns how many are left. */
  endServiceOutage(): number {
    this.serviceOutages -= 1;
    return this.serviceOutages;
  }

  /** Begins an outage of the estate's way to the Internet. */
  beginInternetOutage(): void {
    this.internetOutages += 1;
  }

  /** Ends an outage of the estate's way to the Internet; returns how many are left. */
  endInternetOutage(): number {
    this.internetOutages -= 1;
    return this.internetOutages;
  }

  /** Records an exchange. */
  record(message: MicrosoftMessage): void {
    this.messages += 1;
    this.observer.messageSent(message);
  }
}
