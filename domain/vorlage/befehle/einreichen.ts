import * as z from 'zod';
import { type Ablehnung, lehneAb } from '../../gemeinsam/antwort.ts';
import { freitext } from '../../gemeinsam/freitext.ts';
import { kennungSchema } from '../../gemeinsam/kennung.ts';
import { zeilenSchema } from '../../gemeinsam/zeile.ts';
import { haltAnStation, naechsteStation } from '../halt.ts';
import type { Datei, Fassung, Vorlagenstand } from '../stand.ts';
import type { Umgebung } from '../umgebung.ts';
import { type Entscheidung, schreibe } from './entscheidung.ts';
import { type Kopf, kopfInsEreignis, kopfSchema } from './kopf.ts';

export const einreichenSchema = z.strictObject({
  entwurf: kennungSchema.describe('Kennung des geprüften Uploads mit dem Entwurf'),
  anlagen: z
    .array(
      z.strictObject({
        upload: kennungSchema,
        titel: zeilenSchema.min(1).max(250),
        oeffentlich: z.boolean().default(true),
      }),
    )
    .max(50)
    .default([]),
  kopf: kopfSchema.optional().describe('Geänderte Kopffelder; sonst gelten die gespeicherten'),
});
export type Einreichen = z.infer<typeof einreichenSchema>;

/** The checked files of a submission, before it has a version number. */
export type Einreichung = Pick<Fassung, 'entwurf' | 'modell' | 'anlagen'>;

/**
 * First submission: the number (UV/0001/2026) is drawn by the record in the same transaction.
 * @param nummer next number of this Koerperschaft, kind and year
 */
export function reicheEin(
  stand: Vorlagenstand,
  einreichung: Einreichung,
  kopf: Kopf,
  nummer: string,
  u: Umgebung,
): Entscheidung {
  if (stand.phase !== 'entwurf') {
    return lehneAb('SCHON_EINGEREICHT', 'Diese Vorlage ist schon eingereicht. Bitte laden Sie sie neu.');
  }
  const mangel = pruefeKopf(kopf);
  if (mangel) return mangel;
  return schreibe({
    art: 'Eingereicht',
    daten: { nummer, ...mitFassung(stand, einreichung, kopf, u, 1) },
  });
}

/** A new version after a Zurueckweisung: back through the stations, as the route says. */
export function reicheFassungEin(
  stand: Vorlagenstand,
  einreichung: Einreichung,
  kopf: Kopf,
  u: Umgebung,
): Entscheidung {
  if (stand.phase !== 'ueberarbeitung') {
    return lehneAb(
      'KEINE_UEBERARBEITUNG',
      'Eine neue Fassung ist nur möglich, wenn die Vorlage zur Überarbeitung zurückgegeben wurde.',
    );
  }
  const mangel = pruefeKopf(kopf);
  if (mangel) return mangel;
  const daten = mitFassung(stand, einreichung, kopf, u, stand.fassungen.length + 1);
  return schreibe({ art: 'FassungEingereicht', daten });
}

function mitFassung(stand: Vorlagenstand, e: Einreichung, kopf: Kopf, u: Umgebung, nr: number) {
  const station = naechsteStation(stand.freigaben, nr, u);
  if (!station) throw new TypeError(`Der Freigabeweg ${u.freigabeweg.art} prüft keine neue Fassung.`);
  const ort = { amt: stand.amt, dezernat: stand.dezernat, gremienweg: kopf.gremienweg };
  return {
    fassung: {
      nr,
      entwurf: dateiInsEreignis(e.entwurf),
      modell: e.modell,
      anlagen: e.anlagen.map((a) => ({
        ...a,
        titel: freitext(a.titel),
        datei: dateiInsEreignis(a.datei),
      })),
    },
    ...kopfInsEreignis(kopf),
    weiter: haltAnStation(ort, station, stand.wartenummer + 1, u),
  };
}

function dateiInsEreignis(datei: Datei) {
  return { ...datei, dateiname: freitext(datei.dateiname) };
}

/** Datum of the paper is not after the first Sitzung. */
function pruefeKopf(kopf: Kopf): Ablehnung | null {
  const erste = kopf.gremienweg
    .map((b) => b.datum)
    .filter((d) => d !== null)
    .sort()[0];
  if (kopf.datum && erste && kopf.datum > erste) {
    return lehneAb(
      'DATUM_NACH_SITZUNG',
      'Das Datum der Vorlage liegt nach der ersten Sitzung. Bitte Datum oder Gremienweg berichtigen.',
    );
  }
  return null;
}
