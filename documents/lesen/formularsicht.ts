import type { Formularsicht } from '../../domain/ergebnis/schema.ts';
import { leseDatum } from '../formular/datum.ts';
import { feldnamen, type Kopffeld } from '../formular/felder.ts';
import {
  angekreuzt,
  beratungstag,
  ergebniskaestchen,
  type Kaestchen,
  papiereigenschaft,
  schlusskaestchen,
  type Zaehlfeld,
} from '../formular/kaestchen.ts';
import type { Dokumentmodell } from '../modell/schema.ts';
import { ablehnen } from './befunde.ts';
import { leseStuecke } from './bloecke.ts';
import { gliedere, koerperbloecke } from './gliederung.ts';
import { createBudget, type Grenzen, standardgrenzen } from './grenzen.ts';
import { istPlatzhalterSteuerung } from './laeufe.ts';
import { oeffnePaket } from './paket.ts';
import { bereinigt, textVon } from './text.ts';
import { createUmgebung } from './umgebung.ts';
import { alle, type Knoten, kind, wert } from './xml.ts';

/** What an official Unterrichtungsvorlage says of itself. Ja, wording and minor votes are not on the form. */
export type GelesenesPapier = {
  readonly felder: { readonly [K in Kopffeld]: string | null };
  readonly fassung: number;
  readonly ereignisHash: string;
  readonly beratungen: readonly {
    readonly datum: string | null;
    readonly gremium: string;
    readonly top: string | null;
    readonly oeffentlich: boolean;
    /** All boxes empty and no counts: no outcome, or one that the form has no box for. */
    readonly formularsicht: Formularsicht;
    readonly vermerk: string | null;
  }[];
  readonly modell: Dokumentmodell;
  readonly anlagen: readonly { readonly titel: string; readonly oeffentlich: boolean }[];
};

/**
 * Reads an official Unterrichtungsvorlage of ours back.
 *
 * @throws Ablehnung if it is none, or if a box and its visible mark disagree.
 */
export async function leseFormularsicht(
  bytes: Uint8Array,
  grenzen: Partial<Grenzen> = {},
): Promise<GelesenesPapier> {
  const budget = createBudget({ ...standardgrenzen, ...grenzen });
  const paket = await oeffnePaket(bytes, budget);
  const eigenschaft = (name: string) => paket.eigenschaften.get(name) ?? '';
  if (!eigenschaft(papiereigenschaft.papier).startsWith('unterrichtungsvorlage/')) ablehnen('FREMDES_PAPIER');
  const steuerelemente = leseSteuerelemente(paket.dokument);
  const text = (tag: string) => {
    const sdt = steuerelemente.get(tag);
    return sdt && !istPlatzhalterSteuerung(sdt) ? bereinigt(textVon(sdt)) || null : null;
  };
  const feld = (name: Kopffeld) => text(feldnamen.find((f) => f.feld === name)?.tag ?? '');
  const umgebung = createUmgebung(paket, budget);
  const gliederung = gliedere(leseStuecke(umgebung), 0, true);
  return {
    felder: {
      nummer: feld('nummer'),
      datum: alsDatum(feld('datum')),
      dezernat: feld('dezernat'),
      verfasser: feld('verfasser'),
      az: feld('az'),
      betreff: feld('betreff'),
    },
    fassung: Number(eigenschaft(papiereigenschaft.fassung)),
    ereignisHash: eigenschaft(papiereigenschaft.ereignis),
    beratungen: nummern((n) => steuerelemente.has(beratungstag(n, 'gremium'))).map((n) => ({
      datum: alsDatum(text(beratungstag(n, 'datum'))),
      gremium: text(beratungstag(n, 'gremium')) ?? '',
      top: text(beratungstag(n, 'top')),
      oeffentlich: text(beratungstag(n, 'teil')) === 'öffentlich',
      formularsicht: leseKaestchen(n, steuerelemente, text),
      vermerk: text(beratungstag(n, 'vermerk')),
    })),
    modell: { schemaVersion: 1, bloecke: koerperbloecke(gliederung) },
    anlagen: nummern((n) => steuerelemente.has(`gw.anlage.${n}.titel`)).map((n) => ({
      titel: text(`gw.anlage.${n}.titel`) ?? '',
      oeffentlich: text(`gw.anlage.${n}.teil`) !== 'nichtöffentlich',
    })),
  };
}

function leseSteuerelemente(dokument: Knoten): Map<string, Knoten> {
  const ergebnis = new Map<string, Knoten>();
  for (const sdt of alle(dokument, 'w:sdt')) {
    const tag = wert(kind(sdt, 'w:sdtPr'), 'w:tag');
    if (tag !== undefined && !ergebnis.has(tag)) ergebnis.set(tag, sdt);
  }
  return ergebnis;
}

/** 1, 2, 3 ... as long as there is one. */
function nummern(gibtEs: (nummer: number) => boolean): number[] {
  const ergebnis: number[] = [];
  for (let n = 1; gibtEs(n); n++) ergebnis.push(n);
  return ergebnis;
}

function alsDatum(text: string | null): string | null {
  return text === null ? null : leseDatum(text);
}

function leseKaestchen(
  nummer: number,
  steuerelemente: ReadonlyMap<string, Knoten>,
  text: (tag: string) => string | null,
): Formularsicht {
  const gesetzt = (name: Kaestchen) => zustand(steuerelemente.get(beratungstag(nummer, name)), name);
  const anzahl = (name: Zaehlfeld) => {
    const roh = text(beratungstag(nummer, name));
    return roh !== null && /^\d+$/.test(roh) ? Number(roh) : null;
  };
  const namen = [...ergebniskaestchen.flat(), ...schlusskaestchen];
  const zustaende = Object.fromEntries(namen.map((name) => [name, gesetzt(name)])) as Record<
    Kaestchen,
    boolean
  >;
  return { ...zustaende, enthaltungen: anzahl('enthaltungen'), gegenstimmen: anzahl('gegenstimmen') };
}

/** A box says its state twice, for machines and for eyes; a paper where they differ was tampered with. */
function zustand(sdt: Knoten | undefined, name: string): boolean {
  const kaestchen = kind(kind(sdt, 'w:sdtPr'), 'w14:checkbox');
  if (!sdt || !kaestchen) ablehnen('FREMDES_PAPIER', name);
  const marke = kind(kaestchen, 'w14:checked')?.attribute.get('w14:val');
  const gesetzt = marke === '1' || marke === 'true';
  if (gesetzt !== textVon(sdt).includes(angekreuzt)) ablehnen('KAESTCHEN_WIDERSPRUCH', name);
  return gesetzt;
}
