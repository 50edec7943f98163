import { useEffect, useState } from 'preact/hooks';
import { INK, OKABE_ITO } from '../../charts/palette.ts';

/** How the page looks: as the reader's system asks for, and light on paper. */
export type Theme = 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';

/** The theme now; changes with the system's, and is light while the page is printed. */
export function useTheme(): Theme {
  const [dark, setDark] = useState(() => matchMedia(DARK).matches);
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const query = matchMedia(DARK);
    const onChange = () => setDark(query.matches);
    const onPrint = () => setPrinting(true);
    const onPrinted = () => setPrinting(false);
    query.addEventListener('change', onChange);
    addEventListener('beforeprint', onPrint);
    addEventListener('afterprint', onPrinted);
    return () => {
      query.removeEventListener('change', onChange);
      removeEventListener('beforeprint', onPrint);
      removeEventListener('afterprint', onPrinted);
    };
  }, []);
  return dark && !printing ? 'dark' : 'light';
}

/** What colors of charts become on a dark ground, in lower case; those that are not named stay. */
const ON_DARK: Readonly<Record<string, string>> = {
  [INK.text]: '#E6E8EA',
  [INK.quiet]: '#A9B1B9',
  [INK.grid]: '#2D343B',
  [INK.outage]: '#8B949E',
  [INK.background]: '#171B1F',
  [OKABE_ITO.black]: '#F2F2F2',
  [OKABE_ITO.blue]: '#4FA8E0',
  [OKABE_ITO.bluishGreen]: '#23B48A',
  [OKABE_ITO.vermillion]: '#F07F32',
  '#5F5F5F': '#A5A5A5',
  '#6E6E6E': '#9C9C9C',
};

/** A color of a chart as the theme shows it; its opacity stays. */
export function themed(color: string, theme: Theme): string {
  if (theme === 'light') return color;
  const shade = /^rgba\(0, 0, 0, ([\d.]+)\)$/.exec(color);
  if (shade !== null) return `rgba(255, 255, 255, ${shade[1]})`;
  const base = ON_DARK[color.slice(0, 7)];
  return base === undefined ? color : base + color.slice(7);
}
