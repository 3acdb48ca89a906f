import type { Umfeld } from '../../ergebnis/umfeld.ts';
import type { Beratung, Vorlagenstand } from '../stand.ts';
import type { Umgebung } from '../umgebung.ts';

/** The facts the rules need about a Beratung. Attendance is not recorded yet: null keeps its rules silent. */
export function umfeldVon(stand: Vorlagenstand, beratung: Beratung, u: Umgebung): Umfeld {
  const index = stand.gremienweg.findIndex((b) => b.nr === beratung.nr);
  const spaetere = stand.gremienweg.slice(index + 1);
  return {
    vorlagenart: stand.art,
    rolle: beratung.rolle,
    oeffentlich: beratung.oeffentlich,
    sitzungsbeginn: beratung.sitzungsbeginn,
    jetzt: u.jetzt,
    stimmberechtigte: null,
    gesetzlicheZahl: null,
    anwesende: null,
    ausgeschlossene: null,
    ausschlussVerletzt: false,
    mehrheitserfordernis: null,
    vorherigeOffen: stand.gremienweg.slice(0, index).some((b) => b.freigegeben === null),
    spaeterOeffentlich: spaetere.some((b) => b.oeffentlich),
    // Parallel Sitzungen: the way ends with the last one that is still open, wherever it stands in the list.
    letzteBeratung: stand.gremienweg.every((b) => b.nr === beratung.nr || b.freigegeben !== null),
    berichtigung: beratung.freigegeben !== null,
    einstellungen: {
      warneOhneZaehlung: u.einstellungen.warneOhneZaehlung,
      reihenfolgeZwingend: u.einstellungen.reihenfolgeZwingend,
    },
  };
}
