import { ausgefuellt, entscheidetSache, massgebliche } from './regeln/begriffe.ts';
import type { Abstimmung, Ergebnis, Formularsicht } from './schema.ts';

/** The form of a Beratung without a result: every box empty. */
export const leereSicht: Formularsicht = {
  einstimmig: false,
  mehrheitlich: false,
  abgelehnt: false,
  kenntnis: false,
  verwiesen: false,
  vertagt: false,
  ohneBE: false,
  abgesetzt: false,
  geaendert: false,
  enthaltungen: null,
  gegenstimmen: null,
};

/** The one vote whose boxes and counts the form prints: the massgebliche, where its kind of end has boxes. */
function gedruckteAbstimmung(e: Ergebnis): Abstimmung | undefined {
  const a = massgebliche(e);
  if (a === undefined || a.gegenstand === 'Teil' || a.gegenstand === 'Aenderungsantrag') return undefined;
  if (e.verbleib === 'behandelt') return a;
  const mitVerfahren = e.verbleib === 'verwiesen' || e.verbleib === 'vertagt' || e.verbleib === 'abgesetzt';
  return mitVerfahren && a.gegenstand === 'Verfahren' ? a : undefined;
}

function ohneKaestchen(e: Ergebnis): string | null {
  switch (e.verbleib) {
    case 'zurueckgezogen':
      return 'Zurückgezogen.';
    case 'nichtBehandelt':
      return 'Nicht behandelt.';
    case 'entscheidungBuergermeister':
      return 'Entscheidung des Bürgermeisters anstelle des Gremiums.';
    case 'behandelt':
      return gedruckteAbstimmung(e) === undefined && e.abstimmungen.some(entscheidetSache)
        ? 'In Teilen abgestimmt, ohne Schlussabstimmung.'
        : null;
    default:
      return null;
  }
}

/**
 * The boxes and counts of the printed form. Total: it also draws an outcome that the rules contradict, as
 * far as there are boxes. What has no box stands in `vermerk`, before the Vermerk that was recorded. Null as
 * outcome is an open Beratung.
 */
export function zuFormular(ergebnis: Ergebnis | null): { sicht: Formularsicht; vermerk: string | null } {
  if (ergebnis === null) return { sicht: leereSicht, vermerk: null };
  const { verbleib } = ergebnis;
  const a = gedruckteAbstimmung(ergebnis);
  const mitKaestchen =
    verbleib === 'behandelt' || verbleib === 'verwiesen' || verbleib === 'vertagt' || verbleib === 'ohneBE';
  const sicht: Formularsicht = {
    einstimmig: a?.mehrheit === 'einstimmig',
    mehrheitlich: a?.mehrheit === 'mehrheitlich',
    abgelehnt: a?.richtung === 'abgelehnt',
    kenntnis: ergebnis.kenntnis && mitKaestchen,
    verwiesen: verbleib === 'verwiesen',
    vertagt: verbleib === 'vertagt',
    ohneBE: verbleib === 'ohneBE',
    abgesetzt: verbleib === 'abgesetzt',
    geaendert: ergebnis.geaendert && (verbleib === 'verwiesen' || a?.gegenstand === 'Sache'),
    enthaltungen: a?.enthaltungen ?? null,
    gegenstimmen: a?.nein ?? null,
  };
  const saetze = [ohneKaestchen(ergebnis), ausgefuellt(ergebnis.vermerk) ? ergebnis.vermerk : null];
  const vermerk = saetze.filter((satz) => satz !== null).join(' ');
  return { sicht, vermerk: vermerk === '' ? null : vermerk };
}

/**
 * What is wrong with boxes and counts as printed, in German sentences; none for a form that some outcome
 * without contradictions prints.
 */
export function unstimmigkeiten(s: Formularsicht): string[] {
  const funde: string[] = [];
  const verbleibe = [s.verwiesen, s.vertagt, s.ohneBE, s.abgesetzt].filter(Boolean).length;
  const wie = s.einstimmig || s.mehrheitlich;
  if (s.einstimmig && s.mehrheitlich) funde.push('Einstimmig und mehrheitlich schließen sich aus.');
  if (verbleibe > 1) funde.push('Von verwiesen, vertagt, ohne BE und abgesetzt gilt nur eines.');
  if (verbleibe > 0 && s.abgelehnt) {
    funde.push('Abgelehnt und zugleich verwiesen, vertagt, ohne BE oder abgesetzt geht nicht.');
  }
  if (s.abgesetzt && s.kenntnis) funde.push('Ein abgesetzter Punkt kann nicht zur Kenntnis genommen sein.');
  if (s.geaendert && (verbleibe > 0 ? !s.verwiesen : !wie && !s.abgelehnt)) {
    funde.push('Geändert gilt nur für einen Beschluss.');
  }
  if (s.ohneBE && (wie || s.enthaltungen !== null || s.gegenstimmen !== null)) {
    funde.push('Ohne BE steht ohne Abstimmung.');
  }
  return [...funde, ...unstimmigeZahlen(s)];
}

