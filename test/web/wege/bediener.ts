import type { Locator, Page } from 'playwright-core';

/** A file as a file dialog hands it over. */
export interface Wahldatei {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Somebody who works with the page, in one way only. What is told to them is what people are told. */
export interface Bediener {
  readonly seite: Page;
  /** Buttons, links, boxes: uses it once. */
  druecke(ziel: Locator): Promise<void>;
  /** Puts this text in the place of what stands in the field. */
  schreibe(feld: Locator, text: string): Promise<void>;
  /** Chooses an entry of a list by its name. */
  waehle(feld: Locator, eintrag: string): Promise<void>;
  /** Uses a button that opens the file dialog, and takes a file there. */
  waehleDatei(knopf: Locator, datei: Wahldatei): Promise<void>;
  /** Uses of `druecke` so far. */
  taten(): number;
  /** What stood in the way without stopping the task: focus not seen, page too wide, target too small. */
  maengel(): readonly string[];
}

export interface Arbeitsweise {
  readonly name: string;
  readonly ansicht: { readonly breite: number; readonly hoehe: number };
  readonly bediene: (seite: Page) => Promise<Bediener> | Bediener;
}

/** The same for all ways: counts, and opens file dialogs by what `druecke` is in this way. */
export function macheBediener(
  seite: Page,
  weise: Pick<Bediener, 'druecke' | 'schreibe' | 'waehle'> & { readonly maengel: Set<string> },
): Bediener {
  let taten = 0;
  const druecke = async (ziel: Locator) => {
    taten += 1;
    await weise.druecke(ziel);
  };
  return {
    seite,
    druecke,
    schreibe: weise.schreibe,
    waehle: weise.waehle,
    async waehleDatei(knopf, datei) {
      const [dialog] = await Promise.all([seite.waitForEvent('filechooser'), druecke(knopf)]);
      await dialog.setFiles(datei);
    },
    taten: () => taten,
    maengel: () => [...weise.maengel],
  };
}
