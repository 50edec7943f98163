import { type EventHandler, EventLoop } from '../../src/engine/loop.ts';
import { EventKind } from '../../src/model/definitions/events.ts';
import { SILENT_OBSERVER } from '../../src/model/definitions/observer.ts';
import type { EstateParameters } from '../../src/model/definitions/parameters.ts';
import { Simulation } from '../../src/model/simulation.ts';

/** Where the time of a run goes, by kind of event: a Markdown table. The clock costs some of it itself. */
export function profileByHandler(parameters: EstateParameters): string[] {
  const spent = new Map<number, { calls: number; milliseconds: number }>();
  const register = EventLoop.prototype.on;
  EventLoop.prototype.on = function timed(kind: number, handler: EventHandler): void {
    const entry = { calls: 0, milliseconds: 0 };
    spent.set(kind, entry);
    register.call(this, kind, (subject) => {
      const start = performance.now();
      handler(subject);
      entry.calls += 1;
      entry.milliseconds += performance.now() - start;
    });
  };
  try {
    new Simulation(parameters, () => SILENT_OBSERVER).run();
  } finally {
    EventLoop.prototype.on = register;
  }
  const names = new Map<number, string>(Object.entries(EventKind).map(([name, kind]) => [kind, name]));
  const rows = [...spent]
    .filter(([, { calls }]) => calls > 0)
    .sort(([, left], [, right]) => right.milliseconds - left.milliseconds)
    .map(
      ([kind, { calls, milliseconds }]) =>
        `| ${names.get(kind)} | ${calls} | ${milliseconds.toFixed(0)} | ${((milliseconds / calls) * 1e6).toFixed(0)} |`,
    );
  return ['| event | times | ms | ns each |', '| --- | --: | --: | --: |', ...rows];
}
