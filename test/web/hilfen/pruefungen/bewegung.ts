import type { Page } from 'playwright-core';
import { mitMedien } from '../medien.ts';
import { type Befund, suche } from '../pruefung.ts';

/** Under `prefers-reduced-motion: reduce` nothing moves for longer than 10 ms, and no scrolling glides. */
export function pruefeBewegung(seite: Page): Promise<Befund[]> {
  return mitMedien(seite, { reducedMotion: 'reduce' }, () =>
    suche(seite, 'bewegung', (hilfen) => {
      const hoechstens = 0.01;
      const laengste = (dauern: string) =>
        Math.max(
          ...dauern.split(',').map((d) => Number.parseFloat(d) * (d.trim().endsWith('ms') ? 0.001 : 1)),
        );
      const funde = new Map<string, { auswahl: string; satz: string }>();
      for (const e of document.querySelectorAll('*')) {
        for (const teil of [null, '::before', '::after']) {
          const stil = getComputedStyle(e, teil);
          if (teil && stil.content === 'none') continue;
          const dauer = (was: string, sekunden: number) => {
            if (sekunden <= hoechstens) return;
            const art = `${e.localName}.${e.className} ${teil ?? ''} ${was}`;
            const satz = `Trotz „Bewegung verringern“ dauert ${was} ${sekunden} s.`;
            if (!funde.has(art)) funde.set(art, { auswahl: `${hilfen.auswahl(e)}${teil ?? ''}`, satz });
          };
          if (stil.animationName !== 'none')
            dauer(`die Animation ${stil.animationName}`, laengste(stil.animationDuration));
          if (stil.transitionProperty !== 'none')
            dauer(`der Übergang von ${stil.transitionProperty}`, laengste(stil.transitionDuration));
          if (teil === null && stil.scrollBehavior === 'smooth')
            funde.set('smooth', {
              auswahl: hilfen.auswahl(e),
              satz: 'Das Rollen gleitet trotz „Bewegung verringern“.',
            });
        }
      }
      return [...funde.values()];
    }),
  );
}
