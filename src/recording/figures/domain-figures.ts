import type { DirectoryClients } from '../../model/active-directory/directory-clients.ts';
import type { DomainId } from '../../model/definitions/ids.ts';
import type { FigureTable } from './figure-definition.ts';

/** An Active Directory domain at the end of a run. */
export interface DomainSubject {
  readonly domain: DomainId;
  readonly directoryClients: DirectoryClients;
}

/** The figures `domains.NAME.*`. */
export const DOMAIN_FIGURES: FigureTable<DomainSubject> = {
  activations: {
    meaning: 'members that its activation objects passed into Licensed, each time counted',
    better: 'neither',
    value: ({ directoryClients, domain }) => directoryClients.tally[domain].activations,
  },
  renewals: {
    meaning: 'members that its activation objects renewed, each time counted',
    better: 'neither',
    value: ({ directoryClients, domain }) => directoryClients.tally[domain].renewals,
  },
};
