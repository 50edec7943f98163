import type { EstateParameters, Service } from '../../model/definitions/parameters.ts';

/**
 * Who can open a connection to whom as the design has it: without outages, blocks and failures. Computers of one
 * network reach each other, a link lets those of one network reach those of another; nothing is forwarded.
 */
export class Reach {
  private readonly open: ReadonlySet<string>;

  constructor({ links }: EstateParameters) {
    this.open = new Set(
      [...links.values()].flatMap(({ from, to, allow }) => allow.map((service) => keyOf(from, to, service))),
    );
  }

  /** Whether a computer of one network can ask one of another for a service. */
  opens(from: string, to: string, service: Service): boolean {
    return from === to || this.open.has(keyOf(from, to, service));
  }
}

/** Names have no spaces, so that no two keys are the same. */
function keyOf(from: string, to: string, service: Service): string {
  return `${from} ${to} ${service}`;
}
