import type { Page } from 'playwright-core';
import { darin, nimmAuf, umfasse } from '../aufnahme.ts';
import { mitMedien } from '../medien.ts';
import { hervortretend, unterschied } from '../pixel.ts';
import { type Befund, frage } from '../pruefung.ts';

/** A box to look at: the same place in the chosen and in the other state, or an icon. */
interface Stelle {
  readonly art: 'wahl' | 'symbol';
  readonly auswahl: string;
  readonly name: string;
  readonly rechteck: { x: number; y: number; width: number; height: number };
}

/** Fewer pixels are an artefact of smoothing. */
const mindestensPixel = 8;

/**
 * High contrast (`forced-colors: active`), light and dark: what is chosen looks different from what is not, by
 * pixels of 3:1, and icons stand out from their ground. States are changed without telling the page's scripts,
 * and put back; the looks of `aria-current`, `aria-selected` and `aria-pressed` must hang on the attribute.
 */
export async function pruefeErzwungeneFarben(seite: Page): Promise<Befund[]> {
  const befunde: Befund[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await mitMedien(seite, { forcedColors: 'active', colorScheme }, async () => {
      const funde = await vergleiche(seite, colorScheme);
      if (funde.length === 0) return;
      // A picture may be one frame older than the change: what is found is looked at once more.
      const nochmal = new Set((await vergleiche(seite, colorScheme)).map(({ auswahl }) => auswahl));
      const bekannt = new Set(befunde.map(({ auswahl }) => auswahl));
      befunde.push(...funde.filter(({ auswahl }) => nochmal.has(auswahl) && !bekannt.has(auswahl)));
    });
  }
  return befunde;
}

/** What looks the same chosen and not chosen, and icons that cannot be seen. */
async function vergleiche(seite: Page, farbschema: string): Promise<Befund[]> {
  const gewaehlt = await aufnahme(seite, true);
  if (!gewaehlt.bild) return [];
  const anders = gewaehlt.stellen.some(({ art }) => art === 'wahl') ? await aufnahme(seite, false) : gewaehlt;
  return gewaehlt.stellen.flatMap(({ art, auswahl, name }, i) => {
    const [ort, danach] = [gewaehlt.orte[i], anders.orte[i]];
    if (!gewaehlt.bild || !anders.bild || !ort) return [];
    const zahl =
      art === 'symbol'
        ? hervortretend(gewaehlt.bild, ort)
        : unterschied(gewaehlt.bild, ort, anders.bild, danach);
    if (zahl >= mindestensPixel) return [];
    const satz =
      art === 'symbol'
        ? `Das Symbol „${name}“ ist bei erzwungenen Farben (${farbschema}) nicht zu sehen.`
        : `„${name}“ sieht bei erzwungenen Farben (${farbschema}) gewählt und nicht gewählt gleich aus.`;
    return [{ pruefung: 'erzwungene Farben', auswahl, satz }];
  });
}

/** A picture of all places, with everything chosen or nothing. */
async function aufnahme(seite: Page, gewaehlt: boolean) {
  const stellen = await frage(seite, stelleUm, gewaehlt);
  try {
    const rahmen = umfasse(stellen.map(({ rechteck }) => rechteck));
    const bild = stellen.length === 0 ? null : await nimmAuf(seite, rahmen);
    const orte = stellen.map(({ rechteck }) => darin(rechteck, rahmen));
    return { stellen, orte, bild };
  } finally {
    await frage(seite, () => window.gwZurueck?.(), null);
  }
}

declare global {
  interface Window {
    gwZurueck?: () => void;
  }
}

/** Runs inside the page: sets every choice, says where choices and icons are, keeps the way back. */
function stelleUm(hilfen: import('../seitenhilfen.ts').Seitenhilfen, gewaehlt: boolean): Stelle[] {
  const zurueck: (() => void)[] = [];
  // What stays in place while the page scrolls would cover something in a picture of all of it.
  for (const e of document.querySelectorAll<HTMLElement>('body *')) {
    if (getComputedStyle(e).position !== 'sticky') continue;
    const vorher = e.style.position;
    e.style.position = 'relative';
    zurueck.push(() => {
      e.style.position = vorher;
    });
  }
  // What lies behind an open dialog waits and is dimmed.
  const flaeche = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document;
  const wahl = [
    ...flaeche.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]'),
  ].filter((e) => e.checkVisibility({ visibilityProperty: true }));
  // Without a name no radio button unchooses another. Back: first the names, then the state.
  const vorher = wahl.map((e) => ({ e, name: e.getAttribute('name'), checked: e.checked }));
  for (const { e } of vorher) e.removeAttribute('name');
  for (const { e } of vorher) e.checked = gewaehlt;
  zurueck.push(() => {
    for (const { e, checked } of vorher) e.checked = checked;
    for (const { e, name } of vorher) if (name !== null) e.setAttribute('name', name);
  });
  const marken: Element[] = [];
  for (const attribut of ['aria-current', 'aria-selected', 'aria-pressed']) {
    for (const e of flaeche.querySelectorAll(`[${attribut}]:not([${attribut}=false])`)) {
      if (!hilfen.sichtbar(e)) continue;
      marken.push(e);
      const wert = e.getAttribute(attribut) ?? '';
      if (gewaehlt) continue;
      if (attribut === 'aria-current') e.removeAttribute(attribut);
      else e.setAttribute(attribut, 'false');
      zurueck.push(() => e.setAttribute(attribut, wert));
    }
  }
  window.gwZurueck = () => {
    for (const schritt of zurueck) schritt();
  };
  // A tall dialog scrolls in itself.
  const rand = flaeche instanceof Element ? flaeche.getBoundingClientRect() : null;
  const imBlick = (e: Element) => {
    const r = e.getBoundingClientRect();
    return rand === null || (r.top >= rand.top && r.bottom <= rand.bottom);
  };
  const arten = new Set<string>();
  const symbole = [...flaeche.querySelectorAll('svg, [class*=icon]')].filter((e) => {
    const malt =
      e.localName === 'svg' ||
      ['', '::before', '::after'].some((teil) => {
        const stil = getComputedStyle(e, teil || null);
        return stil.maskImage !== 'none' || stil.backgroundImage !== 'none';
      });
    const art = `${e.getAttribute('class')} in ${e.parentElement?.localName}.${e.parentElement?.className}`;
    if (!malt || arten.has(art) || !imBlick(e) || !hilfen.sichtbar(e)) return false;
    arten.add(art);
    return true;
  });
  const stelle = (art: 'wahl' | 'symbol', rand: number) => (e: Element) => {
    // A box drawn by the label stands for an input that is hidden for eyes.
    const label = e instanceof HTMLInputElement && !hilfen.sichtbar(e) ? e.labels?.[0] : undefined;
    const r = (label ?? e).getBoundingClientRect();
    return {
      art,
      auswahl: hilfen.auswahl(e),
      name: hilfen.name(e) || (e.getAttribute('class') ?? ''),
      rechteck: {
        x: r.x + window.scrollX - rand,
        y: r.y + window.scrollY - rand,
        width: r.width + 2 * rand,
        height: r.height + 2 * rand,
      },
    };
  };
  return [...[...wahl, ...marken].map(stelle('wahl', 4)), ...symbole.map(stelle('symbol', 0))];
}
