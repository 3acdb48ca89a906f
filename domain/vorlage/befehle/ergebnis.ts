import * as z from 'zod';
import { pruefeErgebnis } from '../../ergebnis/pruefe.ts';
import { type Ergebnis, ergebnisSchema } from '../../ergebnis/schema.ts';
import type { Pruefung } from '../../ergebnis/umfeld.ts';
import { type Ablehnung, lehneAb } from '../../gemeinsam/antwort.ts';
import { freitext } from '../../gemeinsam/freitext.ts';
import { type Beratung, beratungNr, type Vorlagenstand } from '../stand.ts';
import type { Umgebung } from '../umgebung.ts';
import { insEreignis } from '../wendeAn.ts';
import type { SitzungImBlick } from './aufTagesordnung.ts';
import { type Entscheidung, schreibe } from './entscheidung.ts';
import { weiterNach } from './folge.ts';
import { umfeldVon } from './umfeld.ts';

/** Rows of the outcome table, with row 0: what the form itself asks for. */
const zeilen = z.array(z.int().min(0).max(31)).max(32).default([]);

export const erfassenSchema = z.strictObject({ ergebnis: ergebnisSchema });
export const freigebenSchema = z.strictObject({
  bestaetigt: zeilen.describe('Zeilen der Regeltafel, deren Warnungen bestätigt werden'),
});
export const berichtigenSchema = z.strictObject({
  ergebnis: ergebnisSchema,
  begruendung: z.string().trim().min(1, 'Eine Berichtigung braucht eine Begründung.').max(5_000),
  bestaetigt: zeilen,
});

/** The rules' verdict on an outcome of this Beratung: the same function in form, API and release. */
export function pruefe(stand: Vorlagenstand, beratung: Beratung, ergebnis: Ergebnis, u: Umgebung): Pruefung {
  return pruefeErgebnis(ergebnis, umfeldVon(stand, beratung, u), u.recht);
}

/** Saves what happened, even where it contradicts itself: nothing blocks saving during the Sitzung. */
export function erfasse(stand: Vorlagenstand, nr: number, ergebnis: Ergebnis): Entscheidung {
  const beratung = oeffne(stand, nr);
  if ('ok' in beratung) return beratung;
  if (beratung.freigegeben) {
    return lehneAb(
      'ERGEBNIS_FREIGEGEBEN',
      'Das Ergebnis ist schon freigegeben. Möglich ist nur noch eine begründete Berichtigung.',
      { paragraf: '§ 41 GemO' },
    );
  }
  return schreibe({ art: 'ErgebnisErfasst', daten: { beratung: nr, ergebnis: insEreignis(ergebnis) } });
}

/**
 * Releases a recorded outcome. Contradictions refuse it; warnings must have been confirmed.
 * @param folgesitzung the Sitzung that the outcome names as the next one, if it does
 */
export function gibFrei(
  stand: Vorlagenstand,
  nr: number,
  bestaetigt: readonly number[],
  u: Umgebung,
  folgesitzung: SitzungImBlick | null = null,
): Entscheidung {
  const beratung = oeffne(stand, nr);
  if ('ok' in beratung) return beratung;
  if (beratung.freigegeben) return lehneAb('ERGEBNIS_FREIGEGEBEN', 'Dieses Ergebnis ist schon freigegeben.');
  if (!beratung.ergebnis) return lehneAb('ERGEBNIS_FEHLT', 'Es ist noch kein Ergebnis erfasst.');
  const pruefung = pruefe(stand, beratung, beratung.ergebnis, u);
  const einwand = einwaende(pruefung, bestaetigt);
  if (einwand) return einwand;
  if (!pruefung.folge) throw new TypeError('Ein widerspruchsfreies Ergebnis ohne Folge');
  const genannt = beratung.ergebnis.folge?.sitzung ?? null;
  const dort = beratung.ergebnis.folge?.gremium ?? beratung.gremium;
  if (genannt !== null && (folgesitzung?.id !== genannt || folgesitzung.gremium !== dort)) {
    return lehneAb(
      'FOLGESITZUNG_UNBEKANNT',
      'Die genannte nächste Sitzung gibt es in diesem Gremium nicht. Bitte wählen Sie eine seiner Sitzungen oder „Termin offen“.',
    );
  }
  return schreibe({
    art: 'ErgebnisFreigegeben',
    daten: {
      beratung: nr,
      ergebnis: insEreignis(beratung.ergebnis),
      bestaetigt: pruefung.warnungen.map((w) => w.zeile),
      ...weiterNach(stand, beratung, beratung.ergebnis, pruefung.folge, folgesitzung, u),
    },
  });
}

