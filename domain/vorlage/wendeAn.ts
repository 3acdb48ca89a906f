import type { Ergebnis } from '../ergebnis/schema.ts';
import { type Freitext, freitext, lesbar } from '../gemeinsam/freitext.ts';
import type {
  GeplanteBeratung,
  Herkunft,
  NeuesVorlagenereignis,
  VorlagenereignisDaten,
} from './ereignisse.ts';
import type { Beratung, Fassung, Vorlagenstand } from './stand.ts';

/** The next state: a pure fold over the chain, no rules (those decided before the event was written). */
export function wendeAn(
  stand: Vorlagenstand | null,
  { art, daten }: NeuesVorlagenereignis,
  h: Herkunft,
): Vorlagenstand {
  if (art === 'VorlageAngelegt') return lege(daten, h);
  if (!stand) throw new TypeError(`${art} ohne Vorlage`);
  const s: Vorlagenstand = { ...stand, nr: h.nr };
  switch (art) {
    case 'EntwurfGeaendert':
      return { ...s, ...kopf(daten) };
    case 'Eingereicht':
      return {
        ...s,
        ...kopf(daten),
        nummer: daten.nummer,
        datum: daten.datum,
        fassungen: [fassung(daten.fassung, h)],
        phase: 'unterwegs',
        halt: daten.weiter,
        wartenummer: daten.weiter.wartenummer,
      };
    case 'FassungEingereicht':
      return {
        ...s,
        ...kopf(daten),
        fassungen: [...s.fassungen, fassung(daten.fassung, h)],
        phase: 'unterwegs',
        halt: daten.weiter,
        wartenummer: daten.weiter.wartenummer,
      };
    case 'StationFreigegeben':
      return {
        ...s,
        phase: daten.weiter.art === 'beratung' ? 'beratung' : 'unterwegs',
        freigaben: [
          ...s.freigaben,
          {
            station: daten.station,
            fassung: daten.fassung,
            person: h.person,
            vertretungFuer: h.vertretungFuer,
            zeit: h.zeit,
          },
        ],
        halt: daten.weiter,
        wartenummer: daten.weiter.wartenummer,
      };
    case 'Zurueckgewiesen':
      return {
        ...s,
        phase: 'ueberarbeitung',
        zurueckweisung: {
          station: daten.station,
          person: h.person,
          grund: lesbar(daten.grund),
          zeit: h.zeit,
        },
        halt: daten.weiter,
        wartenummer: daten.weiter.wartenummer,
      };
    case 'Zurueckgezogen':
      return {
        ...s,
        phase: s.phase === 'entwurf' ? 'verworfen' : 'zurueckgezogen',
        halt: null,
        letzteFolge: 'zurueckgezogen',
      };
    case 'GremienwegGeaendert': {
      const erledigt = s.gremienweg.filter((b) => b.freigegeben !== null);
      const neu = daten.beratungen.map((b) => {
        const alt = s.gremienweg.find((a) => a.nr === b.nr);
        return alt ? { ...alt, ...b } : beratung(b.nr, b);
      });
      return {
        ...s,
        gremienweg: [...erledigt, ...neu],
        halt: daten.weiter ?? s.halt,
        wartenummer: daten.weiter?.wartenummer ?? s.wartenummer,
      };
    }
    case 'AufTagesordnungGesetzt':
      return {
        ...mitBeratung(s, daten.beratung, (b) => ({
          ...b,
          sitzung: daten.sitzung,
          sitzungsbeginn: daten.sitzungsbeginn,
          datum: daten.datum,
          top: daten.top,
          oeffentlich: daten.oeffentlich,
        })),
        halt: daten.weiter ?? s.halt,
        wartenummer: daten.weiter?.wartenummer ?? s.wartenummer,
        // The detour is over: the graph does not show it a second time.
        letzteFolge: null,
      };
    case 'TopGeaendert':
      return mitBeratung(s, daten.beratung, (b) => ({
        ...b,
        top: daten.top,
        oeffentlich: daten.oeffentlich,
      }));
    case 'VonTagesordnungGenommen':
      return {
        ...mitBeratung(s, daten.beratung, (b) => ({ ...b, sitzung: null, sitzungsbeginn: null, top: null })),
        halt: daten.weiter ?? s.halt,
        wartenummer: daten.weiter?.wartenummer ?? s.wartenummer,
      };
    case 'ErgebnisErfasst':
      return mitBeratung(s, daten.beratung, (b) => ({
        ...b,
        ergebnis: ausEreignis(daten.ergebnis),
        erfasstVon: h.person,
      }));
    case 'ErgebnisFreigegeben': {
      const frei = mitBeratung(s, daten.beratung, (b) => ({
        ...b,
        ergebnis: ausEreignis(daten.ergebnis),
        freigegeben: { person: h.person, zeit: h.zeit, ereignis: h.nr },
      }));
      const gremienweg = daten.eingefuegt.reduce(fuegeEin, frei.gremienweg);
      return {
        ...frei,
        gremienweg,
        letzteFolge: daten.folge,
        phase: daten.weiter
          ? 'beratung'
          : daten.folge === 'zurueckgezogen'
            ? 'zurueckgezogen'
            : 'abgeschlossen',
        halt: daten.weiter,
        wartenummer: daten.weiter?.wartenummer ?? s.wartenummer,
      };
    }
    case 'ErgebnisBerichtigt':
      return mitBeratung(s, daten.beratung, (b) => ({ ...b, ergebnis: ausEreignis(daten.ergebnis) }));
  }
}

