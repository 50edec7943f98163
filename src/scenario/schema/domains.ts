import * as z from 'zod';
import { CHANNELS } from './hosts.ts';
import { reference } from './references.ts';
import { NAME_PATTERN, point } from './values.ts';

const objectSchema = z.strictObject({
  key: reference('key', [], 'the name of a KMS key').describe(
    'The KMS key that it is made with: of Windows 8, Server 2012, Office 2013 or later. It takes one activation of the key and none of its hosts.',
  ),
  at: point()
    .prefault('0 d')
    .describe('When it is made: a duration after the start, or a date or date-time.'),
  activateBy: z
    .enum(CHANNELS)
    .prefault('internet')
    .describe('How it is activated with Microsoft: `internet` from a network with a domain controller.'),
});

/** An Active Directory domain; a forest of several is one here. */
export const domainSchema = z.strictObject({
  controllers: z
    .array(reference('network'))
    .min(1, 'expected at least one network')
    .refine((list) => new Set(list).size === list.length, 'network listed twice')
    .describe(
      'The networks with domain controllers. A member reaches those of its own network, and others through a link that allows `ldap`.',
    ),
  objects: z
    .record(z.string().regex(new RegExp(NAME_PATTERN)), objectSchema)
    .prefault({})
    .describe(
      'Activation objects by name: each activates the members that its key serves, without any threshold.',
    ),
});
