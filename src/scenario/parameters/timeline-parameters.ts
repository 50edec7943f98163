import type { TimelineEntry } from '../../model/definitions/parameters.ts';
import { minuteOf } from '../../text/point-in-time.ts';
import type { TimelineValue } from '../parsing/parsed-scenario.ts';
import { methodParameters } from './group-parameters.ts';

/** The model's form of a timeline entry in which nothing is wrong. */
export function timelineEntry(value: TimelineValue, start: number): TimelineEntry {
  const at = minuteOf(value.at, start);
  switch (value.action) {
    case 'down':
      return { at, type: 'down', target: value.down, for: value.for ?? null };
    case 'block':
      return { at, type: 'block', link: value.block, services: value.services, for: value.for ?? null };
    case 'move':
      return { at, type: 'move', host: value.move };
    case 'convert':
      return { at, type: 'convert', group: value.convert, method: methodParameters(value) };
    case 'rebuild':
      return { at, type: 'rebuild', group: value.rebuild };
    case 'retire':
      return { at, type: 'retire', group: value.retire, count: value.count ?? null };
    case 'grant':
      return { at, type: 'grant', zone: value.grant };
    case 'raise':
      return {
        at,
        type: 'raise',
        key: value.raise,
        activations: value.activations ?? 0,
        hosts: value.hosts ?? 0,
      };
    case 'rekey':
      return { at, type: 'rekey', host: value.rekey };
    case 'validate':
      return { at, type: 'validate', group: value.validate, result: value.result };
    case 'activate':
      return { at, type: 'activate', group: value.activate };
  }
}
