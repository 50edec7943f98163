import type { MachineId } from '../../model/definitions/ids.ts';
import type { GroupParameters } from '../../model/definitions/parameters.ts';
import { isSystemName, systemOf } from '../../model/definitions/system-lookups.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { TableDefinition } from '../tables/tables.ts';

/** A computer of the list. */
export interface ListedComputer {
  readonly name: string;
  readonly fullName: string;
  readonly system: string;
  readonly keyType: string;
  readonly kmsHost: string;
  readonly network: string;
  readonly virtual: boolean;
}

/** The computers of an estate at its beginning, as a directory and VAMT together would list them. */
export const COMPUTER_LIST: TableDefinition<ListedComputer> = {
  row: 'a computer, at the beginning of the run',
  columns: {
    Name: { meaning: 'its name', cell: ({ name }) => name },
    FullyQualifiedDomainName: {
      meaning: 'its name with the domain of its network',
      cell: ({ fullName }) => fullName,
    },
    OperatingSystem: { meaning: 'its system', cell: ({ system }) => systemNames(system).name },
    OperatingSystemServicePack: {
      meaning: 'its service pack',
      cell: ({ system }) => systemNames(system).servicePack,
    },
    ProductKeyType: {
      meaning: 'the kind of its product key, as VAMT names it',
      cell: ({ keyType }) => keyType,
    },
    KmsHost: { meaning: 'the KMS host that is set by hand', cell: ({ kmsHost }) => kmsHost },
    Site: { meaning: 'its network', cell: ({ network }) => network },
    IsVirtual: {
      meaning: 'whether it is a virtual machine',
      cell: ({ virtual }) => (virtual ? 'True' : 'False'),
    },
  },
};

/** The header line of the list. */
export const COMPUTER_COLUMNS: readonly string[] = Object.keys(COMPUTER_LIST.columns);

/** A system's name as a directory has it, without the service pack, which has a column of its own. */
function systemNames(system: string): { readonly name: string; readonly servicePack: string } {
  const title = isSystemName(system) ? systemOf(system).title : system;
  const found = /^(.*) SP(\d)$/.exec(title);
  return found === null
    ? { name: title, servicePack: '' }
    : { name: found[1], servicePack: `Service Pack ${found[2]}` };
}

/** How VAMT calls the product keys of each method. */
const KEY_TYPES: Readonly<Record<GroupParameters['method']['type'], string>> = {
  kms: 'Volume:GVLK',
  mak: 'Volume:MAK',
  'mak-proxy': 'Volume:MAK',
  avma: 'Volume:AVMA',
  none: 'None',
};

/**
 * The computers of an estate: its KMS hosts, then its machines.
 *
 * @param fullName a computer's name in the domain of its network
 */
export function* listComputers(
  simulation: Simulation,
  fullName: (name: string, network: string) => string,
): Generator<ListedComputer> {
  const { hosts, machines } = simulation.estate;
  for (const { name, parameters } of hosts.all) {
    const { network, os, virtual } = parameters;
    yield {
      name,
      fullName: fullName(name, network),
      system: os,
      keyType: 'Volume:CSVLK',
      kmsHost: '',
      network,
      virtual,
    };
  }
  for (let id = 0; id < machines.count; id += 1) {
    const machine = id as MachineId;
    const { virtual, parameters } = machines.groupOf(machine);
    const { network, os, method, host } = parameters;
    const name = machines.nameOf(machine);
    yield {
      name,
      fullName: fullName(name, network),
      system: os,
      keyType: KEY_TYPES[method.type],
      kmsHost: host === null ? '' : host,
      network,
      virtual,
    };
  }
}
