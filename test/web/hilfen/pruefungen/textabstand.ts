import type { Page } from 'playwright-core';
import { type Befund, suche } from '../pruefung.ts';

/** WCAG 2.2, 1.4.12: with the spacing a reader may set, no text is cut off, covered or pushed out. */
export function pruefeTextabstand(seite: Page): Promise<Befund[]> {
  return suche(seite, 'textabstand', (hilfen) => {
    // What lies above the page (a dialog, a bar that stays) covers other text on purpose.
    const schwebt = (e: Element) => {
      for (let p: Element | null = e; p; p = p.parentElement)
        if (p.matches('dialog:modal') || /fixed|sticky/.test(getComputedStyle(p).position)) return p;
      return null;
    };
    const ueberlappungen = () => {
      const texte = hilfen.texte(document.body).sort((a, b) => a.rechteck.top - b.rechteck.top);
      const gefunden = new Map<string, string>();
      texte.forEach(({ traeger, rechteck: a }, i) => {
        for (let j = i + 1; j < texte.length; j += 1) {
          const anderer = texte[j];
          if (!anderer || anderer.rechteck.top > a.bottom - 3) break;
          const b = anderer.rechteck;
          const quer = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          if (quer < 3 || Math.min(a.bottom, b.bottom) - b.top < 3) continue;
          if (traeger.contains(anderer.traeger) || anderer.traeger.contains(traeger)) continue;
          if (schwebt(traeger) !== schwebt(anderer.traeger)) continue;
          gefunden.set(hilfen.auswahl(anderer.traeger), hilfen.auswahl(traeger));
        }
      });
      return gefunden;
    };
    const ueberstand = () => document.documentElement.scrollWidth - window.innerWidth;
    const schluessel = (f: { auswahl: string }) => f.auswahl;

    const vorher = new Set(hilfen.abgeschnitten().map(schluessel));
    const ueberlappteVorher = ueberlappungen();
    const ueberstandVorher = ueberstand();
    const nimmWeg = hilfen.regeln(`
      * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
      p { margin-bottom: 2em !important }`);
    const funde = hilfen.abgeschnitten().filter((f) => !vorher.has(f.auswahl));
    for (const [auswahl, anderer] of ueberlappungen())
      if (!ueberlappteVorher.has(auswahl))
        funde.push({ auswahl, satz: `Der Text liegt über dem von ${anderer}.` });
    if (ueberstand() > Math.max(0, ueberstandVorher))
      funde.push({ auswahl: 'html', satz: `Die Seite wird um ${ueberstand()} px zu breit.` });
    nimmWeg();
    return funde.map(({ auswahl, satz }) => ({ auswahl, satz: `Bei größerem Textabstand: ${satz}` }));
  });
}
