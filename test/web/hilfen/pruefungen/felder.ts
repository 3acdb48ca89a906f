import type { Page } from 'playwright-core';
import { type Befund, suche } from '../pruefung.ts';

/**
 * Fields for a person's own data carry `autocomplete` (WCAG 2.2, 1.3.5; `off` where they are about others), a
 * field in error names the sentence that says so, and every such sentence belongs to a field (3.3.1).
 */
export function pruefeFelder(seite: Page): Promise<Befund[]> {
  return suche(seite, 'felder', (hilfen) => {
    const funde: { auswahl: string; satz: string }[] = [];
    const persoenlich = /^(vor|nach|benutzer)?name$|mail|telefon|straße|postleitzahl|^plz$|^ort$|kennwort/i;
    for (const e of document.querySelectorAll<HTMLInputElement>('input, select, textarea')) {
      if (!e.checkVisibility() || /^(hidden|submit|button|radio|checkbox|file|search)$/.test(e.type))
        continue;
      const name = hilfen.name(e);
      const fragt =
        /^(email|tel|password)$/.test(e.type) || name.split(/[^\p{L}]+/u).some((w) => persoenlich.test(w));
      if (fragt && !e.hasAttribute('autocomplete'))
        funde.push({ auswahl: hilfen.auswahl(e), satz: `„${name}“ hat kein autocomplete.` });
    }
    const verwiesen = (e: Element) =>
      `${e.getAttribute('aria-describedby') ?? ''} ${e.getAttribute('aria-errormessage') ?? ''}`.split(/\s+/);
    for (const e of document.querySelectorAll('[aria-invalid=true]')) {
      const saetze = verwiesen(e).filter((id) => id && document.getElementById(id)?.textContent?.trim());
      if (saetze.length === 0)
        funde.push({
          auswahl: hilfen.auswahl(e),
          satz: `„${hilfen.name(e)}“ ist fehlerhaft und nennt keinen Satz dazu.`,
        });
    }
    const genannt = new Set(
      [...document.querySelectorAll('[aria-describedby], [aria-errormessage]')].flatMap(verwiesen),
    );
    for (const e of document.querySelectorAll('.kern-error')) {
      const traeger = e.closest('[id]');
      if (e.checkVisibility() && !genannt.has(e.id) && !(traeger && genannt.has(traeger.id)))
        funde.push({ auswahl: hilfen.auswahl(e), satz: 'Kein Feld nennt diesen Fehlersatz.' });
    }
    return funde;
  });
}
