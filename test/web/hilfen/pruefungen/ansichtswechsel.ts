import type { Page } from 'playwright-core';
import { type Befund, frage, suche } from '../pruefung.ts';

export interface Wechselerwartung {
  /** How often the live region speaks; default once. */
  readonly ansagen?: 'eine' | 'keine' | 'hoechstens eine';
  /** Whether it is another view, with a title of its own; default yes. */
  readonly neuerTitel?: boolean;
}

/** How long a page must be silent before the change counts as done, ms. */
const stille = 300;

/**
 * After a change of view the focus is on something in the page, the title has changed and a live region has
 * spoken once. Live regions must be there before they speak; `role=alert` alone may come with its text.
 */
export async function pruefeAnsichtswechsel(
  seite: Page,
  wechsle: () => Promise<void>,
  { ansagen = 'eine', neuerTitel = true }: Wechselerwartung = {},
): Promise<Befund[]> {
  await frage(seite, beobachte, null);
  await wechsle();
  return suche(
    seite,
    'ansichtswechsel',
    async (hilfen, erwartet) => {
      const wechsel = window.gwWechsel;
      if (!wechsel) return [{ auswahl: 'html', satz: 'Die Seite wurde neu geladen statt gewechselt.' }];
      while (performance.now() - wechsel.zuletzt < erwartet.stille)
        await new Promise((weiter) => setTimeout(weiter, 20));
      wechsel.beende();
      const funde: { auswahl: string; satz: string }[] = [];
      const aktiv = document.activeElement;
      if (!aktiv || aktiv === document.body || aktiv === document.documentElement)
        funde.push({ auswahl: 'body', satz: 'Nach dem Wechsel ist der Fokus verloren.' });
      else if (!aktiv.checkVisibility({ visibilityProperty: true }))
        funde.push({ auswahl: hilfen.auswahl(aktiv), satz: 'Der Fokus liegt auf etwas Unsichtbarem.' });
      if (erwartet.neuerTitel && document.title === wechsel.titel)
        funde.push({ auswahl: 'title', satz: `Der Titel heißt nach dem Wechsel noch „${document.title}“.` });
      const zahl = wechsel.ansagen.length;
      const gesagt = wechsel.ansagen.map((a) => `„${a}“`).join(', ');
      if (zahl === 0 && erwartet.ansagen === 'eine')
        funde.push({ auswahl: '[aria-live], [role=status]', satz: 'Der Wechsel wird nicht angesagt.' });
      if (zahl > (erwartet.ansagen === 'keine' ? 0 : 1))
        funde.push({ auswahl: '[aria-live], [role=status]', satz: `Angesagt wurde ${zahl}-mal: ${gesagt}.` });
      return funde;
    },
    { ansagen, neuerTitel, stille },
  );
}

declare global {
  interface Window {
    gwWechsel?: { titel: string; ansagen: string[]; zuletzt: number; beende(): void };
  }
}

/** Runs inside the page: writes down what live regions say, and when the page last changed. */
function beobachte(): void {
  const spricht =
    '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log], output';
  const wechsel = {
    titel: document.title,
    ansagen: [] as string[],
    zuletzt: performance.now(),
    beende: () => waechter.disconnect(),
  };
  const glatt = (e: Element) => (e.textContent ?? '').replace(/\s+/g, ' ').trim();
  const waechter = new MutationObserver((aenderungen) => {
    wechsel.zuletzt = performance.now();
    const bereiche = new Set<Element>();
    for (const { target, addedNodes, type } of aenderungen) {
      const ort = target instanceof Element ? target : target.parentElement;
      const bereich = ort?.closest(spricht);
      // Taking text away is not spoken.
      if (bereich && (type === 'characterData' || addedNodes.length > 0)) bereiche.add(bereich);
      for (const neu of addedNodes) {
        if (!(neu instanceof Element)) continue;
        const alarme = neu.matches('[role=alert]') ? [neu] : [...neu.querySelectorAll('[role=alert]')];
        for (const alarm of alarme) bereiche.add(alarm);
      }
    }
    for (const bereich of bereiche)
      if (bereich.isConnected && glatt(bereich)) wechsel.ansagen.push(glatt(bereich));
  });
  waechter.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
  window.gwWechsel = wechsel;
}
