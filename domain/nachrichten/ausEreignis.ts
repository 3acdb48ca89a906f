import { ergebnisInWorten } from '../ergebnis/in-worten.ts';
import { deutschesDatum } from '../gemeinsam/datum.ts';
import { lesbar } from '../gemeinsam/freitext.ts';
import type { Stelle } from '../rollen/stelle.ts';
import type { NeuesVorlagenereignis } from '../vorlage/ereignisse.ts';
import { beratungNr, istOeffentlich, offeneBeratung, type Vorlagenstand } from '../vorlage/stand.ts';
import {
  type Anlass,
  betriebsnachricht,
  type Empfaenger,
  type Nachricht,
  type Zustellung,
} from './nachricht.ts';

/**
 * Who hears what of one event: pure, so that running it twice gives the same mails.
 * @param gremium name of a Gremium by its id
 */
export function zustellungen(
  ereignis: NeuesVorlagenereignis,
  vorher: Vorlagenstand | null,
  nachher: Vorlagenstand,
  gremium: (id: string) => string = (id) => id,
): Zustellung[] {
  const dezernat: Stelle = { rolle: 'Dezernat', bereich: nachher.dezernat };
  const amtsleitung: Stelle = { rolle: 'Amtsleitung', bereich: nachher.amt.nr };
  const verfasser = verfasserVon(nachher);
  const sende = (anlass: Anlass, an: readonly Empfaenger[], mehr: Partial<Nachricht> = {}): Zustellung[] =>
    an.map((empfaenger) => ({ an: empfaenger, nachricht: nachrichtVon(nachher, anlass, mehr) }));

  const { art, daten } = ereignis;
  switch (art) {
    case 'Eingereicht':
      return sende('wartetAufSie', halter(nachher));
    case 'FassungEingereicht':
      return [...sende('wartetAufSie', halter(nachher)), ...sende('neueFassung', [dezernat])];
    case 'StationFreigegeben':
      return [
        ...sende('wartetAufSie', halter(nachher)),
        ...sende('weitergegeben', [dezernat, verfasser], {
          station: daten.weiter.art === 'beratung' ? `Formprüfung (${daten.station})` : daten.station,
        }),
      ];
    case 'Zurueckgewiesen':
      return sende('zurueckgegeben', [verfasser, ...(vorher?.halt?.rolle === 'Dezernat' ? [] : [dezernat])], {
        station: daten.station,
        grund: lesbar(daten.grund),
      });
    case 'Zurueckgezogen':
      if (nachher.phase === 'verworfen') return [];
      return sende(
        'zurueckgezogen',
        [...(vorher ? halter(vorher) : []), ...sitzungsdienste(vorher), dezernat, amtsleitung],
        { grund: lesbar(daten.grund) },
      );
    case 'VonTagesordnungGenommen': {
      const beratung = beratungNr(nachher, daten.beratung);
      return sende('vonTagesordnung', [verfasser, dezernat, amtsleitung], {
        gremium: beratung?.gremium ?? null,
        datum: beratung?.datum ?? null,
        grund: lesbar(daten.grund),
      });
    }
    case 'AufTagesordnungGesetzt': {
      const beratung = beratungNr(nachher, daten.beratung);
      return sende('aufTagesordnung', [verfasser, dezernat, amtsleitung], {
        gremium: beratung?.gremium ?? null,
        datum: daten.datum,
        top: daten.top,
      });
    }
    case 'TopGeaendert': {
      const beratung = beratungNr(nachher, daten.beratung);
      // Only the part is news: the number alone changes with every item that comes before it.
      if (!beratung || (vorher && beratungNr(vorher, daten.beratung)?.oeffentlich === daten.oeffentlich)) {
        return [];
      }
      return sende('aufTagesordnung', [verfasser, dezernat, amtsleitung], {
        gremium: beratung.gremium,
        datum: beratung.datum,
        top: daten.top,
      });
    }
    case 'ErgebnisFreigegeben':
    case 'ErgebnisBerichtigt': {
      const beratung = beratungNr(nachher, daten.beratung);
      if (!beratung?.ergebnis) return [];
      return [
        ...sende(
          art === 'ErgebnisFreigegeben' ? 'ergebnis' : 'berichtigt',
          [verfasser, dezernat, amtsleitung],
          {
            gremium: beratung.gremium,
            datum: beratung.datum,
            top: beratung.top,
            ergebnis: ergebnisInWorten(beratung.ergebnis, { gremium }),
            naechstes: wieWeiter(nachher),
          },
        ),
        ...(art === 'ErgebnisFreigegeben' && wechseltDieHand(vorher, nachher)
          ? sende('wartetAufSie', halter(nachher))
          : []),
      ];
    }
    case 'GremienwegGeaendert':
      return wechseltDieHand(vorher, nachher) ? sende('wartetAufSie', halter(nachher)) : [];
    default:
      return [];
  }
}

