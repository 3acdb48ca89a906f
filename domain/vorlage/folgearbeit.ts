import { suchindex } from '../suche/suchindex.ts';
import type { NeuesVorlagenereignis } from './ereignisse.ts';
import { beratungNr, type Vorlagenstand } from './stand.ts';

/**
 * Outgoing work that follows from one event, stored as items in the same transaction. Every kind may run
 * twice. `schluessel` is unique per piece of work, so that it is put only once.
 */
export type Folgearbeit =
  | {
      readonly zweck: 'start';
      readonly schluessel: string;
      readonly daten: { vorlage: string; runde: number };
    }
  | {
      readonly zweck: 'wecken';
      readonly schluessel: string;
      readonly daten: { vorlage: string; wartenummer: number; ereignis: number };
    }
  | {
      readonly zweck: 'benachrichtigen';
      readonly schluessel: string;
      readonly daten: { vorlage: string; ereignis: number };
    }
  | {
      readonly zweck: 'papier';
      readonly schluessel: string;
      readonly daten: { vorlage: string; ereignis: number };
    }
  | {
      readonly zweck: 'suche';
      readonly schluessel: string;
      readonly daten: { vorlage: string };
    };

const papierNach: ReadonlySet<string> = new Set([
  'Eingereicht',
  'FassungEingereicht',
  'ErgebnisFreigegeben',
  'ErgebnisBerichtigt',
]);
const ohneNachricht: ReadonlySet<string> = new Set([
  'VorlageAngelegt',
  'EntwurfGeaendert',
  'ErgebnisErfasst',
]);

/** @param vorher state before the event (null for the first), `nachher` after it */
export function folgearbeiten(
  ereignis: NeuesVorlagenereignis,
  vorher: Vorlagenstand | null,
  nachher: Vorlagenstand,
): Folgearbeit[] {
  const vorlage = nachher.id;
  const nr = nachher.nr;
  const schluessel = (zweck: string) => `${vorlage}#${String(nr).padStart(6, '0')}#${zweck}`;
  const arbeit: Folgearbeit[] = [];
  if (ereignis.art === 'Eingereicht') {
    arbeit.push({ zweck: 'start', schluessel: schluessel('start'), daten: { vorlage, runde: 1 } });
  }
  const gewartet = vorher?.halt;
  if (gewartet && gewartet.wartenummer !== nachher.halt?.wartenummer) {
    const daten = { vorlage, wartenummer: gewartet.wartenummer, ereignis: nr };
    arbeit.push({ zweck: 'wecken', schluessel: schluessel('wecken'), daten });
  }
  if (!ohneNachricht.has(ereignis.art) && !nurNummer(ereignis, vorher)) {
    const daten = { vorlage, ereignis: nr };
    arbeit.push({ zweck: 'benachrichtigen', schluessel: schluessel('benachrichtigen'), daten });
  }
  if (papierNach.has(ereignis.art)) {
    arbeit.push({ zweck: 'papier', schluessel: schluessel('papier'), daten: { vorlage, ereignis: nr } });
  }
  if (!vorher || JSON.stringify(suchindex(vorher)) !== JSON.stringify(suchindex(nachher))) {
    arbeit.push({ zweck: 'suche', schluessel: schluessel('suche'), daten: { vorlage } });
  }
  return arbeit;
}

/** Erased words leave the index as well. It names no event: erasing is none. */
export function folgearbeitenNachLoeschung(stand: Vorlagenstand, ereignis: number): Folgearbeit[] {
  const schluessel = `${stand.id}#${String(ereignis).padStart(6, '0')}#geloescht#suche`;
  return [{ zweck: 'suche', schluessel, daten: { vorlage: stand.id } }];
}

/** A renumbered agenda is no news; that an item moved into the nichtoeffentlich part is. */
function nurNummer({ art, daten }: NeuesVorlagenereignis, vorher: Vorlagenstand | null): boolean {
  if (art !== 'TopGeaendert' || !vorher) return false;
  return beratungNr(vorher, daten.beratung)?.oeffentlich === daten.oeffentlich;
}
