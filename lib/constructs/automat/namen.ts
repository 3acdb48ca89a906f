import type { Freigabeweg, Gremiumsstation, Station } from '../../../domain/freigabeweg/freigabeweg.ts';

/** Names of the states that every route has: what people see in the graph. */
export const zustaende = {
  lageLesen: 'Lage lesen',
  weiche: 'Weiche',
  ueberarbeitung: 'Überarbeitung',
  abgeschlossen: 'Abgeschlossen',
  zurueckgezogen: 'Zurückgezogen',
  abgeloest: 'Abgelöst',
  unbekannteLage: 'Unbekannte Lage',
  fehlerFesthalten: 'Fehler festhalten',
  pause: 'Fehler festhalten: Pause',
  angehalten: 'Angehalten',
  entscheidLesen: 'Angehalten: Entscheid lesen',
  entscheid: 'Entscheid',
  abgebrochen: 'Abgebrochen',
} as const;

/** What a Beratung may end in without ending the way: value of `$lage.folge` -> name of the state. */
export const folgen = {
  vertagt: 'Vertagt',
  verwiesen: 'Verwiesen',
  abgesetzt: 'Abgesetzt',
  nichtBehandelt: 'Nicht behandelt',
} as const;

export const namen = {
  frist: (zustand: string) => `${zustand}: Frist`,
  beratung: (station: Station) => `${station.name}: Beratung`,
  ergebnisLesen: (station: Station) => `${station.name}: Ergebnis lesen`,
  folge: (station: Station) => `${station.name}: Folge`,
};

/**
 * The route as the machine needs it: names that can be states, none twice, exactly one committee (the
 * committees after the first are the Vorlage's own data). Throws a TypeError that names the fault.
 */
export function pruefeWeg(weg: Freigabeweg): Gremiumsstation {
  const vergeben = new Set<string>([...Object.values(zustaende), ...Object.values(folgen)]);
  for (const { name } of weg.stationen) {
    // 60 leaves room for ": Ergebnis lesen" within the 80 characters of a state name.
    if (!/^[\p{L}\p{N}][\p{L}\p{N} .-]{0,59}$/u.test(name)) {
      throw new TypeError(`Freigabeweg ${weg.art}: „${name}“ kann kein Zustand sein.`);
    }
    if (vergeben.has(name)) {
      throw new TypeError(`Freigabeweg ${weg.art}: „${name}“ ist schon vergeben.`);
    }
    vergeben.add(name);
  }
  const gremien = weg.stationen.filter((station) => station.art === 'gremium');
  const [gremium] = gremien;
  if (!gremium || gremien.length !== 1) {
    throw new TypeError(`Freigabeweg ${weg.art}: genau eine Gremiumsstation nötig, nicht ${gremien.length}.`);
  }
  return gremium;
}