/** A message about a Vorlage; of a nichtoeffentlich one neither title nor reason nor result leave. */
export function nachrichtVon(stand: Vorlagenstand, anlass: Anlass, mehr: Partial<Nachricht> = {}): Nachricht {
  const oeffentlich = istOeffentlich(stand);
  const ganze: Nachricht = {
    ...betriebsnachricht(anlass),
    vorlage: stand.id,
    nummer: stand.nummer,
    betreff: stand.betreff,
    oeffentlich,
    station: stand.halt?.station ?? null,
    frist: stand.halt?.frist ?? null,
    // The committee's station carries the name of the first one; who waits now may be another.
    gremium: stand.halt?.art === 'beratung' ? stand.halt.bereich : null,
    ...mehr,
  };
  return oeffentlich ? ganze : ohneVertrauliches(ganze);
}

/** What of a message about a nichtoeffentlich Vorlage may leave the house. */
export function ohneVertrauliches(n: Nachricht): Nachricht {
  return { ...n, oeffentlich: false, betreff: null, grund: null, ergebnis: null };
}

/** The clerk who wrote it, or who sits in that Amt once the clerk has gone. */
function verfasserVon(stand: Vorlagenstand): Empfaenger {
  return { person: stand.verfasser, sonst: { rolle: 'Sachbearbeitung', bereich: stand.amt.nr } };
}

/** Who has it on an agenda that is not held yet. */
function sitzungsdienste(stand: Vorlagenstand | null): Empfaenger[] {
  const angesetzt = stand?.gremienweg.filter((b) => b.sitzung !== null && b.freigegeben === null) ?? [];
  return angesetzt.map((b) => ({ rolle: 'Sitzungsdienst', bereich: b.gremium }));
}

/** Those who hold the Vorlage now. */
export function halter(stand: Vorlagenstand): Empfaenger[] {
  if (!stand.halt) return [];
  if (stand.halt.art === 'ueberarbeitung') return [verfasserVon(stand)];
  return [{ rolle: stand.halt.rolle, bereich: stand.halt.bereich }];
}

function wechseltDieHand(vorher: Vorlagenstand | null, nachher: Vorlagenstand): boolean {
  return nachher.halt !== null && nachher.halt.bereich !== vorher?.halt?.bereich;
}

function wieWeiter(stand: Vorlagenstand): string {
  const tag = offeneBeratung(stand)?.datum;
  const termin = tag ? `am ${deutschesDatum(tag)}` : 'der Termin steht noch nicht fest';
  switch (stand.letzteFolge) {
    case 'verwiesen':
      return `Die Vorlage geht in ein anderes Gremium (${termin}) und kommt danach zurück.`;
    case 'vertagt':
    case 'nichtBehandelt':
    case 'abgesetzt':
      return `Die Vorlage wird wieder aufgerufen (${termin}).`;
    default:
      return stand.halt ? `Es folgt die nächste Beratung (${termin}).` : 'Der Gremienweg ist abgeschlossen.';
  }
}
