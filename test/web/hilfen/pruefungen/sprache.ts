import type { Page } from 'playwright-core';
import { type Befund, suche } from '../pruefung.ts';

/**
 * The page says that it is German, and long words may break: `hyphens: auto` (which needs the language), a soft
 * hyphen, or `overflow-wrap`. A missing `lang` is axe's to find.
 */
export function pruefeSprache(seite: Page): Promise<Befund[]> {
  return suche(seite, 'sprache', (hilfen) => {
    const { lang } = document.documentElement;
    if (lang !== '' && !/^de(-|$)/.test(lang))
      return [{ auswahl: 'html', satz: `Die Seite ist deutsch und gibt sich als „${lang}“ aus.` }];
    const gesehen = new Set<Element>();
    return hilfen.texte(document.body).flatMap(({ traeger }) => {
      const langes = /[\p{L}]{24,}/u.exec(traeger.textContent ?? '')?.[0];
      const stil = getComputedStyle(traeger);
      if (!langes || gesehen.has(traeger) || traeger.closest('pre, code, [lang]:not(html)')) return [];
      gesehen.add(traeger);
      const bricht = stil.hyphens === 'auto' || stil.overflowWrap !== 'normal' || stil.wordBreak !== 'normal';
      return bricht
        ? []
        : [{ auswahl: hilfen.auswahl(traeger), satz: `„${langes}“ kann nicht getrennt werden.` }];
    });
  });
}
