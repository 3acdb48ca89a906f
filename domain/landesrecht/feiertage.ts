import { type LocalDate, plusTage } from '../fristen/datum.ts';

export interface Feiertag {
  readonly datum: LocalDate;
  readonly name: string;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher; "Astronomical Algorithms", ch. 8). */
export function ostersonntag(jahr: number): LocalDate {
  const a = jahr % 19;
  const b = Math.floor(jahr / 100);
  const c = jahr % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const monat = Math.floor((h + l - 7 * m + 114) / 31);
  const tag = ((h + l - 7 * m + 114) % 31) + 1;
  return `${jahr}-${String(monat).padStart(2, '0')}-${String(tag).padStart(2, '0')}`;
}

/** Public holidays of Rheinland-Pfalz (§ 2 LFtG), in the order of the year. Reformationstag is none here. */
export function feiertageRheinlandPfalz(jahr: number): readonly Feiertag[] {
  const ostern = ostersonntag(jahr);
  const tage: Feiertag[] = [
    { datum: `${jahr}-01-01`, name: 'Neujahr' },
    { datum: plusTage(ostern, -2), name: 'Karfreitag' },
    { datum: plusTage(ostern, 1), name: 'Ostermontag' },
    { datum: `${jahr}-05-01`, name: 'Tag der Arbeit' },
    { datum: plusTage(ostern, 39), name: 'Christi Himmelfahrt' },
    { datum: plusTage(ostern, 50), name: 'Pfingstmontag' },
    { datum: plusTage(ostern, 60), name: 'Fronleichnam' },
    { datum: `${jahr}-10-03`, name: 'Tag der Deutschen Einheit' },
    { datum: `${jahr}-11-01`, name: 'Allerheiligen' },
    { datum: `${jahr}-12-25`, name: '1. Weihnachtstag' },
    { datum: `${jahr}-12-26`, name: '2. Weihnachtstag' },
  ];
  // Himmelfahrt can fall on or before the 1st of May (2008).
  return tage.sort((x, y) => (x.datum < y.datum ? -1 : x.datum > y.datum ? 1 : 0));
}
