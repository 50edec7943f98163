import type { ComputerRecord } from '../computers/computer.ts';
import { type OfficeProduct, OfficeProducts, officeProduct } from '../systems/office-products.ts';
import { type Cells, kmsHostOf, nameOf } from './row-cells.ts';

/** The rows of Office in a list of products, which are of computers that have others of Windows. */
export class OfficeRows {
  private readonly products = new Map<string, OfficeProduct[]>();
  private readonly sums = new OfficeProducts();

  /** Adds a row. */
  add(cells: Cells): void {
    const texts = [...cells.all('os'), ...cells.all('edition'), ...cells.all('channel')];
    const product = officeProduct(texts, kmsHostOf(cells));
    const name = nameOf(cells).toLowerCase();
    const known = this.products.get(name);
    if (known === undefined) this.products.set(name, [product]);
    else known.push(product);
  }

  /** The computers with their Office. */
  joinedTo(records: readonly ComputerRecord[]): readonly ComputerRecord[] {
    if (this.products.size === 0) return records;
    const newest = new Map(
      [...this.products].map(([name, products]) => [name, this.sums.newest(products)] as const),
    );
    return records.map((record) => {
      const office = newest.get((record.name ?? '').toLowerCase());
      return office === undefined ? record : { ...record, ...office };
    });
  }

  /** What readers must know of the Office that was found. */
  notes(): string[] {
    return this.sums.notes();
  }
}
