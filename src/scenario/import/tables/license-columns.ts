import type { ImportField } from './headings.ts';

/** The column that only the license in use has something in: a computer has a row for each license it could have. */
export const LICENSE_IN_USE = 'partialproductkey';

/** Columns that have the computer's name where `Name` is that of the product. */
const COMPUTERS: readonly string[] = [
  'pscomputername',
  'computername',
  'server',
  'systemname',
  'machinename',
];

/**
 * The columns of a list of licenses, as WMI's `SoftwareLicensingProduct` writes them: the product by name and
 * activation ID, its channel in the description; null for other tables.
 *
 * @param headings as `normalizeHeading` leaves them
 */
export function licenseColumns(
  headings: readonly string[],
): Partial<Record<ImportField, readonly number[]>> | null {
  const at = (heading: string) => headings.indexOf(heading);
  const computer = COMPUTERS.map(at).find((column) => column >= 0) ?? -1;
  const [product, description] = [at('name'), at('description')];
  if (at(LICENSE_IN_USE) < 0 || computer < 0 || product < 0 || description < 0) return null;
  return {
    name: [computer],
    os: [product],
    channel: [description],
    description: [],
    ...(at('id') < 0 ? {} : { 'activation-id': [at('id')] }),
  };
}