/** Row 30: after the release only a new, reasoned record; the way that followed from it stays. */
export function berichtige(
  stand: Vorlagenstand,
  nr: number,
  befehl: z.infer<typeof berichtigenSchema>,
  u: Umgebung,
): Entscheidung {
  const beratung = beratungNr(stand, nr);
  if (!beratung) return lehneAb('BERATUNG_UNBEKANNT', `Der Gremienweg hat keine Beratung ${nr}.`);
  if (!beratung.freigegeben || !beratung.ergebnis) {
    return lehneAb(
      'NICHT_FREIGEGEBEN',
      'Dieses Ergebnis ist noch nicht freigegeben und lässt sich einfach ändern.',
    );
  }
  const bisher = pruefe(stand, beratung, beratung.ergebnis, u);
  const pruefung = pruefe(stand, beratung, befehl.ergebnis, u);
  const einwand = einwaende(pruefung, befehl.bestaetigt);
  if (einwand) return einwand;
  if (weg(pruefung) !== weg(bisher)) {
    return lehneAb(
      'FOLGE_GEAENDERT',
      'Die Berichtigung würde den weiteren Weg ändern. Ist die Vorlage noch unterwegs, passen Sie den Gremienweg an; ist sie abgeschlossen, bringt das Amt die Sache neu ein.',
    );
  }
  return schreibe({
    art: 'ErgebnisBerichtigt',
    daten: {
      beratung: nr,
      ergebnis: insEreignis(befehl.ergebnis),
      bestaetigt: pruefung.warnungen.map((w) => w.zeile),
      grund: freitext(befehl.begruendung),
    },
  });
}

/** Where an outcome sends the Vorlage, for telling two outcomes apart. */
function weg({ folge }: Pruefung): string | null {
  return folge && (folge.art === 'verwiesen' ? `verwiesen an ${folge.gremium}` : folge.art);
}

function einwaende(pruefung: Pruefung, bestaetigt: readonly number[]): Ablehnung | null {
  if (pruefung.widersprueche.length > 0) {
    return lehneAb(
      'ERGEBNIS_WIDERSPRUCH',
      `Das Ergebnis widerspricht sich und kann nicht freigegeben werden: ${pruefung.widersprueche.map((w) => w.satz).join(' ')}`,
      { einzelheiten: pruefung },
    );
  }
  const offen = pruefung.warnungen.filter((w) => !bestaetigt.includes(w.zeile));
  if (offen.length > 0) {
    return lehneAb(
      'WARNUNG_UNBESTAETIGT',
      `Bitte bestätigen Sie vor der Freigabe: ${offen.map((w) => w.satz).join(' ')}`,
      { einzelheiten: pruefung },
    );
  }
  return null;
}

function oeffne(stand: Vorlagenstand, nr: number): Beratung | Ablehnung {
  const beratung = beratungNr(stand, nr);
  if (!beratung) return lehneAb('BERATUNG_UNBEKANNT', `Der Gremienweg hat keine Beratung ${nr}.`);
  if (stand.phase !== 'beratung') {
    return lehneAb('NICHT_IN_BERATUNG', 'Die Vorlage ist nicht in Beratung; ein Ergebnis ist nicht möglich.');
  }
  if (!beratung.sitzung && !beratung.freigegeben) {
    return lehneAb(
      'OHNE_SITZUNG',
      'Diese Beratung steht auf keiner Tagesordnung. Bitte zuerst in eine Sitzung aufnehmen.',
    );
  }
  return beratung;
}
