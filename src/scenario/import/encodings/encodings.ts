/**
 * The upper halves of the code pages that consoles of Windows write in and that no TextDecoder reads, from 0x80: after
 * the tables of Microsoft that Unicode publishes (MAPPINGS/VENDORS/MICSFT/PC); and of Windows-1252, which some versions
 * of Node.js read as ISO 8859-1, without its signs of trade marks and its quotes.
 */
const UPPER_HALVES = {
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  cp852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐' +
    '└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
  cp858:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  'windows-1252':
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
} as const;

type TablePage = keyof typeof UPPER_HALVES;

/** The encodings of which files are tried, the more common first where several fit equally well. */
export const CANDIDATES = [
  'windows-1252',
  'cp850',
  'windows-1250',
  'windows-1251',
  'shift_jis',
  'gb18030',
  'ibm866',
  'cp852',
  'big5',
  'euc-kr',
  'windows-1253',
  'windows-1254',
  'koi8-r',
  'cp437',
  'euc-jp',
] as const;

export type Encoding = (typeof CANDIDATES)[number] | 'cp858' | 'utf-8' | 'utf-16le' | 'utf-16be';

/** Encodings as people write them. */
const ALIASES: Readonly<Record<string, Encoding>> = {
  '437': 'cp437',
  '850': 'cp850',
  '852': 'cp852',
  '858': 'cp858',
  '866': 'ibm866',
  '932': 'shift_jis',
  '936': 'gb18030',
  '949': 'euc-kr',
  '950': 'big5',
  '1250': 'windows-1250',
  '1251': 'windows-1251',
  '1252': 'windows-1252',
  '1253': 'windows-1253',
  '1254': 'windows-1254',
  ansi: 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  sjis: 'shift_jis',
  'shift-jis': 'shift_jis',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  unicode: 'utf-16le',
  utf8: 'utf-8',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
};

/** Every encoding that `--encoding` takes. */
export const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'cp858', ...CANDIDATES];

/** The encoding that a name means: its own, a number of a code page (`850`, `cp850`), or another usual one. */
export function encodingNamed(name: string): Encoding | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/_(?=\d)/g, '-');
  const number = /^(?:cp|ibm|windows-?|win-?|oem-?|ms)?(\d{3,4})$/.exec(plain)?.[1];
  if (number !== undefined && Object.hasOwn(ALIASES, number)) return ALIASES[number];
  if (Object.hasOwn(ALIASES, plain)) return ALIASES[plain];
  return ENCODINGS.find((encoding) => encoding === plain);
}

/**
 * Bytes as a text of an encoding.
 *
 * @throws TypeError when the bytes are no text of it
 */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  return isTablePage(encoding)
    ? decodeTablePage(bytes, UPPER_HALVES[encoding])
    : new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

function isTablePage(encoding: Encoding): encoding is TablePage {
  return Object.hasOwn(UPPER_HALVES, encoding);
}

function decodeTablePage(bytes: Uint8Array, upper: string): string {
  const ascii = new TextDecoder('utf-8');
  const units = new Uint16Array(SLICE);
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += SLICE) {
    const end = Math.min(start + SLICE, bytes.length);
    if (!bytes.subarray(start, end).some((byte) => byte > 0x7f)) {
      parts.push(ascii.decode(bytes.subarray(start, end)));
      continue;
    }
    for (let index = start; index < end; index++)
      units[index - start] = bytes[index] < 0x80 ? bytes[index] : upper.charCodeAt(bytes[index] - 0x80);
    parts.push(String.fromCharCode(...units.subarray(0, end - start)));
  }
  return parts.join('');
}

/** Bytes that are turned at a time: arguments of one call. */
const SLICE = 8_192;
