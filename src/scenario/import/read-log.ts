import { InventoryError, type InventoryProblem } from './basics/inventory-error.ts';
import { joinComputers } from './computers/join-computers.ts';
import type { ClientRequest } from './computers/request.ts';
import { decode } from './encodings/decode.ts';
import type { Encoding } from './encodings/encodings.ts';
import type { ImportFile } from './import-options.ts';
import { formatOf, READERS } from './readers/readers.ts';

export type LogResult =
  | { readonly ok: true; readonly requests: readonly ClientRequest[] }
  | { readonly ok: false; readonly errors: readonly InventoryProblem[] };

/**
 * The requests in a log of a KMS host, in whatever format, the oldest first, each once.
 *
 * @param encoding what it is written in; default: found out
 */
export function readLog({ name, bytes }: ImportFile, encoding?: Encoding): LogResult {
  try {
    const { text } = decode(bytes, encoding);
    const { records } = READERS[formatOf(text)].read(text, { fileName: name, map: {}, isOnly: false });
    const { computers } = joinComputers([{ fileName: name, records, isInventory: false }]);
    const requests = computers.flatMap(({ requests: own }) => own).sort((a, b) => a.time - b.time);
    if (requests.length === 0) {
      throw new InventoryError({
        line: 1,
        column: 1,
        message: 'no request of a KMS client (events 12288 and 12290) is in this file',
      });
    }
    return { ok: true, requests };
  } catch (error) {
    if (!(error instanceof InventoryError)) throw error;
    return { ok: false, errors: error.problems };
  }
}
