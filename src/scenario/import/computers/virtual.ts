import { readYesNo } from './accounts.ts';

const VIRTUAL =
  /^(?:virtual|vm|guest|virtual machine|virtuell|virtuelle maschine|virtuelle|machine virtuelle|virtual server|m[aá]quina virtual|macchina virtuale|virtuele machine|виртуальная|仮想|虚拟|虚拟机)$/i;
const PHYSICAL =
  /^(?:physical|physical machine|physisch|physique|f[ií]sic[ao]|fisica|fysiek|bare ?metal|hardware|none|物理)$/i;

/** Words in the maker or model that hypervisors give their machines. */
const HYPERVISORS =
  /vmware|virtual|\bxen\b|hvm domu|\bkvm\b|qemu|hyper-?v|bochs|parallels|innotek|bhyve|\brhev\b|nutanix ahv|proxmox/i;

/** What a cell says about being virtual; null where that is not clear. */
export function readVirtual(cell: string): boolean | null {
  const word = cell.trim();
  if (VIRTUAL.test(word)) return true;
  return PHYSICAL.test(word) ? false : readYesNo(word);
}

/** Whether maker and model are those of a virtual machine; null where neither is given. */
export function looksVirtual(manufacturer: string, model: string): boolean | null {
  if (manufacturer === '' && model === '') return null;
  return HYPERVISORS.test(manufacturer) || HYPERVISORS.test(model);
}
