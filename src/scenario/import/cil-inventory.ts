import { channelOf } from './cil-channels.ts';
import { type CilComputer, type Facts, readCil } from './cil-reader.ts';
import { editionOfSku } from './cil-skus.ts';
import type { Inventory, InventoryRecord } from './inventory.ts';
import { recognize } from './recognize.ts';
import { counted } from './shown.ts';

/** The application ID of Windows, which tells its products from those of Office. */
const WINDOWS = '55c92734-d682-4d71-983e-d6ec3f16059f';

const NAMES = ['name', 'computername', 'fullyqualifieddomainname', 'hostname'];
const SYSTEMS = ['osedition', 'operatingsystem', 'osname'];
const PRODUCTS = ['sku.name', 'productname', 'name', 'sku.description', 'productdescription'];
const VERSIONS = ['osversion', 'operatingsystemversion'];
const SKUS = ['sku.id', 'sku', 'skuid', 'activationid'];

/** Why computers are left out, by the channel of their product key. */
const REFUSALS = {
  kms: null,
  mak: null,
  host: 'it has a KMS key: declare it among `hosts`',
  'not-volume': 'its product key is no volume license key (retail or OEM)',
  unknown: null,
} as const;

/**
 * Reads a computer list of the Volume Activation Management Tool, also one that was saved without personal data:
 * that has neither names nor systems of computers, only their products.
 *
 * @param text XML of a `.cil` or `.cilx` file
 * @throws InventoryError when it is no such list
 */
export function readCilInventory(text: string): Inventory {
  const computers = readCil(text);
  const records = computers.map(recordOf);
  const unnamed = records.filter(({ name }) => name === null).length;
  const unknown = computers.filter(
    (computer) => channelOf(windowsProduct(computer.products)) === 'unknown',
  ).length;
  const notes = [
    'A VAMT list has no sites: all computers are on one network.',
    'A VAMT list does not say which computers are virtual: all are taken for physical. This matters: virtual machines do not count for the threshold.',
  ];
  if (unnamed > 0) {
    notes.push(`Of ${counted(unnamed)} the list has no name: they are named after their groups.`);
  }
  if (unknown > 0) {
    notes.push(
      `Of ${counted(unknown)} the list does not tell the kind of product key: they are taken for KMS clients.`,
    );
  }
  const origin = [
    `${counted(records.length)} of a VAMT list (CIL)`,
    'name, system and version: of the computer; edition without personal data: of its product',
    'method: of the product key',
  ];
  return { records, origin, notes, unknownServicePack: 'assume-sp1' };
}

function recordOf({ line, facts, products }: CilComputer): InventoryRecord {
  const product = windowsProduct(products);
  const name = firstOf(facts, NAMES) || firstOf(product, ['fullyqualifieddomainname', 'computername']);
  const version = firstOf(facts, VERSIONS) || firstOf(product, VERSIONS);
  const channel = channelOf(product);
  const record = {
    line,
    name: name === '' ? null : name,
    os: '',
    servicePack: null,
    version,
    site: '',
    virtual: null,
    method: channel === 'mak' ? 'mak' : 'kms',
    refusal: REFUSALS[channel],
  } as const;
  const told = [
    ...listOf(facts, SYSTEMS),
    ...listOf(product, PRODUCTS),
    editionOfSku(firstOf(product, SKUS)),
  ];
  const systems = told.filter((os) => os !== '');
  const os = systems.find((system) => !('reason' in recognize({ ...record, os: system })));
  return { ...record, os: os ?? systems[0] ?? '' };
}

/** The product that is Windows, one with a product key first; no facts where there is none. */
function windowsProduct(products: readonly Facts[]): Facts {
  const windows = products.filter((product) => {
    const application = firstOf(product, ['sku.applicationid', 'applicationid']).replace(/[{}]/g, '');
    return application === ''
      ? !/office/i.test(firstOf(product, PRODUCTS))
      : application.toLowerCase() === WINDOWS;
  });
  const hasKey = (product: Facts) =>
    [...product].some(([fact, value]) => /partial/.test(fact) && value !== '');
  return windows.find(hasKey) ?? windows[0] ?? new Map();
}

function listOf(facts: Facts, names: readonly string[]): string[] {
  return names.map((name) => facts.get(name) ?? '');
}

function firstOf(facts: Facts, names: readonly string[]): string {
  return listOf(facts, names).find((value) => value !== '') ?? '';
}
