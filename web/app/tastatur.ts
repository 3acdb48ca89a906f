import { legeAblage, liesAblage } from './ablage.ts';
import { gehe } from './ort.ts';
import { nimmZurueck } from './rueckholen.ts';

const ablage = 'gw:tasten';

/** Single keys can be switched off (WCAG 2.1.4). */
export function tastenAn(): boolean {
  return liesAblage(ablage) !== 'aus';
}
export function schalteTasten(an: boolean): void {
  legeAblage(ablage, an ? 'an' : 'aus');
}

/** Does the focus stand where letters are typed? */
export function tippt(ziel: EventTarget | null): boolean {
  return (
    ziel instanceof HTMLElement && (ziel.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(ziel.tagName))
  );
}

/** Rows of the list on the screen, marked with data-zeile; each holds one main link. */
const zeilen = () => [...document.querySelectorAll<HTMLElement>('main [data-zeile] a[data-haupt]')];

function waehle(schritt: number): void {
  const alle = zeilen();
  const jetzt = alle.indexOf(document.activeElement as HTMLElement);
  alle[Math.min(Math.max(jetzt + schritt, 0), alle.length - 1)]?.focus();
}

/** Ctrl+Z takes back the last act that still waits; in a text field it belongs to the text. */
function istZurueck(taste: KeyboardEvent): boolean {
  return taste.key === 'z' && (taste.ctrlKey || taste.metaKey) && !taste.shiftKey && !taste.altKey;
}

/** j/k along a list, Enter opens (as every link does), / to the search, ? to the keys. */
export function hoereTasten(): void {
  document.addEventListener('keydown', (taste) => {
    if (istZurueck(taste) && !tippt(taste.target) && nimmZurueck()) return taste.preventDefault();
    if (!tastenAn() || taste.ctrlKey || taste.altKey || taste.metaKey || tippt(taste.target)) return;
    if (document.querySelector('dialog[open]')) return;
    const tue: Readonly<Record<string, () => void>> = {
      j: () => waehle(1),
      k: () => waehle(-1),
      '/': () => gehe('/suche'),
      '?': () => gehe('/tastatur'),
    };
    const tat = tue[taste.key];
    if (!tat) return;
    taste.preventDefault();
    tat();
  });
}
