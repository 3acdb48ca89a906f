import type { Abstimmung, Ergebnis } from '../../domain/ergebnis/schema.ts';
import { leer } from '../demo/ergebnisse.ts';

/** A vote by its counts: yes, no, abstentions. */
export function stimmen(
  gegenstand: Abstimmung['gegenstand'],
  richtung: Abstimmung['richtung'],
  mehrheit: Abstimmung['mehrheit'],
  [ja, nein, enthaltungen]: readonly [number, number, number],
): Abstimmung {
  const ohne = { wortlaut: null, ungueltig: null, massgeblich: true };
  return { ...ohne, gegenstand, richtung, mehrheit, ja, nein, enthaltungen };
}

/** A Beschluss that arose in the Sitzung: its wording makes a vote on a report lawful (row 14). */
export function beschlossen(wortlaut: string, abstimmung: Abstimmung): Ergebnis {
  return { ...leer, verbleib: 'behandelt', abstimmungen: [abstimmung], wortlaut };
}

/** Taken up again in this Sitzung. */
export function vertagtAuf(sitzung: string, abstimmung: Abstimmung): Ergebnis {
  const folge = { gremium: null, sitzung, terminOffen: false };
  return { ...leer, verbleib: 'vertagt', abstimmungen: [abstimmung], folge };
}

export function verwiesenIn(gremium: string, sitzung: string): Ergebnis {
  return { ...leer, verbleib: 'verwiesen', folge: { gremium, sitzung, terminOffen: false } };
}

export const abgesetzt: Ergebnis = {
  ...leer,
  verbleib: 'abgesetzt',
  folge: { gremium: null, sitzung: null, terminOffen: true },
  vermerk: 'Auf Antrag der Verwaltung: Der Bericht des Trägers lag noch nicht vor.',
};
