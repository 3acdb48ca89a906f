import type { Page } from 'playwright-core';
import { type Befund, suche } from '../pruefung.ts';

/** Names that say nothing out of their context, as in a screen reader's list of links (WCAG 2.2, 2.4.4, 2.4.9). */
const nichtssagend = [
  'hier',
  'mehr',
  'klick',
  'klicken',
  'weiter',
  'weiterlesen',
  'mehr erfahren',
  'mehr lesen',
  'details',
  'link',
  'dort',
  'da',
  'dies',
  'diese seite',
  'öffnen',
  'anzeigen',
  'ansehen',
  'lesen',
  'download',
  'herunterladen',
  'pdf',
  'docx',
  'info',
  'infos',
  'siehe hier',
  'hier klicken',
  'klicken sie hier',
  'zurück',
  'los',
  'start',
];

/** Link texts: none is vague, and two links of one name (with what `aria-describedby` adds) lead to one place. */
export function pruefeVerweise(seite: Page): Promise<Befund[]> {
  return suche(
    seite,
    'verweise',
    (hilfen, vage) => {
      const ziele = new Map<string, string>();
      const funde: { auswahl: string; satz: string }[] = [];
      for (const e of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
        if (!e.checkVisibility({ visibilityProperty: true })) continue;
        const name = hilfen.name(e);
        const glatt = name
          .toLowerCase()
          .replace(/[^\p{L}\d ]/gu, '')
          .trim();
        const auswahl = hilfen.auswahl(e);
        if (vage.includes(glatt))
          funde.push({ auswahl, satz: `Der Verweis „${name}“ sagt nicht, wohin er führt.` });
        const ziel = e.href.replace(/#$/, '');
        const ids = (e.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean);
        const zusatz = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
        const anderes = ziele.get(glatt + zusatz);
        if (anderes !== undefined && anderes !== ziel)
          funde.push({ auswahl, satz: `„${name}“ führt hierhin (${ziel}) und dorthin (${anderes}).` });
        ziele.set(glatt + zusatz, ziel);
      }
      return funde;
    },
    nichtssagend,
  );
}
