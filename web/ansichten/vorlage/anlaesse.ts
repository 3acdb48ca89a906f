import type { Anlass } from '../../../domain/nachrichten/nachricht.ts';

/** What somebody was told, in a few words. */
export const zustellungsanlaesse: Readonly<Record<Anlass, string>> = {
  wartetAufSie: 'wartet auf diese Person',
  zurueckgegeben: 'zur Überarbeitung zurückgegeben',
  weitergegeben: 'eine Station weiter',
  neueFassung: 'neue Fassung',
  aufTagesordnung: 'auf der Tagesordnung',
  vonTagesordnung: 'von der Tagesordnung genommen',
  ergebnis: 'Ergebnis freigegeben',
  berichtigt: 'Ergebnis berichtigt',
  zurueckgezogen: 'zurückgezogen',
  erinnerung: 'Erinnerung vor der Frist',
  fristAbgelaufen: 'Frist abgelaufen',
  eskalation: 'Frist bei anderen abgelaufen',
  sitzungVerpasst: 'erreicht ihre Sitzung nicht mehr',
  angehalten: 'Ablauf angehalten',
  arbeitGescheitert: 'ausgehende Arbeit gescheitert',
};
