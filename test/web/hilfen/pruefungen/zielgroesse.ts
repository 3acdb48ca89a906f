import type { Page } from 'playwright-core';
import { type Befund, suche } from '../pruefung.ts';

/**
 * WCAG 2.2, 2.5.8: a target measures 24 x 24 px, or a circle of 24 px on its middle meets no other target; links
 * in running text are excepted. A field's label belongs to its target.
 */
export function pruefeZielgroesse(seite: Page): Promise<Befund[]> {
  return suche(seite, 'zielgroesse', (hilfen) => {
    const mindestens = 24;
    const ziele = [...document.querySelectorAll('*')]
      .filter((e) => hilfen.bedienelement(e) && !e.matches('label, option, dialog, iframe, :disabled'))
      .filter((e) => hilfen.sichtbar(e) || ('labels' in e && e.checkVisibility()))
      .map((e) => {
        const labels = 'labels' in e ? [...((e.labels as NodeListOf<Element> | null) ?? [])] : [];
        const ganz = e.matches('[type=radio], [type=checkbox], [type=file]') ? [e, ...labels] : [e];
        const rechtecke = ganz.map((teil) => teil.getBoundingClientRect());
        const links = Math.min(...rechtecke.map((r) => r.left));
        const oben = Math.min(...rechtecke.map((r) => r.top));
        const rechts = Math.max(...rechtecke.map((r) => r.right));
        const unten = Math.max(...rechtecke.map((r) => r.bottom));
        return { e, links, oben, rechts, unten, x: (links + rechts) / 2, y: (oben + unten) / 2 };
      });
    const klein = (z: (typeof ziele)[number]) =>
      z.rechts - z.links < mindestens - 0.5 || z.unten - z.oben < mindestens - 0.5;
    const imSatz = (e: Element) =>
      getComputedStyle(e).display === 'inline' &&
      e.closest('p, li, dd, td, figcaption, blockquote') !== null &&
      [...(e.parentElement?.childNodes ?? [])].some(
        (k) => k.nodeType === Node.TEXT_NODE && /[\p{L}\d]/u.test(k.textContent ?? ''),
      );
    return ziele
      .filter((z) => klein(z) && !imSatz(z.e))
      .filter((z) =>
        ziele.some((anderes) => {
          if (anderes.e === z.e || anderes.e.contains(z.e) || z.e.contains(anderes.e)) return false;
          const mitten = Math.hypot(anderes.x - z.x, anderes.y - z.y);
          if (klein(anderes) && mitten < mindestens) return true;
          const dx = Math.max(anderes.links - z.x, 0, z.x - anderes.rechts);
          const dy = Math.max(anderes.oben - z.y, 0, z.y - anderes.unten);
          return Math.hypot(dx, dy) < mindestens / 2;
        }),
      )
      .map((z) => ({
        auswahl: hilfen.auswahl(z.e),
        satz: `„${hilfen.name(z.e)}“ misst ${Math.round(z.rechts - z.links)} x ${Math.round(z.unten - z.oben)} px und liegt dicht an anderem; nötig sind 24 x 24.`,
      }));
  });
}
