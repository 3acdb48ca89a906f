import type { Page } from 'playwright-core';
import { type Befund, suche } from '../pruefung.ts';

/** A page has one h1, and it lies in `main`. */
export function pruefeUeberschrift(seite: Page): Promise<Befund[]> {
  return suche(seite, 'ueberschrift', (hilfen) => {
    const alle = [...document.querySelectorAll('h1')].filter(
      (e) => e.checkVisibility() && !e.closest('dialog'),
    );
    const [erste] = alle;
    if (!erste) return [{ auswahl: 'body', satz: 'Die Seite hat keine Überschrift der ersten Stufe.' }];
    if (alle.length > 1)
      return alle.slice(1).map((e) => ({ auswahl: hilfen.auswahl(e), satz: 'Das ist eine zweite h1.' }));
    if (!erste.closest('main'))
      return [{ auswahl: hilfen.auswahl(erste), satz: 'Die h1 liegt nicht in main.' }];
    return [];
  });
}
