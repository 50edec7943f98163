import * as z from 'zod';
import { text } from './values.ts';

function price(what: string) {
  return z.number().min(0).max(1e12).prefault(0).describe(`${what}, in the currency.`);
}

/** What things cost: a run then has the figures `cost.*`. */
export const costSchema = z.strictObject({
  currency: text()
    .max(20)
    .prefault('USD')
    .describe('What the prices are in, for readers; nothing is converted.'),
  host: price('Each KMS host that comes online'),
  makActivation: price("Each activation taken from a MAK's pool"),
  call: price('Each telephone call to Microsoft'),
  unlicensedDay: price('Each day of a machine in service that it is not Licensed'),
  notificationDay: price('Each day of a machine in Notification or Unlicensed'),
});
