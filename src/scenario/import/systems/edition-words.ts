/** Editions by what their names say; the last ones have no volume license for Volume Activation here. */
export type EditionWord =
  | 'itanium'
  | 'web'
  | 'datacenter'
  | 'enterprise'
  | 'standard'
  | 'business'
  | 'home'
  | 'ultimate'
  | 'starter'
  | 'other-server';

/**
 * Words for editions in the languages that Windows was sold in, the telling ones first: Enterprise is also made
 * for Itanium, and Small Business is no Business. Names are compared as `plainName` leaves them. `FE` is how Small
 * Business Server calls itself.
 */
const WORDS: readonly (readonly [pattern: RegExp, word: EditionWord])[] = [
  [
    /small business|\bsbs\b|essential business|essentials|\bessential\b|foundation|storage|home server/,
    'other-server',
  ],
  [/hyper v server|hpc|compute|multipoint|\bfe\b/, 'other-server'],
  [/\bhome\b|familiale|\bfamilial\b|hogar|\bcasa\b|heimpremium|домашняя|ホーム|家庭|홈/, 'home'],
  [/ultimate|integrale|ultimativ|максимальная|アルティメット|旗舰|旗艦|얼티밋/, 'ultimate'],
  [/starter|начальная|スターター|简易|스타터/, 'starter'],
  [/itanium|ia64|ia 64/, 'itanium'],
  [/\bweb\b|serverweb|веб/, 'web'],
  [
    /data ?cent(?:er|re)|rechenzentrum|centro de datos|центр обработки данных|データ ?センター|数据中心|데이터 ?센터/,
    'datacenter',
  ],
  [
    /enterprise|\bent\b|entreprise|\bunternehmens?|empresarial|\bempresas?\b|\bimpresa\b|\baziend(?:a|ale)\b|onderneming|korporac|przedsiebiorstw|foretag|корпоративн|предприяти|エンタープライズ|企业|企業|엔터프라이즈|kurumsal/,
    'enterprise',
  ],
  [
    /business|\bprofes{1,2}ion|\bprofis{1,2}ional|\bpro\b|\bnegocios?\b|geschaft|zakelijk|biznes|бизнес|профессиональ|ビジネス|プロフェッショナル|商用|商务|商務|专业|專業|비즈니스|프로페셔널/,
    'business',
  ],
  [/standa?ard|\bstd\b|\bestandar\b|\bpadrao\b|стандарт|標準|标准|スタンダード|표준|standart/, 'standard'],
];

/** Words of editions as Windows writes them in English, for names that a table of the console has cut. */
const WHOLE_WORDS = [
  'business',
  'datacenter',
  'enterprise',
  'essentials',
  'foundation',
  'home',
  'itanium',
  'professional',
  'standard',
  'starter',
  'storage',
  'ultimate',
] as const;

/** The cut word at the end of a name, and the points that mark the cut: plain names have no other ellipsis. */
const CUT = /\b(\p{L}{2,}) ?\.{3}$/u;

/** The edition that a system's plain name says; null where it says none. */
export function editionWord(plain: string): EditionWord | null {
  return wordIn(plain) ?? wordIn(completed(plain));
}

function wordIn(plain: string): EditionWord | null {
  return WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** The word that was cut, as in `windows 10 enterpr...`, where only one begins so; empty for others. */
function completed(plain: string): string {
  const start = CUT.exec(plain)?.[1] ?? '';
  const possible = start === '' ? [] : WHOLE_WORDS.filter((word) => word.startsWith(start));
  return possible.length === 1 ? possible[0] : '';
}
