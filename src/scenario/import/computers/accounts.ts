/** Flags of `userAccountControl`. */
const ACCOUNT_DISABLED = 0x2;

const TRUE =
  /^(?:true|yes|y|1|enabled|active|wahr|ja|vrai|oui|actif|verdadero|si|sí|vero|verdadeiro|sim|aktiviert|aktiv|活動|启用|有効|да|истина)$/i;
const FALSE =
  /^(?:false|no|n|0|disabled|inactive|falsch|nein|faux|non|desactive|désactivé|falso|nao|não|deaktiviert|disattivato|inaktiv|nej|nee|禁用|無効|нет|ложь)$/i;

/** What a cell of yes or no says, in the languages of Windows; null for neither. */
export function readYesNo(cell: string): boolean | null {
  const word = cell.trim();
  if (TRUE.test(word)) return true;
  return FALSE.test(word) ? false : null;
}

/** Whether an account is enabled by its `userAccountControl`: a number, or the names of its flags. */
export function isEnabledBy(accountControl: string): boolean | null {
  const text = accountControl.trim();
  if (text === '') return null;
  if (/^(?:\d+|0x[0-9a-f]+)$/i.test(text)) return (Number(text) & ACCOUNT_DISABLED) === 0;
  if (/account_?disabled?/i.test(text)) return false;
  return /account/i.test(text) ? true : null;
}

/** States of assets that inventories keep for computers that are gone; those in use and those without word are not. */
const GONE =
  /^(?:obsolete|retired|decommissioned|disposed|scrapped|sold|stolen|lost|missing|broken|absent|non-?active|not active|dont show|(?:in )?stock|ausgemustert|verkauft|mis au rebut|dado de baja|dismesso)$/i;

/** Whether a cell says that a computer is kept in an inventory but is gone: yes in a column that asks, or its state. */
export function isObsolete(cell: string): boolean {
  return (
    GONE.test(cell.trim()) || /^(?:true|yes|y|1|wahr|ja|vrai|oui|verdadero|si|sí|vero)$/i.test(cell.trim())
  );
}

/** What says that an account is the name of a failover cluster or of a service on one: its description or service names. */
const CLUSTER =
  /MSClusterVirtualServer|MSServerCluster(?:MgmtAPI)?\/|cluster (?:virtual )?(?:network )?name (?:account|object)|failover.?cluster/i;

/** Whether description or service principal names are those of a cluster's name. */
export function isClusterName(texts: readonly string[]): boolean {
  return texts.some((text) => CLUSTER.test(text));
}
