import type { Anlass, Nachricht } from '../../../domain/nachrichten/nachricht.ts';
import { tag } from '../../format/datum.ts';

/** Where it waits: the Gremium of the Beratung, or the station of the administration. */
const ort = (n: Nachricht) => n.gremium ?? n.station ?? 'einer Station';
const frist = (n: Nachricht) => (n.frist ? ` Die Frist endet am ${tag(n.frist)}.` : '');
const sitzung = (n: Nachricht) =>
  [n.gremium, n.datum && tag(n.datum), n.top && `TOP ${n.top}`].filter(Boolean).join(', ');

const saetze: Readonly<Record<Anlass, (n: Nachricht) => string>> = {
  wartetAufSie: (n) => `Liegt jetzt bei Ihnen („${ort(n)}“).${frist(n)}`,
  zurueckgegeben: (n) => `${n.station} hat sie zur Überarbeitung zurückgegeben.${frist(n)}`,
  weitergegeben: (n) => `Die Freigabe ist erteilt: ${n.station}.`,
  neueFassung: () => 'Das Amt hat eine neue Fassung eingereicht.',
  aufTagesordnung: (n) => `Steht auf der Tagesordnung: ${sitzung(n)}.`,
  vonTagesordnung: (n) => `Steht nicht mehr auf der Tagesordnung: ${sitzung(n)}.`,
  ergebnis: (n) =>
    `Das Ergebnis ist freigegeben (${sitzung(n)})${n.ergebnis ? `: ${n.ergebnis}` : ''}.${n.naechstes ? ` ${n.naechstes}` : ''}`,
  berichtigt: (n) =>
    `Das Ergebnis wurde berichtigt (${sitzung(n)})${n.ergebnis ? `, jetzt: ${n.ergebnis}` : ''}.`,
  zurueckgezogen: () => 'Das Amt hat sie zurückgezogen.',
  erinnerung: (n) => `Wartet noch auf Sie („${ort(n)}“).${frist(n)}`,
  fristAbgelaufen: (n) =>
    `Die Frist bei „${ort(n)}“ ist abgelaufen${n.frist ? ` (${tag(n.frist)})` : ''}. Bitte entscheiden Sie bald.`,
  eskalation: (n) => `Liegt seit Ablauf der Frist${n.frist ? ` am ${tag(n.frist)}` : ''} bei „${ort(n)}“.`,
  sitzungVerpasst: (n) => `Kann nach den Fristen ihre Sitzung nicht mehr erreichen: ${sitzung(n)}.`,
  angehalten: () => 'Der Ablauf wurde nach einem technischen Fehler angehalten.',
  arbeitGescheitert: () => 'Eine ausgehende Arbeit (Mail oder Papier) ist dreimal gescheitert.',
};

/** What happened, in the words of the mail. */
export function nachrichtensatz(n: Nachricht): string {
  return saetze[n.anlass](n);
}

/** Number and Betreff; of a nichtoeffentlich Vorlage the number alone. */
export function nachrichtentitel(n: Nachricht): string {
  if (n.vorlage === null) return 'Systembetreuung';
  const nummer = n.nummer ?? 'Entwurf';
  return n.betreff ? `${nummer} ${n.betreff}` : `${nummer} (nichtöffentlich)`;
}
