import type { Page } from 'playwright-core';
import { mitGroesse } from '../medien.ts';
import { type Befund, suche } from '../pruefung.ts';

/**
 * WCAG 2.2, 1.4.10 at the present size of the window: nothing makes the page scroll sideways, no text is cut
 * off, and only tables may scroll in two directions, in a region with a name that takes the keyboard's focus.
 */
export function pruefeReflow(seite: Page): Promise<Befund[]> {
  return suche(seite, 'reflow', (hilfen) => {
    const breite = document.documentElement.clientWidth;
    const alle = [...document.querySelectorAll('body *')];
    const rollt = (e: Element) => /auto|scroll/.test(getComputedStyle(e).overflowX);
    const tabellenbereich = (e: Element) =>
      e.matches('[role=region][tabindex]') && hilfen.name(e) !== '' && e.querySelector('table') !== null;

    const rollende = alle.filter(
      (e) => rollt(e) && e.scrollWidth > e.clientWidth + 1 && !e.matches('textarea, input, select'),
    );
    const funde = rollende
      .filter((e) => e.checkVisibility() && !tabellenbereich(e))
      .map((e) => ({
        auswahl: hilfen.auswahl(e),
        satz: `Ein Bereich rollt waagerecht (${e.scrollWidth} in ${e.clientWidth} px) und ist keine benannte Tabellenregion.`,
      }));

    const ueberstehend = alle.filter((e) => {
      const { right } = e.getBoundingClientRect();
      if (right <= breite + 1 || !hilfen.sichtbar(e)) return false;
      for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
        if (getComputedStyle(p).overflowX !== 'visible') return false;
      return true;
    });
    const innerste = ueberstehend.filter((e) => !ueberstehend.some((f) => f !== e && e.contains(f)));
    for (const e of innerste.slice(0, 5)) {
      const rand = Math.round(e.getBoundingClientRect().right);
      funde.push({
        auswahl: hilfen.auswahl(e),
        satz: `Reicht bis ${rand} px in einem Fenster von ${breite} px.`,
      });
    }
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > window.innerWidth && innerste.length === 0)
      funde.push({
        auswahl: 'html',
        satz: `Die Seite ist ${scrollWidth} px breit, das Fenster ${window.innerWidth}.`,
      });
    return [...funde, ...hilfen.abgeschnitten()];
  });
}

/** A window of 1280 x 1024 px at 400 %: the page must be usable, not covered by what stays in place. */
export function pruefeVergroessert(seite: Page): Promise<Befund[]> {
  return mitGroesse(seite, 320, 256, async () => [
    ...(await pruefeReflow(seite)),
    ...(await suche(seite, 'reflow', (hilfen) => {
      const feste = [...document.querySelectorAll('body *')].filter((e) => {
        const { position, bottom, top } = getComputedStyle(e);
        if (!e.checkVisibility() || e.closest('dialog')) return false;
        return position === 'fixed' || (position === 'sticky' && (top === '0px' || bottom === '0px'));
      });
      const hoehe = feste.reduce((summe, e) => {
        const r = e.getBoundingClientRect();
        return r.width > 100 ? summe + r.height : summe;
      }, 0);
      if (hoehe <= window.innerHeight / 2) return [];
      return [
        {
          auswahl: feste[0] ? hilfen.auswahl(feste[0]) : 'body',
          satz: `Feststehendes verdeckt bei 400 % ${Math.round(hoehe)} von ${window.innerHeight} px Höhe.`,
        },
      ];
    })),
  ]);
}
