import { counted } from '../basics/shown.ts';
import { type ComputerRecord, NOTHING_KNOWN } from '../computers/computer.ts';
import { channelOf, keyGroupOf } from '../systems/channel.ts';
import { isWindows, type OfficeProduct, OfficeProducts, officeProduct } from '../systems/office-products.ts';
import { recognize } from '../systems/recognize.ts';
import { type CilComputer, type Facts, readCil } from './cil-reader.ts';
import { type FileFacts, factsOf, type Reader } from './reader.ts';

/** A computer list of the Volume Activation Management Tool. */
export const vamtReader: Reader = {
  title: 'a VAMT list (CIL)',
  recognizes: (text) => text.trimStart().startsWith('<'),
  read: (text) => readCilInventory(text),
};

const NAMES = ['name', 'computername', 'fullyqualifieddomainname', 'hostname'];
const SYSTEMS = ['osedition', 'operatingsystem', 'osname'];
const PRODUCTS = ['sku.name', 'productname', 'name', 'sku.description', 'productdescription'];
const VERSIONS = ['osversion', 'operatingsystemversion'];
/** Facts of a product that tell its channel. */
const TELLING = /channel|type|description|name|license/;
const SKUS = ['sku.id', 'sku', 'skuid', 'activationid'];

/**
 * Reads a computer list of the Volume Activation Management Tool, also one that was saved without personal data:
 * that has neither names nor systems of computers, only their products.
 *
 * @param text XML of a `.cil` or `.cilx` file
 * @throws InventoryError when it is no such list
 */
function readCilInventory(text: string): FileFacts {
  const computers = readCil(text);
  const products = new OfficeProducts();
  const records = computers.map((computer) => ({
    ...recordOf(computer),
    ...products.newest(computer.products.filter((product) => !isOfWindows(product)).map(officeOf)),
  }));
  const unnamed = records.filter(({ name }) => name === null).length;
  const unknown = records.filter(({ channel }) => channel === 'unknown').length;
  const notes: string[] = [];
  if (unnamed > 0) {
    notes.push(`Of ${counted(unnamed)} the list has no name: they are named after their groups.`);
  }
  if (unknown > 0) {
    notes.push(
      `Of ${counted(unknown)} the list does not tell the kind of product key: they are taken for KMS clients.`,
    );
  }
  notes.push(...products.notes());
  const origin = [
    `${counted(records.length)} of a VAMT list (CIL)`,
    'name, system and version: of the computer; edition without personal data: of its product',
    'method: of the product key',
  ];
  return factsOf({ records, isInventory: true, origin, notes });
}

function recordOf({ line, facts, products }: CilComputer): ComputerRecord {
  const product = windowsProduct(products);
  const name = firstOf(facts, NAMES) || firstOf(product, ['fullyqualifieddomainname', 'computername']);
  const texts = [...product].filter(([fact]) => TELLING.test(fact)).map(([, value]) => value);
  const record: ComputerRecord = {
    ...NOTHING_KNOWN,
    line,
    name: name === '' ? null : name,
    version: firstOf(facts, VERSIONS) || firstOf(product, VERSIONS),
    activationId: firstOf(product, SKUS),
    channel: channelOf(texts),
    keyGroup: keyGroupOf(texts),
    kmsHost: firstOf(product, ['kmshost']),
    genuine: genuineOf(firstOf(product, ['genuinestatus'])),
  };
  const systems = [...listOf(facts, SYSTEMS), ...listOf(product, PRODUCTS)].filter((os) => os !== '');
  const os = systems.find((system) => !('reason' in recognize({ ...record, os: system })));
  return { ...record, os: os ?? systems[0] ?? '' };
}

/** Lists write words, or the number of the status: 0 is genuine, 1 and more are not or not yet. */
function genuineOf(text: string): boolean | null {
  if (/non|not|invalid/i.test(text)) return false;
  return /genuine/i.test(text) ? true : null;
}

/** The product that is Windows, one with a product key first; no facts where there is none. */
function windowsProduct(products: readonly Facts[]): Facts {
  const windows = products.filter(isOfWindows);
  const hasKey = (product: Facts) =>
    [...product].some(([fact, value]) => /partial/.test(fact) && value !== '');
  return windows.find(hasKey) ?? windows[0] ?? new Map();
}

function isOfWindows(product: Facts): boolean {
  const told = isWindows(firstOf(product, ['sku.applicationid', 'applicationid']));
  return told ?? !/office/i.test(firstOf(product, PRODUCTS));
}

function officeOf(product: Facts): OfficeProduct {
  const texts = [...product].filter(([fact]) => TELLING.test(fact)).map(([, value]) => value);
  return officeProduct(texts, firstOf(product, ['kmshost']));
}

function listOf(facts: Facts, names: readonly string[]): string[] {
  return names.map((name) => facts.get(name) ?? '');
}

function firstOf(facts: Facts, names: readonly string[]): string {
  return listOf(facts, names).find((value) => value !== '') ?? '';
}
