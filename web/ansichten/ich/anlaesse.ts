/** Every reason for a notice, as a person reads it, and whether it usually comes at once. */
export const anlassnamen: Readonly<Record<string, { readonly name: string; readonly sofort: boolean }>> = {
  wartetAufSie: { name: 'Eine Vorlage wartet auf mich', sofort: true },
  zurueckgegeben: { name: 'Eine Vorlage wurde zurückgegeben', sofort: true },
  weitergegeben: { name: 'Eine Vorlage ist eine Station weiter', sofort: false },
  neueFassung: { name: 'Es gibt eine neue Fassung', sofort: false },
  aufTagesordnung: { name: 'Eine Vorlage steht auf einer Tagesordnung', sofort: false },
  vonTagesordnung: { name: 'Eine Vorlage wurde von der Tagesordnung genommen', sofort: false },
  ergebnis: { name: 'Ein Ergebnis ist freigegeben', sofort: true },
  berichtigt: { name: 'Ein Ergebnis wurde berichtigt', sofort: false },
  zurueckgezogen: { name: 'Eine Vorlage wurde zurückgezogen', sofort: false },
  erinnerung: { name: 'Erinnerung vor einer Frist', sofort: true },
  fristAbgelaufen: { name: 'Eine Frist ist abgelaufen', sofort: true },
  eskalation: { name: 'Bei anderen ist eine Frist abgelaufen', sofort: true },
  sitzungVerpasst: { name: 'Eine Vorlage schafft ihre Sitzung nicht mehr', sofort: true },
  angehalten: { name: 'Ein Ablauf wurde angehalten', sofort: true },
  arbeitGescheitert: { name: 'Ausgehende Arbeit ist gescheitert', sofort: true },
};

export function ueblicherweiseSofort(): string[] {
  return Object.keys(anlassnamen).filter((a) => anlassnamen[a]?.sofort);
}
