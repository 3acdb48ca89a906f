import type { Page } from 'playwright-core';
import type { Befund, Pruefung } from '../pruefung.ts';
import { pruefeBedienbar } from './bedienbar.ts';
import { pruefeBewegung } from './bewegung.ts';
import { pruefeErzwungeneFarben } from './erzwungeneFarben.ts';
import { pruefeFelder } from './felder.ts';
import { pruefeFokus } from './fokus.ts';
import { pruefeHinweise } from './hinweise.ts';
import { pruefeReflow, pruefeVergroessert } from './reflow.ts';
import { pruefeSprache } from './sprache.ts';
import { pruefeTextabstand } from './textabstand.ts';
import { pruefeTitel } from './titel.ts';
import { pruefeUeberschrift } from './ueberschrift.ts';
import { pruefeVerschiebung } from './verschiebung.ts';
import { pruefeVerweise } from './verweise.ts';
import { pruefeZielgroesse } from './zielgroesse.ts';

/** What depends on the width of the window, beside axe. */
export async function pruefeBreite(seite: Page): Promise<Befund[]> {
  return [
    ...(await pruefeReflow(seite)),
    ...(await pruefeZielgroesse(seite)),
    ...(await pruefeSprache(seite)),
  ];
}

/** What does not depend on the width, or sets it itself. */
const einmal: readonly Pruefung[] = [
  // First, before any other check resizes the window.
  pruefeVerschiebung,
  pruefeUeberschrift,
  pruefeVerweise,
  pruefeHinweise,
  pruefeFelder,
  pruefeBedienbar,
  pruefeBewegung,
  pruefeTextabstand,
  pruefeFokus,
  pruefeErzwungeneFarben,
  pruefeVergroessert,
];

/** What is looked at once per screen and state. @param anwendung the name that every title ends with */
export async function pruefeEinmal(seite: Page, anwendung: string): Promise<Befund[]> {
  const befunde: Befund[] = [];
  for (const pruefe of einmal) befunde.push(...(await pruefe(seite)));
  return [...befunde, ...(await pruefeTitel(seite, anwendung))];
}
