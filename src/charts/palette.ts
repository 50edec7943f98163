import { Condition } from '../model/definitions/conditions.ts';

/**
 * Every color and the type of the charts. The eight hues are those of M. Okabe and K. Ito, "Color Universal Design" (2002,
 * revised 2008), which readers with any common form of color blindness can tell apart.
 */
export const OKABE_ITO = {
  black: '#000000',
  orange: '#E69F00',
  skyBlue: '#56B4E9',
  bluishGreen: '#009E73',
  yellow: '#F0E442',
  blue: '#0072B2',
  vermillion: '#D55E00',
  reddishPurple: '#CC79A7',
} as const;

/** The color of each license condition, by its number; the same in every chart and on the page. */
export const CONDITION_COLORS: readonly string[] = (() => {
  const colors: string[] = [];
  colors[Condition.Unlicensed] = OKABE_ITO.black;
  colors[Condition.Licensed] = OKABE_ITO.bluishGreen;
  colors[Condition.OOBGrace] = OKABE_ITO.skyBlue;
  colors[Condition.OOTGrace] = OKABE_ITO.yellow;
  colors[Condition.NonGenuineGrace] = OKABE_ITO.reddishPurple;
  colors[Condition.Notification] = OKABE_ITO.vermillion;
  return colors;
})();

/** The colors of contacts by how they ended; none is that of an end state. */
export const CONTACT_COLORS = {
  activations: OKABE_ITO.blue,
  noHost: OKABE_ITO.orange,
  refused: '#5F5F5F',
  countTooLow: OKABE_ITO.reddishPurple,
} as const;

/** Colors of lines that stand for KMS hosts, in order of use. Yellow is left out: too faint on white. */
export const HOST_COLORS: readonly string[] = [
  OKABE_ITO.blue,
  OKABE_ITO.vermillion,
  OKABE_ITO.bluishGreen,
  OKABE_ITO.reddishPurple,
  OKABE_ITO.orange,
  OKABE_ITO.skyBlue,
  OKABE_ITO.black,
  '#8C8C8C',
];

/** Colors of what is not data: text, grid, background. */
export const INK = {
  text: '#1F1F1F',
  quiet: '#4D4D4D',
  grid: '#E3E3E3',
  threshold: '#1F1F1F',
  outage: '#7A7A7A',
  background: '#FFFFFF',
} as const;

/** The family that pictures bundle; a page without it falls back to its reader's own. */
const FONT_FAMILY = 'Inter, system-ui, sans-serif';

/** The type of any text on a chart. Chart.js does not inherit a part of a font, so every text says all of it. */
export function textFont(size: number, weight = 400) {
  return { family: FONT_FAMILY, size, weight };
}
