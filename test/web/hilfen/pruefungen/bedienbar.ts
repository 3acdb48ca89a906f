import type { Page } from 'playwright-core';
import { type Befund, suche } from '../pruefung.ts';

/**
 * What listens for clicks is a control, lies in one, or only gathers the clicks of controls inside. `seite` has
 * been told which elements listen.
 */
export function pruefeBedienbar(seite: Page): Promise<Befund[]> {
  return suche(seite, 'bedienbar', (hilfen) => {
    const horcht = new Set<EventTarget>([...hilfen.mitKlick, ...document.querySelectorAll('[onclick]')]);
    return [...horcht].flatMap((e) => {
      if (!(e instanceof Element) || !e.isConnected || e === document.body || e === document.documentElement)
        return [];
      if (!hilfen.sichtbar(e) || hilfen.bedienelement(e)) return [];
      for (let p = e.parentElement; p; p = p.parentElement)
        if (hilfen.bedienelement(p) && !p.matches('dialog')) return [];
      if ([...e.querySelectorAll('*')].some((kind) => hilfen.bedienelement(kind))) return [];
      const text = (e.textContent ?? '').trim().slice(0, 40);
      return [
        {
          auswahl: hilfen.auswahl(e),
          satz: `„${text}“ wartet auf Klicks und ist mit der Tastatur nicht erreichbar.`,
        },
      ];
    });
  });
}
