import type { Page } from 'playwright-core';
import { type Befund, suche } from '../pruefung.ts';

/** Nothing is told by hovering alone: neither by `title` nor by a rule for `:hover` without one for the focus. */
export function pruefeHinweise(seite: Page): Promise<Befund[]> {
  return suche(seite, 'hinweise', (hilfen) => {
    const funde: { auswahl: string; satz: string }[] = [];
    for (const e of document.querySelectorAll<HTMLElement>('[title]:not(iframe):not(svg *)')) {
      const titel = e.title.trim();
      if (titel !== '' && titel !== hilfen.name(e) && e.checkVisibility())
        funde.push({ auswahl: hilfen.auswahl(e), satz: `„${titel}“ erscheint nur unter der Maus.` });
    }
    const regeln: CSSStyleRule[] = [];
    const sammle = (gruppe: CSSRuleList) => {
      for (const regel of gruppe) {
        if (regel instanceof CSSStyleRule) regeln.push(regel);
        if ('cssRules' in regel) sammle(regel.cssRules as CSSRuleList);
      }
    };
    for (const blatt of document.styleSheets) sammle(blatt.cssRules);
    const teile = (regel: CSSStyleRule) => regel.selectorText.split(/,\s*(?![^(]*\))/);
    const alle = new Set(regeln.flatMap(teile));
    for (const regel of regeln) {
      const zeigt = /(^|;)\s*(display|visibility|opacity|clip|clip-path|content)\s*:/.test(
        regel.style.cssText,
      );
      for (const teil of zeigt ? teile(regel) : []) {
        if (!teil.includes(':hover')) continue;
        const mitFokus = [':focus', ':focus-visible', ':focus-within'].some((f) =>
          alle.has(teil.replace(':hover', f)),
        );
        if (!mitFokus)
          funde.push({ auswahl: teil, satz: 'Zeigt etwas unter der Maus, aber nicht beim Fokus.' });
      }
    }
    return funde;
  });
}
