import fc from 'fast-check';
import type { Ergebnis } from '../../../domain/ergebnis/schema.ts';
import { aendere } from '../../../domain/vorlage/befehle/aendern.ts';
import { legeAn } from '../../../domain/vorlage/befehle/anlegen.ts';
import { setzeAufTagesordnung } from '../../../domain/vorlage/befehle/aufTagesordnung.ts';
import { reicheEin, reicheFassungEin } from '../../../domain/vorlage/befehle/einreichen.ts';
import { entscheide } from '../../../domain/vorlage/befehle/entscheiden.ts';
import type { Entscheidung } from '../../../domain/vorlage/befehle/entscheidung.ts';
import { berichtige, erfasse, gibFrei } from '../../../domain/vorlage/befehle/ergebnis.ts';
import { aendereGremienweg } from '../../../domain/vorlage/befehle/gremienwegAendern.ts';
import { aendereTop } from '../../../domain/vorlage/befehle/topAendern.ts';
import { nimmVonTagesordnung } from '../../../domain/vorlage/befehle/vonTagesordnung.ts';
import { zieheZurueck } from '../../../domain/vorlage/befehle/zurueckziehen.ts';
import type { NeuesVorlagenereignis } from '../../../domain/vorlage/ereignisse.ts';
import type { Beratung, Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import {
  abgesetzt,
  alleZeilen,
  amt,
  ausgang,
  beschluss,
  einreichung,
  entscheidung,
  geplant,
  imProtokoll,
  kopf,
  nichtBehandelt,
  sitzung,
  umgebung,
  vertagt,
  verwiesenAn,
  wende,
  zurueckgezogen,
} from './hilfen.ts';

/** One event of a run with the states around it. */
export interface Schritt {
  readonly ereignis: NeuesVorlagenereignis;
  readonly vorher: Vorlagenstand | null;
  readonly nachher: Vorlagenstand;
}

type Versuch = (stand: Vorlagenstand) => Entscheidung;

const gremium = fc.constantFrom('sozialausschuss', 'hauptausschuss', 'rat');
const geplante = fc
  .record({
    gremium,
    rolle: fc.constantFrom('Kenntnisnahme' as const, 'Vorberatung' as const, 'Entscheidung' as const),
    datum: fc.constantFrom(null, '2026-04-22', '2026-05-20'),
    oeffentlich: fc.boolean(),
  })
  .map(({ gremium: g, ...mehr }) => geplant(g, mehr));
const koepfe = fc.array(geplante, { minLength: 1, maxLength: 3 }).map((g) => kopf({ gremienweg: g }));
const ergebnisse = fc.oneof(
  fc.constantFrom<Ergebnis>(ausgang(), beschluss, vertagt, abgesetzt, nichtBehandelt),
  fc.constantFrom<Ergebnis>(zurueckgezogen, ausgang({ verbleib: 'ohneBE' })),
  gremium.map(verwiesenAn),
);

/** Picks one of the Beratungen by a random number; an empty list cannot be. */
function waehle(stand: Vorlagenstand, wahl: number, passt: (b: Beratung) => boolean = () => true): number {
  const liste = stand.gremienweg.filter(passt);
  return (liste[wahl % Math.max(liste.length, 1)] ?? stand.gremienweg[0])?.nr ?? 0;
}
const wahl = fc.nat({ max: 9 });
const offen = (b: Beratung) => b.freigegeben === null;

const einreichen = koepfe.map(
  (k): Versuch =>
    (s) =>
      s.phase === 'ueberarbeitung'
        ? reicheFassungEin(s, einreichung(s.fassungen.length + 1), k, umgebung('clerk'))
        : reicheEin(s, einreichung(), k, 'UV/0001/2026', umgebung('clerk')),
);
const entscheiden = fc.boolean().map(
  (ja): Versuch =>
    (s) =>
      entscheide(s, entscheidung(s, ja ? 'freigegeben' : 'zurueckgewiesen'), umgebung('leitung')),
);
const freigeben: fc.Arbitrary<Versuch> = fc.constant((s) =>
  entscheide(s, entscheidung(s, 'freigegeben'), umgebung('leitung')),
);
const ansetzen = fc.tuple(wahl, fc.boolean(), fc.nat({ max: 99 })).map(
  ([w, oeffentlich, nummer]): Versuch =>
    (s) => {
      const nr = waehle(s, w, (b) => offen(b) && b.sitzung === null);
      const befehl = {
        vorlage: s.id,
        beratung: nr,
        top: `${oeffentlich ? 'Ö' : 'N'} ${nummer + 1}`,
        oeffentlich,
      };
      const wo = s.gremienweg.find((b) => b.nr === nr)?.gremium ?? '';
      return setzeAufTagesordnung(
        s,
        befehl,
        { ...sitzung, id: `s-${nr}`, gremium: wo },
        umgebung('sekretaer'),
      );
    },
);
const umnummerieren = fc.tuple(wahl, fc.boolean(), fc.nat({ max: 99 })).map(
  ([w, oeffentlich, nummer]): Versuch =>
    (s) => {
      const nr = waehle(s, w, (b) => offen(b) && b.sitzung !== null);
      const wo = s.gremienweg.find((b) => b.nr === nr)?.sitzung ?? '';
      const top = `${oeffentlich ? 'Ö' : 'N'} ${nummer + 1}`;
      return aendereTop(s, { beratung: nr, top, oeffentlich }, { id: wo });
    },
);
const entnehmen = wahl.map(
  (w): Versuch =>
    (s) => {
      const nr = waehle(s, w, (b) => offen(b) && b.sitzung !== null);
      const befehl = { vorlage: s.id, beratung: nr, begruendung: 'Referentin verhindert' };
      const wo = s.gremienweg.find((b) => b.nr === nr)?.sitzung ?? '';
      return nimmVonTagesordnung(s, befehl, { id: wo }, umgebung('sekretaer'));
    },
);
const erfassen = fc.tuple(wahl, ergebnisse).map(
  ([w, e]): Versuch =>
    (s) =>
      erfasse(
        s,
        waehle(s, w, (b) => offen(b) && b.sitzung !== null),
        e,
      ),
);
const ergebnisFreigeben = wahl.map(
  (w): Versuch =>
    (s) =>
      gibFrei(
        s,
        waehle(s, w, (b) => offen(b) && b.ergebnis !== null),
        alleZeilen,
        imProtokoll(),
      ),
);
const berichtigen = fc.tuple(wahl, fc.option(ergebnisse)).map(
  ([w, anderes]): Versuch =>
    (s) => {
      const nr = waehle(s, w, (b) => !offen(b));
      const bisher = s.gremienweg.find((b) => b.nr === nr)?.ergebnis ?? ausgang();
      const ergebnis = anderes ?? { ...bisher, vermerk: 'Berichtigt.' };
      const befehl = { ergebnis, begruendung: 'Zählfehler', bestaetigt: alleZeilen };
      return berichtige(s, nr, befehl, imProtokoll());
    },
);
const umlenken = fc.tuple(fc.array(geplante, { maxLength: 2 }), fc.boolean()).map(
  ([neue, neueZuerst]): Versuch =>
    (s) => {
      const bleiben = s.gremienweg.filter(offen).map(({ nr, gremium: g, rolle, datum, oeffentlich }) => ({
        nr,
        gremium: g,
        rolle,
        datum,
        oeffentlich,
      }));
      const dazu = neue.map((b) => ({ nr: null, ...b }));
      const beratungen = neueZuerst ? [...dazu, ...bleiben] : [...bleiben, ...dazu];
      return aendereGremienweg(s, { beratungen, begruendung: 'Zuständigkeit' }, umgebung('clerk'));
    },
);
const zurueckziehen: fc.Arbitrary<Versuch> = fc.constant((s) =>
  zieheZurueck(s, { begruendung: 'Erledigt' }, umgebung('clerk')),
);
const aendern = koepfe.map(
  (k): Versuch =>
    (s) =>
      aendere(s, k),
);

/** Commands in any order; more of those that carry on, so that runs reach the Beratung and its outcomes. */
const versuche = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: einreichen },
    { weight: 8, arbitrary: freigeben },
    { weight: 1, arbitrary: entscheiden },
    { weight: 6, arbitrary: ansetzen },
    { weight: 1, arbitrary: entnehmen },
    { weight: 2, arbitrary: umnummerieren },
    { weight: 6, arbitrary: erfassen },
    { weight: 6, arbitrary: ergebnisFreigeben },
    { weight: 2, arbitrary: berichtigen },
    { weight: 2, arbitrary: umlenken },
    { weight: 1, arbitrary: aendern },
    { weight: 1, arbitrary: fc.nat({ max: 9 }).chain((n) => (n === 0 ? zurueckziehen : aendern)) },
  ),
  { minLength: 5, maxLength: 60, size: 'max' },
);

/** A run: commands tried one after the other; what the rules refuse leaves no trace. */
export const laeufe: fc.Arbitrary<readonly Schritt[]> = fc.tuple(koepfe, versuche).map(([k, liste]) => {
  const schritte: Schritt[] = [];
  const schreibe = (vorher: Vorlagenstand | null, antwort: Entscheidung): Vorlagenstand | null => {
    let stand = vorher;
    for (const ereignis of antwort.ok ? antwort.ereignisse : []) {
      const nachher = wende(stand, ereignis, 'person');
      schritte.push({ ereignis, vorher: stand, nachher });
      stand = nachher;
    }
    return stand;
  };
  let stand = schreibe(null, legeAn({ art: 'UV', amt: '50', ...k }, amt));
  for (const versuch of liste) if (stand) stand = schreibe(stand, versuch(stand));
  return schritte;
});
