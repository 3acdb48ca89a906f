import type { Ergebnis } from '../../domain/ergebnis/schema.ts';
import type { Pruefung } from '../../domain/ergebnis/umfeld.ts';
import type { Demoname } from '../werkzeug/musterstadt.ts';
import { sieh } from './vorlagenweg.ts';
import type { Welt } from './welt.ts';

/** Nothing recorded yet, beside what became of the item. */
export const leer = {
  kenntnis: false,
  geaendert: false,
  abstimmungen: [],
  folge: null,
  wortlaut: null,
  vermerk: null,
};

export const kenntnis: Ergebnis = { ...leer, verbleib: 'behandelt', kenntnis: true };

/** Unanimous, and yet two against: row 1. */
export const einstimmigMitGegenstimmen: Ergebnis = {
  ...leer,
  verbleib: 'behandelt',
  abstimmungen: [
    {
      gegenstand: 'Sache',
      wortlaut: null,
      richtung: 'angenommen',
      mehrheit: 'einstimmig',
      ja: 11,
      nein: 2,
      enthaltungen: 0,
      ungueltig: null,
      massgeblich: true,
    },
  ],
};

export const vertagt: Ergebnis = {
  ...leer,
  verbleib: 'vertagt',
  folge: { gremium: null, sitzung: null, terminOffen: true },
};

export function verwiesenAn(gremium: string): Ergebnis {
  return { ...leer, verbleib: 'verwiesen', folge: { gremium, sitzung: null, terminOffen: true } };
}

/** Records an outcome; answers with the rules' verdict. */
export async function erfasse(
  welt: Welt,
  person: Demoname,
  vorlage: string,
  beratung: number,
  ergebnis: Ergebnis,
  gesehen?: number,
): Promise<Pruefung & { version: number }> {
  const version = gesehen ?? (await sieh(welt, person, vorlage)).version;
  const { pruefung, version: neu } = welt.gelungen<{ pruefung: Pruefung; version: number }>(
    await welt.als(person).put(`/vorlagen/${vorlage}/beratungen/${beratung}/ergebnis`, {
      version,
      absicht: `ergebnis ${vorlage} ${beratung} ${version}`,
      koerper: { ergebnis },
    }),
    'Ergebnis erfassen',
  );
  return { ...pruefung, version: neu };
}

/** Releases a recorded outcome, confirming its warnings. @returns number of the event */
export async function gibFrei(
  welt: Welt,
  person: Demoname,
  vorlage: string,
  beratung: number,
  bestaetigt: readonly number[] = [],
  gesehen?: number,
): Promise<number> {
  const version = gesehen ?? (await sieh(welt, person, vorlage)).version;
  const antwort = welt.gelungen<{ version: number }>(
    await welt.als(person).post(`/vorlagen/${vorlage}/beratungen/${beratung}/freigabe`, {
      version,
      absicht: `freigabe ${vorlage} ${beratung}`,
      koerper: { bestaetigt },
    }),
    'Ergebnis freigeben',
  );
  return antwort.version;
}

/** Records and releases in one go. */
export async function halteFest(
  welt: Welt,
  person: Demoname,
  vorlage: string,
  beratung: number,
  ergebnis: Ergebnis,
  gesehen?: number,
): Promise<number> {
  const pruefung = await erfasse(welt, person, vorlage, beratung, ergebnis, gesehen);
  welt.erwarte(
    pruefung.widersprueche.length === 0,
    'Das Ergebnis widerspricht sich nicht',
    pruefung.widersprueche,
  );
  return gibFrei(
    welt,
    person,
    vorlage,
    beratung,
    pruefung.warnungen.map((w) => w.zeile),
    pruefung.version,
  );
}