function unstimmigeZahlen(s: Formularsicht): string[] {
  const gegen = s.gegenstimmen;
  const ergebnislos = !s.abgelehnt && !s.kenntnis && !s.verwiesen && !s.vertagt && !s.abgesetzt;
  if (!s.einstimmig && !s.mehrheitlich) {
    if (!s.abgelehnt && gegen !== null) return ['Gegenstimmen ohne einstimmig, mehrheitlich oder abgelehnt.'];
    return s.enthaltungen !== null && ergebnislos ? ['Enthaltungen ohne Ergebnis.'] : [];
  }
  if (gegen === null) return [];
  if (s.einstimmig && !s.abgelehnt && gegen > 0) return ['Einstimmig, aber mit Gegenstimmen.'];
  if (s.einstimmig && s.abgelehnt && gegen === 0) return ['Einstimmig abgelehnt, aber ohne Gegenstimme.'];
  if (s.mehrheitlich && !s.abgelehnt && gegen === 0) return ['Mehrheitlich, aber ohne Gegenstimme.'];
  if (s.mehrheitlich && s.abgelehnt && gegen < 2) {
    return ['Mehrheitlich abgelehnt braucht mindestens zwei Gegenstimmen.'];
  }
  return [];
}

/** What a printed form says when it is read back. */
export interface Gelesen {
  /** Null where no box is ticked: an open Beratung, or an end that has no box. */
  ergebnis: Ergebnis | null;
  /** What the form cannot say and so is missing in `ergebnis`, in German sentences. */
  verlust: string[];
  /** What is wrong with the boxes; `ergebnis` then holds the best reading, for the rules to judge. */
  unstimmig: string[];
}

/**
 * Reads boxes and counts back. The form does not tell Ja, ungueltige votes, wording, minor votes, the target
 * of a Verweisung, nor a tie from an unknown majority: these stay empty and are named in `verlust`.
 */
export function vonFormular(s: Formularsicht): Gelesen {
  const unstimmig = unstimmigkeiten(s);
  const leer = Object.values(s).every((wert) => wert === false || wert === null);
  if (leer) {
    const verlust = ['Kein Kästchen: offen, zurückgezogen, nicht behandelt oder nur ein Vermerk.'];
    return { ergebnis: null, verlust, unstimmig };
  }
  const abstimmung = leseAbstimmung(s);
  const ergebnis: Ergebnis = {
    verbleib: s.abgesetzt
      ? 'abgesetzt'
      : s.vertagt
        ? 'vertagt'
        : s.verwiesen
          ? 'verwiesen'
          : s.ohneBE
            ? 'ohneBE'
            : 'behandelt',
    kenntnis: s.kenntnis,
    geaendert: s.geaendert,
    abstimmungen: abstimmung === null ? [] : [abstimmung],
    folge: null,
    wortlaut: null,
    vermerk: null,
  };
  return { ergebnis, verlust: verluste(s, abstimmung), unstimmig };
}

function leseAbstimmung(s: Formularsicht): Abstimmung | null {
  const gezaehlt = s.enthaltungen !== null || s.gegenstimmen !== null;
  if (!s.einstimmig && !s.mehrheitlich && !s.abgelehnt && !gezaehlt) return null;
  const verschoben = s.abgesetzt || s.vertagt || s.verwiesen || s.ohneBE;
  // "Einstimmig zur Kenntnis genommen" is a vote on procedure: an Unterrichtung has nothing else to vote on.
  const nurKenntnis = s.kenntnis && !s.abgelehnt && !s.geaendert;
  return {
    gegenstand: verschoben || nurKenntnis ? 'Verfahren' : 'Sache',
    wortlaut: null,
    richtung: s.abgelehnt ? 'abgelehnt' : 'angenommen',
    mehrheit: s.einstimmig === s.mehrheitlich ? null : s.einstimmig ? 'einstimmig' : 'mehrheitlich',
    ja: null,
    nein: s.gegenstimmen,
    enthaltungen: s.enthaltungen,
    ungueltig: null,
    massgeblich: true,
  };
}

function verluste(s: Formularsicht, abstimmung: Abstimmung | null): string[] {
  const verlust = [
    'Weitere Abstimmungen neben der maßgeblichen und der Vermerk stehen nicht in den Kästchen.',
  ];
  if (abstimmung !== null) verlust.push('Ja-Stimmen und ungültige Stimmen stehen nicht im Formular.');
  if (abstimmung?.gegenstand === 'Sache' || s.geaendert) {
    verlust.push('Der Wortlaut des Beschlusses steht nicht im Formular.');
  }
  if (abstimmung?.gegenstand === 'Verfahren' && !s.abgesetzt && !s.vertagt && !s.verwiesen) {
    verlust.push(
      'Ob über die Sache oder nur über die Kenntnisnahme abgestimmt wurde, steht nicht im Formular.',
    );
  }
  if (abstimmung?.richtung === 'abgelehnt' && abstimmung.mehrheit === null) {
    verlust.push('Abgelehnt allein: Stimmengleichheit, nur Enthaltungen oder unbekannte Mehrheit.');
  }
  if (s.verwiesen || s.vertagt || s.abgesetzt) {
    verlust.push('Nächste Sitzung und Gremium stehen nicht in den Kästchen.');
  }
  return verlust;
}
