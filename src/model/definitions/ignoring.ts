import { type Observer, SILENT_OBSERVER } from './observer.ts';

/** What is announced to every observer, which may ignore it. */
type Ignorable = Exclude<keyof Observer, 'wantsContacts' | 'sampling' | 'officeChanged'>;

/**
 * A class to extend by an observer that ignores some of what happens. It names what it ignores, and `implements Observer` asks
 * for the rest, so that whoever adds something to observe is asked about every observer.
 */
export function ignoring<Name extends Ignorable>(...names: readonly Name[]): new () => Pick<Observer, Name> {
  class Ignoring {}
  // On the prototype, where methods are: a field takes room in each observer.
  for (const name of names) Object.defineProperty(Ignoring.prototype, name, { value: SILENT_OBSERVER[name] });
  return Ignoring as new () => Pick<Observer, Name>;
}
