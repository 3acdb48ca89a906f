import type { Abstimmung, Ergebnis } from '../../../domain/ergebnis/schema.ts';
import type { Pruefung, Umfeld } from '../../../domain/ergebnis/umfeld.ts';

/** An Unterrichtung in the middle of its way, in a Sitzung that has begun; counts and presence not recorded. */
export function umfeld(abweichung: Partial<Umfeld> = {}): Umfeld {
  return {
    vorlagenart: 'UV',
    rolle: 'Kenntnisnahme',
    oeffentlich: true,
    sitzungsbeginn: '2026-04-22T15:00:00.000Z',
    jetzt: '2026-04-22T16:30:00.000Z',
    stimmberechtigte: null,
    gesetzlicheZahl: null,
    anwesende: null,
    ausgeschlossene: null,
    ausschlussVerletzt: false,
    mehrheitserfordernis: null,
    vorherigeOffen: false,
    spaeterOeffentlich: false,
    letzteBeratung: false,
    berichtigung: false,
    einstellungen: { warneOhneZaehlung: true, reihenfolgeZwingend: false },
    ...abweichung,
  };
}

/** A Beschlussvorlage before the body that decides it. */
export const zurEntscheidung = (abweichung: Partial<Umfeld> = {}): Umfeld =>
  umfeld({ vorlagenart: 'BV', rolle: 'Entscheidung', ...abweichung });

export function ergebnis(abweichung: Partial<Ergebnis> = {}): Ergebnis {
  return {
    verbleib: 'behandelt',
    kenntnis: false,
    geaendert: false,
    abstimmungen: [],
    folge: null,
    wortlaut: null,
    vermerk: null,
    ...abweichung,
  };
}

/** Adopted without counts, and the vote that the form prints. */
export function abstimmung(abweichung: Partial<Abstimmung> = {}): Abstimmung {
  return {
    gegenstand: 'Sache',
    wortlaut: null,
    richtung: 'angenommen',
    mehrheit: 'einstimmig',
    ja: null,
    nein: null,
    enthaltungen: null,
    ungueltig: null,
    massgeblich: true,
    ...abweichung,
  };
}

/** Ja : Nein : Enthaltungen. */
export const stimmen = (ja: number | null, nein: number | null, enthaltungen: number | null = 0) => ({
  ja,
  nein,
  enthaltungen,
});

export const widersprueche = (p: Pruefung): number[] => p.widersprueche.map((b) => b.zeile);
export const warnungen = (p: Pruefung): number[] => p.warnungen.map((b) => b.zeile);
export const aufgaben = (p: Pruefung): string[] => p.aufgaben.map((a) => `${a.zeile} ${a.aufgabe}`);
