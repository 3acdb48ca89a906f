import { deutschesDatum } from '../../domain/gemeinsam/datum.ts';
import type { Anlass, Nachricht } from '../../domain/nachrichten/nachricht.ts';

/** What a mail of one occasion says: its subject and its sentences. */
interface Mailtext {
  readonly betreff: (n: Nachricht) => string;
  readonly saetze: (n: Nachricht) => readonly (string | null)[];
}

const frist = (n: Nachricht) => (n.frist ? `Die Frist endet am ${deutschesDatum(n.frist)}.` : null);
const sitzung = (n: Nachricht) =>
  [n.gremium, n.datum && deutschesDatum(n.datum), n.top && `TOP ${n.top}`].filter(Boolean).join(', ');
const grund = (n: Nachricht) => (n.grund ? `Begründung: ${n.grund}` : null);

/** Where it waits: the Gremium of the Beratung, or the station of the administration. */
const ort = (n: Nachricht) => n.gremium ?? n.station;

/**
 * "UV/0001/2026 – Betreff", or the number alone where the title must not leave the house. A message about
 * the system itself concerns no Vorlage.
 */
export function vorlagenzeile(n: Nachricht): string {
  if (n.vorlage === null) return 'Gremienweg';
  const nummer = n.nummer ?? 'Entwurf';
  return n.betreff ? `${nummer} – ${n.betreff}` : `${nummer} (nichtöffentlich)`;
}

/** The texts of all mails. A town may change the sentences here; facts in braces come from the record. */
export const texte: Readonly<Record<Anlass, Mailtext>> = {
  wartetAufSie: {
    betreff: (n) => `Wartet auf Sie: ${vorlagenzeile(n)}`,
    saetze: (n) => [`Eine Vorlage liegt jetzt bei Ihnen („${ort(n)}“).`, frist(n)],
  },
  zurueckgegeben: {
    betreff: (n) => `Zurückgegeben: ${vorlagenzeile(n)}`,
    saetze: (n) => [
      `${n.station} hat die Vorlage zur Überarbeitung zurückgegeben.`,
      grund(n),
      'Bitte reichen Sie eine neue Fassung ein.',
      frist(n),
    ],
  },
  weitergegeben: {
    betreff: (n) => `Freigabe durch ${n.station}: ${vorlagenzeile(n)}`,
    saetze: (n) => [`Die Freigabe ist erteilt (${n.station}). Die Vorlage ist auf dem weiteren Weg.`],
  },
  neueFassung: {
    betreff: (n) => `Neue Fassung: ${vorlagenzeile(n)}`,
    saetze: () => ['Das Amt hat eine neue Fassung der Vorlage eingereicht.'],
  },
  aufTagesordnung: {
    betreff: (n) => `Auf der Tagesordnung: ${vorlagenzeile(n)}`,
    saetze: (n) => [`Die Vorlage steht auf der Tagesordnung: ${sitzung(n)}.`],
  },
  vonTagesordnung: {
    betreff: (n) => `Von der Tagesordnung genommen: ${vorlagenzeile(n)}`,
    saetze: (n) => [`Die Vorlage steht nicht mehr auf der Tagesordnung: ${sitzung(n)}.`, grund(n)],
  },
  ergebnis: {
    betreff: (n) => `Ergebnis: ${vorlagenzeile(n)}`,
    saetze: (n) => [
      `Das Ergebnis der Beratung ist freigegeben: ${sitzung(n)}.`,
      n.ergebnis ? `Ergebnis: ${n.ergebnis}.` : 'Das Ergebnis sehen Sie nach der Anmeldung.',
      n.naechstes,
    ],
  },
  berichtigt: {
    betreff: (n) => `Ergebnis berichtigt: ${vorlagenzeile(n)}`,
    saetze: (n) => [
      `Ein freigegebenes Ergebnis wurde berichtigt: ${sitzung(n)}.`,
      n.ergebnis ? `Ergebnis jetzt: ${n.ergebnis}.` : 'Das Ergebnis sehen Sie nach der Anmeldung.',
    ],
  },
  zurueckgezogen: {
    betreff: (n) => `Zurückgezogen: ${vorlagenzeile(n)}`,
    saetze: (n) => ['Das Amt hat die Vorlage zurückgezogen.', grund(n)],
  },
  erinnerung: {
    betreff: (n) => `Erinnerung: ${vorlagenzeile(n)}`,
    saetze: (n) => [`Die Vorlage wartet noch auf Sie („${ort(n)}“).`, frist(n)],
  },
  fristAbgelaufen: {
    betreff: (n) => `Frist abgelaufen: ${vorlagenzeile(n)}`,
    saetze: (n) => [
      `Die Frist bei „${ort(n)}“ ist abgelaufen${n.frist ? ` (${deutschesDatum(n.frist)})` : ''}.`,
      'Bitte entscheiden Sie bald; danach wird die nächste Ebene unterrichtet.',
    ],
  },
  eskalation: {
    betreff: (n) => `Überfällig: ${vorlagenzeile(n)}`,
    saetze: (n) => [
      `Die Vorlage liegt seit Ablauf der Frist${n.frist ? ` am ${deutschesDatum(n.frist)}` : ''} bei „${ort(n)}“.`,
    ],
  },
  sitzungVerpasst: {
    betreff: (n) => `Schafft die Sitzung nicht mehr: ${vorlagenzeile(n)}`,
    saetze: (n) => [
      `Nach den Fristen kann die Vorlage ihre Sitzung nicht mehr erreichen: ${sitzung(n)}.`,
      'Bitte beschleunigen Sie, oder planen Sie im Gremienweg einen späteren Tag.',
    ],
  },
  angehalten: {
    betreff: (n) => `Ablauf angehalten: ${n.nummer ?? 'Entwurf'}`,
    saetze: () => [
      'Der Ablauf einer Vorlage wurde nach einem technischen Fehler angehalten.',
      'Bitte entscheiden Sie in der Systembetreuung: erneut versuchen oder abbrechen.',
    ],
  },
  arbeitGescheitert: {
    betreff: () => 'Ausgehende Arbeit gescheitert',
    saetze: () => [
      'Eine ausgehende Arbeit (Mail, Papier oder Weiterleitung) ist dreimal gescheitert.',
      'Bitte sehen Sie in der Systembetreuung nach und stoßen Sie sie erneut an.',
    ],
  },
};
