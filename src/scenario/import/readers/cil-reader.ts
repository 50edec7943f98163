import { SaxesParser, type SaxesTagNS } from 'saxes';
import { InventoryError } from '../basics/inventory-error.ts';
import { MAX_CELL, MAX_ROWS, MAX_XML } from '../basics/limits.ts';
import { shown } from '../basics/shown.ts';

/** Attributes and texts of a computer or product, in lower case: `osversion`, `sku.name`, `licensestatus`. */
export type Facts = ReadonlyMap<string, string>;

/** A computer of a VAMT list. */
export interface CilComputer {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly facts: Facts;
  readonly products: readonly Facts[];
}

interface OpenComputer extends CilComputer {
  readonly facts: Map<string, string>;
  readonly products: Map<string, string>[];
}

const COMPUTER = /^(?:computer|machine)$/;
const PRODUCT = /^(?:active)?product$/;

/**
 * Reads the computers of a VAMT list: `SoftwareLicensingData` with `Computers`, each `Computer` with attributes
 * (Name, OSVersion, OSEdition, Id, ...) and `Products`, each `Product` with a `Sku` and more. After "Computer
 * Information List File" of the VAMT 2.0 help, which older and newer versions resemble: a fact may be an attribute
 * or an element, and a product that stands outside of computers is a computer of its own.
 *
 * @param text XML; a document type and entities of its own are refused
 * @throws InventoryError when it is damaged or has no computers
 */
export function readCil(text: string): readonly CilComputer[] {
  const reader = new CilReader();
  reader.read(text);
  if (reader.computers.length === 0) {
    const message = `no computers are in this XML (its outermost element is \`${shown(reader.root)}\`)`;
    throw new InventoryError({ line: 1, column: 1, message: `${message}: expected a VAMT list (CIL)` });
  }
  return reader.computers;
}

class CilReader {
  readonly computers: CilComputer[] = [];
  root = '';
  private readonly parser = new SaxesParser({ xmlns: true });
  private readonly path: string[] = [];
  private readonly texts: string[] = [];
  private computer: OpenComputer | null = null;
  private product: Map<string, string> | null = null;
  /** How deep the open computer and product stand. */
  private computerDepth = 0;
  private productDepth = 0;

  read(text: string): void {
    const { parser } = this;
    parser.on('error', (error) => this.refuse(error.message.replace(/^\d+:\d+: /, '')));
    parser.on('doctype', () => this.refuse('a document type (DOCTYPE) is not accepted'));
    parser.on('opentag', (tag) => this.open(tag));
    parser.on('text', (part) => this.addText(part));
    parser.on('cdata', (part) => this.addText(part));
    parser.on('closetag', () => this.close());
    parser.write(text).close();
  }

  private refuse(message: string): never {
    throw new InventoryError({ line: this.parser.line, column: this.parser.column + 1, message });
  }

  private open(tag: SaxesTagNS): void {
    const name = tag.local.toLowerCase();
    if (this.path.length === 0) this.root = tag.local;
    this.path.push(name);
    this.texts.push('');
    if (this.path.length > MAX_XML) this.refuse(`more than ${MAX_XML} elements stand in one another`);
    if (this.product === null) {
      if (this.computer === null && COMPUTER.test(name)) this.beginComputer();
      else if (PRODUCT.test(name)) this.beginProduct();
    }
    const prefix = this.path.length === this.ownerDepth() ? '' : `${name}.`;
    for (const { local, value } of Object.values(tag.attributes)) this.add(`${prefix}${local}`, value);
  }

  private beginComputer(): void {
    if (this.computers.length === MAX_ROWS) this.refuse(`more than ${MAX_ROWS} computers`);
    this.computer = { line: this.parser.line, facts: new Map(), products: [] };
    this.computers.push(this.computer);
    this.computerDepth = this.path.length;
  }

  private beginProduct(): void {
    if (this.computer === null) this.beginComputer();
    this.product = new Map();
    this.computer!.products.push(this.product);
    this.productDepth = this.path.length;
  }

  private ownerDepth(): number {
    return this.product === null ? this.computerDepth : this.productDepth;
  }

  private add(fact: string, value: string): void {
    if (value.length > MAX_CELL) this.refuse(`a value has more than ${MAX_CELL} characters`);
    const owner = this.product ?? this.computer?.facts;
    const name = fact.toLowerCase();
    if (owner !== undefined && !owner.has(name)) owner.set(name, value.trim());
  }

  private addText(part: string): void {
    if (this.texts.length === 0) return;
    const text = this.texts[this.texts.length - 1] + part;
    if (text.length > MAX_CELL && text.trim() !== '') {
      this.refuse(`a text has more than ${MAX_CELL} characters`);
    }
    this.texts[this.texts.length - 1] = text.trimStart();
  }

  private close(): void {
    const name = this.path[this.path.length - 1];
    const text = this.texts.pop()!.trim();
    const depth = this.path.length;
    if (text !== '') this.add(name, text);
    this.path.pop();
    if (this.product !== null && depth === this.productDepth) this.product = null;
    if (this.computer !== null && depth === this.computerDepth) this.computer = null;
  }
}
