import { ergebnisInWorten } from '../../../domain/ergebnis/in-worten.ts';
import type { Ergebnis } from '../../../domain/ergebnis/schema.ts';
import type { NeuesVorlagenereignis } from '../../../domain/vorlage/ereignisse.ts';
import type { Halt } from '../../../domain/vorlage/stand.ts';
import { tag, zeitpunkt } from '../datum.ts';
import type { Namen, Saetze } from './namen.ts';
import { aufzaehlung, teil, zitat, zusatz } from './text.ts';

/** Where it goes next, as the end of a sentence. */
function weiter(halt: Halt | null, namen: Namen): string {
  if (!halt) return '';
  return ` Sie liegt jetzt bei: ${namen.stelle(halt)} (Frist ${tag(halt.frist)}).`;
}

/** The words of an outcome do not depend on its free texts, which an event holds in another shape. */
function ergebnis(e: unknown, namen: Namen): string {
  return ergebnisInWorten(e as Ergebnis, { gremium: namen.gremium });
}

const beratungen = (weg: readonly { readonly gremium: string }[], namen: Namen) =>
  aufzaehlung(weg.map((b) => namen.gremium(b.gremium)));

/** One sentence or two for each event of a Vorlage. */
export const vorlagensaetze: Saetze<NeuesVorlagenereignis> = {
  VorlageAngelegt: (d, n) =>
    `Entwurf${zitat(d.betreff)} angelegt (${d.art}, Amt ${d.amt.nr}, Dezernat ${d.dezernat}). Gremienweg: ${beratungen(d.gremienweg, n)}.`,
  EntwurfGeaendert: (d, n) =>
    `Entwurf geändert:${zitat(d.betreff) || ' Angaben'}. Gremienweg: ${beratungen(d.gremienweg, n)}.`,
  Eingereicht: (d, n) => `Als ${d.nummer} eingereicht (Fassung 1).${weiter(d.weiter, n)}`,
  FassungEingereicht: (d, n) => `Fassung ${d.fassung.nr} eingereicht.${weiter(d.weiter, n)}`,
  StationFreigegeben: (d, n) =>
    `Fassung ${d.fassung} freigegeben (Station ${d.station}).${zusatz('Bemerkung', d.bemerkung)}${weiter(d.weiter, n)}`,
  Zurueckgewiesen: (d, n) =>
    `Fassung ${d.fassung} zurückgegeben (Station ${d.station}).${zusatz('Begründung', d.grund)}${weiter(d.weiter, n)}`,
  Zurueckgezogen: (d) => `Zurückgezogen.${zusatz('Begründung', d.grund)}`,
  GremienwegGeaendert: (d, n) =>
    `Gremienweg geändert, offen sind jetzt: ${beratungen(d.beratungen, n)}.${zusatz('Begründung', d.grund)}${weiter(d.weiter, n)}`,
  AufTagesordnungGesetzt: (d) =>
    `Beratung ${d.beratung} als TOP ${d.top} (${teil(d.oeffentlich)}) auf die Tagesordnung gesetzt, Sitzung am ${zeitpunkt(d.sitzungsbeginn)}.`,
  TopGeaendert: (d) => `Beratung ${d.beratung} ist jetzt TOP ${d.top} (${teil(d.oeffentlich)}).`,
  VonTagesordnungGenommen: (d, n) =>
    `Beratung ${d.beratung} von der Tagesordnung genommen.${zusatz('Begründung', d.grund)}${weiter(d.weiter, n)}`,
  ErgebnisErfasst: (d, n) =>
    `Ergebnis der Beratung ${d.beratung} erfasst, noch nicht freigegeben: ${ergebnis(d.ergebnis, n)}.`,
  ErgebnisFreigegeben: (d, n) => {
    const bestaetigt =
      d.bestaetigt.length === 0
        ? ''
        : ` Bestätigte Hinweise: Regel ${aufzaehlung(d.bestaetigt.map(String))}.`;
    const neu = d.eingefuegt.length === 0 ? '' : ` Neu im Gremienweg: ${beratungen(d.eingefuegt, n)}.`;
    return `Ergebnis der Beratung ${d.beratung} freigegeben: ${ergebnis(d.ergebnis, n)}.${bestaetigt}${neu}${weiter(d.weiter, n)}`;
  },
  ErgebnisBerichtigt: (d, n) =>
    `Ergebnis der Beratung ${d.beratung} berichtigt, jetzt: ${ergebnis(d.ergebnis, n)}.${zusatz('Begründung', d.grund)}`,
};
