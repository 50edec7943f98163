const YES = ['yes', 'y', 'true', '1', 'virtual', 'vm', 'virtual machine', 'ja', 'wahr', 'oui', 'vrai'];
const NO = ['no', 'n', 'false', '0', 'physical', 'physical machine', 'nein', 'falsch', 'non', 'faux'];

/** Words in the maker or model that hypervisors give their machines. */
const HYPERVISORS = /vmware|virtual|\bxen\b|hvm domu|\bkvm\b|qemu|hyper-v|bochs|parallels|innotek|bhyve/i;

/** What a cell says about being virtual; null where that is not clear. */
export function readVirtual(cell: string): boolean | null {
  const word = cell.toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : null;
}

/** Whether maker and model are those of a virtual machine; null where neither is given. */
export function looksVirtual(manufacturer: string, model: string): boolean | null {
  if (manufacturer === '' && model === '') return null;
  return HYPERVISORS.test(manufacturer) || HYPERVISORS.test(model);
}
