import type { Page } from 'playwright-core';
import { type Befund, suche } from '../pruefung.ts';

/**
 * The page's title names the view and ends with the application's name. It shares a word with the heading or the
 * line above it: the Betreff of what is nichtöffentlich stays out of the browser's history, its number does not.
 */
export function pruefeTitel(seite: Page, anwendung: string): Promise<Befund[]> {
  return suche(
    seite,
    'titel',
    (_, name) => {
      const titel = document.title.trim();
      const satz = (text: string) => [{ auswahl: 'title', satz: text }];
      if (titel === '') return satz('Die Seite hat keinen Titel.');
      if (!titel.endsWith(name)) return satz(`„${titel}“ endet nicht mit „${name}“.`);
      const woerter = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d/]{3,}/gu) ?? [];
      const eigene = woerter(titel.slice(0, -name.length));
      const h1 = document.querySelector('h1');
      const kopf = h1?.closest('.gw-seite__kopf') ?? h1;
      const ueberschrift = woerter(kopf instanceof HTMLElement ? kopf.innerText : '');
      if (eigene.length === 0) return satz(`„${titel}“ nennt die Ansicht nicht.`);
      if (ueberschrift.length > 0 && !eigene.some((wort) => ueberschrift.includes(wort)))
        return satz(`„${titel}“ und die Überschrift „${ueberschrift.join(' ')}“ haben kein Wort gemeinsam.`);
      return [];
    },
    anwendung,
  );
}

/** A view by its address (path and query) with its title. */
export interface Ansichtstitel {
  readonly adresse: string;
  readonly titel: string;
}

/** Two views never share a title. */
export function gleicheTitel(ansichten: readonly Ansichtstitel[]): Befund[] {
  const bekannt = new Map<string, string>();
  return ansichten.flatMap(({ adresse, titel }) => {
    const andere = bekannt.get(titel);
    bekannt.set(titel, andere ?? adresse);
    if (andere === undefined || andere === adresse) return [];
    return [
      { pruefung: 'titel', auswahl: 'title', satz: `${adresse} und ${andere} heißen beide „${titel}“.` },
    ];
  });
}
