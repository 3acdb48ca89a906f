import type { Abstimmung, Ergebnis, Folgeangabe, Verbleib } from '../../../../domain/ergebnis/schema.ts';

/**
 * What a person chooses with one tap: the boxes of the form as they occur, plus the ends that have no box.
 * The outcome itself is the domain's; this only leads to the usual shape of it and back.
 */
export const ausgaenge = [
  { wert: 'kenntnis', name: 'Kenntnis genommen', taste: '1' },
  { wert: 'einstimmig', name: 'Einstimmig', taste: '2' },
  { wert: 'mehrheitlich', name: 'Mehrheitlich', taste: '3' },
  { wert: 'abgelehnt', name: 'Abgelehnt', taste: '4' },
  { wert: 'vertagt', name: 'Vertagt', taste: '5' },
  { wert: 'verwiesen', name: 'Verwiesen', taste: '6' },
  { wert: 'abgesetzt', name: 'Abgesetzt', taste: '7' },
  { wert: 'ohneBE', name: 'Ohne BE', taste: '8' },
  { wert: 'nichtBehandelt', name: 'Nicht behandelt', taste: '9' },
  { wert: 'zurueckgezogen', name: 'Zurückgezogen', taste: '0' },
  { wert: 'entscheidungBuergermeister', name: 'Bürgermeister entschied', taste: null },
] as const satisfies readonly { wert: string; name: string; taste: string | null }[];
export type Ausgang = (typeof ausgaenge)[number]['wert'];

const beschluesse = {
  einstimmig: { richtung: 'angenommen', mehrheit: 'einstimmig' },
  mehrheitlich: { richtung: 'angenommen', mehrheit: 'mehrheitlich' },
  abgelehnt: { richtung: 'abgelehnt', mehrheit: null },
} as const satisfies Record<string, Pick<Abstimmung, 'richtung' | 'mehrheit'>>;

const istBeschluss = (a: Ausgang): a is keyof typeof beschluesse => a in beschluesse;

/** Ends after which the item comes back: a Sitzung or "Termin offen" is asked for. */
const kommtWieder: ReadonlySet<Verbleib> = new Set(['verwiesen', 'vertagt', 'abgesetzt', 'nichtBehandelt']);

export function brauchtFolge(e: Ergebnis): boolean {
  return kommtWieder.has(e.verbleib);
}

/** A form that was opened and not filled: nothing is recorded in it. */
export const leeresErgebnis: Ergebnis = {
  verbleib: 'behandelt',
  kenntnis: false,
  geaendert: false,
  abstimmungen: [],
  folge: null,
  wortlaut: null,
  vermerk: null,
};

/** The tile that an outcome stands for; null where it is none of them yet. */
export function ausgangVon(e: Ergebnis | null): Ausgang | null {
  if (!e) return null;
  if (e.verbleib !== 'behandelt') return e.verbleib;
  const a = e.abstimmungen.find((x) => x.massgeblich && x.gegenstand === 'Sache');
  if (!a) return e.kenntnis ? 'kenntnis' : null;
  if (a.richtung === 'abgelehnt') return 'abgelehnt';
  return a.mehrheit;
}

/**
 * The outcome after a tap. What else was recorded stays where it still fits; the vote on the matter leaves
 * with the decision (`zuletzt` brings it back when the person returns).
 */
export function waehle(alt: Ergebnis | null, ausgang: Ausgang, zuletzt: Abstimmung | null): Ergebnis {
  const e = alt ?? leeresErgebnis;
  const andere = e.abstimmungen.filter((a) => !(a.massgeblich && a.gegenstand === 'Sache'));
  if (istBeschluss(ausgang)) {
    const vorher = sachabstimmung(e) ?? zuletzt ?? neueAbstimmung('Sache', true);
    const abstimmung = { ...vorher, ...beschluesse[ausgang], massgeblich: true };
    const nebenher = andere.map((a) => ({ ...a, massgeblich: false }));
    return {
      ...e,
      ...leereFolge,
      verbleib: 'behandelt',
      kenntnis: false,
      abstimmungen: [abstimmung, ...nebenher],
    };
  }
  if (ausgang === 'kenntnis') {
    return {
      ...e,
      ...leereFolge,
      verbleib: 'behandelt',
      kenntnis: true,
      geaendert: false,
      abstimmungen: andere,
    };
  }
  const geaendert = ausgang === 'verwiesen' || ausgang === 'entscheidungBuergermeister' ? e.geaendert : false;
  return {
    ...e,
    verbleib: ausgang,
    kenntnis: false,
    geaendert,
    abstimmungen: andere,
    folge: kommtWieder.has(ausgang) ? folgeFuer(e.folge, ausgang) : null,
  };
}

const leereFolge = { folge: null } as const;

/** The target belongs to a Verweisung only; with another Gremium the Sitzung is another as well. */
function folgeFuer(alt: Folgeangabe | null, ausgang: Verbleib): Folgeangabe {
  if (!alt) return { gremium: null, sitzung: null, terminOffen: false };
  if (ausgang === 'verwiesen' || alt.gremium === null) return alt;
  return { gremium: null, sitzung: null, terminOffen: alt.terminOffen };
}

/** The vote on the matter that the form prints. */
export function sachabstimmung(e: Ergebnis): Abstimmung | null {
  return e.abstimmungen.find((a) => a.massgeblich && a.gegenstand === 'Sache') ?? null;
}

export function neueAbstimmung(gegenstand: Abstimmung['gegenstand'], massgeblich = false): Abstimmung {
  return {
    gegenstand,
    wortlaut: null,
    richtung: 'angenommen',
    mehrheit: null,
    ja: null,
    nein: null,
    enthaltungen: null,
    ungueltig: null,
    massgeblich,
  };
}

/** Adds a vote; a vote on procedure is the one that is printed where the item was put off. */
export function mitAbstimmung(alt: Ergebnis | null, gegenstand: Abstimmung['gegenstand']): Ergebnis {
  const e = alt ?? leeresErgebnis;
  const massgeblich =
    gegenstand === 'Verfahren' && kommtWieder.has(e.verbleib) && !e.abstimmungen.some((a) => a.massgeblich);
  return { ...e, abstimmungen: [...e.abstimmungen, neueAbstimmung(gegenstand, massgeblich)] };
}

export function aendereAbstimmung(e: Ergebnis, index: number, neu: Partial<Abstimmung>): Ergebnis {
  return {
    ...e,
    abstimmungen: e.abstimmungen.map((a, i) => {
      if (i === index) return { ...a, ...neu };
      // The form prints one vote: marking one takes the mark from the others.
      return neu.massgeblich ? { ...a, massgeblich: false } : a;
    }),
  };
}

export function ohneAbstimmung(e: Ergebnis, index: number): Ergebnis {
  return { ...e, abstimmungen: e.abstimmungen.filter((_, i) => i !== index) };
}

/** A count as it is typed: empty is "not recorded", which is not 0. `falsch` where it is no count. */
export function liesZahl(text: string): number | null | 'falsch' {
  const t = text.trim();
  if (t === '') return null;
  return /^\d{1,5}$/.test(t) && Number(t) <= 10_000 ? Number(t) : 'falsch';
}
