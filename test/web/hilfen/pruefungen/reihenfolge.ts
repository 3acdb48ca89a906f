import type { Page } from 'playwright-core';
import { type Befund, suche } from '../pruefung.ts';
import type { Ort } from './halte.ts';

/**
 * WCAG 2.2, 2.4.3: tab stops come in the order of the document, and where their boxes part, the later one does
 * not lie above the earlier one or, in a line, to its left.
 */
export function pruefeReihenfolge(seite: Page, weg: readonly Ort[]): Promise<Befund[]> {
  return suche(
    seite,
    'fokus',
    (hilfen, reihe) => {
      const elemente = reihe.flatMap((i) => hilfen.halte[i] ?? []);
      return elemente.flatMap((b, i) => {
        const a = elemente[i - 1];
        if (!a) return [];
        const fund = (satz: string) => [
          { auswahl: hilfen.auswahl(b), satz: `${satz} (nach ${hilfen.auswahl(a)})` },
        ];
        if (!(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING))
          return fund('Der Fokus springt gegen die Reihenfolge des Dokuments.');
        let gemeinsam: Element | null = a.parentElement;
        while (gemeinsam && !gemeinsam.contains(b)) gemeinsam = gemeinsam.parentElement;
        const unter = (e: Element) => [...(gemeinsam?.children ?? [])].find((kind) => kind.contains(e));
        const [ka, kb] = [unter(a), unter(b)];
        if (!ka || !kb || ka === kb || ka === a.closest('dialog') || kb === b.closest('dialog')) return [];
        const steht = (e: Element) => /absolute|fixed|sticky/.test(getComputedStyle(e).position);
        if (steht(ka) || steht(kb)) return [];
        const [ra, rb] = [ka.getBoundingClientRect(), kb.getBoundingClientRect()];
        if (rb.bottom <= ra.top + 1) return fund('Der Fokus springt nach oben.');
        const inZeile =
          Math.min(ra.bottom, rb.bottom) - Math.max(ra.top, rb.top) > Math.min(ra.height, rb.height) / 2;
        return inZeile && rb.right <= ra.left + 1 ? fund('Der Fokus springt in der Zeile zurück.') : [];
      });
    },
    weg.flatMap(({ halt }) => (halt !== null && halt >= 0 ? [halt] : [])),
  );
}