function lege(daten: VorlagenereignisDaten<'VorlageAngelegt'>, h: Herkunft): Vorlagenstand {
  return {
    id: h.id,
    koerperschaft: h.koerperschaft,
    art: daten.art,
    nummer: null,
    phase: 'entwurf',
    amt: daten.amt,
    dezernat: daten.dezernat,
    ...kopf(daten),
    verfasser: h.person,
    angelegtAm: h.zeit,
    fassungen: [],
    freigaben: [],
    halt: null,
    wartenummer: 0,
    zurueckweisung: null,
    letzteFolge: null,
    nr: h.nr,
  };
}

function kopf(daten: VorlagenereignisDaten<'EntwurfGeaendert'>) {
  return {
    betreff: lesbar(daten.betreff),
    az: daten.az,
    datum: daten.datum,
    gremienweg: daten.gremienweg.map((b, i) => beratung(i + 1, b)),
  };
}

function beratung(nr: number, b: GeplanteBeratung, folgtAus: number | null = null): Beratung {
  return {
    nr,
    gremium: b.gremium,
    rolle: b.rolle,
    datum: b.datum,
    oeffentlich: b.oeffentlich,
    sitzung: null,
    sitzungsbeginn: null,
    top: null,
    folgtAus,
    ergebnis: null,
    erfasstVon: null,
    freigegeben: null,
  };
}

function fuegeEin(
  weg: Beratung[],
  neu: VorlagenereignisDaten<'ErgebnisFreigegeben'>['eingefuegt'][number],
): Beratung[] {
  const stelle = weg.findIndex((b) => b.nr === neu.nach) + 1;
  const { nach, nr, ...geplant } = neu;
  return [...weg.slice(0, stelle), beratung(nr, geplant, nach), ...weg.slice(stelle)];
}

function fassung(f: VorlagenereignisDaten<'Eingereicht'>['fassung'], h: Herkunft): Fassung {
  return {
    ...f,
    entwurf: { ...f.entwurf, dateiname: lesbar(f.entwurf.dateiname) },
    anlagen: f.anlagen.map((a) => ({
      ...a,
      titel: lesbar(a.titel),
      datei: { ...a.datei, dateiname: lesbar(a.datei.dateiname) },
    })),
    eingereichtVon: h.person,
    eingereichtAm: h.zeit,
  };
}

function mitBeratung(s: Vorlagenstand, nr: number, aendere: (b: Beratung) => Beratung): Vorlagenstand {
  return { ...s, gremienweg: s.gremienweg.map((b) => (b.nr === nr ? aendere(b) : b)) };
}

type ErgebnisImEreignis = VorlagenereignisDaten<'ErgebnisErfasst'>['ergebnis'];

function ausEreignis({ keineBekanntgabe, ...e }: ErgebnisImEreignis): Ergebnis {
  const text = (t: Freitext | null) => (t === null ? null : lesbar(t));
  return {
    ...e,
    abstimmungen: e.abstimmungen.map((a) => ({ ...a, wortlaut: text(a.wortlaut) })),
    wortlaut: text(e.wortlaut),
    vermerk: text(e.vermerk),
    ...(keineBekanntgabe && { keineBekanntgabe: lesbar(keineBekanntgabe) }),
  };
}

/** Wraps the free text of an outcome, so that the chain keeps only its hash. */
export function insEreignis({ keineBekanntgabe, ...e }: Ergebnis): ErgebnisImEreignis {
  const text = (t: string | null) => (t === null ? null : freitext(t));
  return {
    ...e,
    abstimmungen: e.abstimmungen.map((a) => ({ ...a, wortlaut: text(a.wortlaut) })),
    wortlaut: text(e.wortlaut),
    vermerk: text(e.vermerk),
    ...(keineBekanntgabe !== undefined && { keineBekanntgabe: freitext(keineBekanntgabe) }),
  };
}
