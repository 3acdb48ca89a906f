import type { Kopffelder } from '../modell/schema.ts';

export type Kopffeld = keyof Kopffelder;

export type Feldname = {
  readonly feld: Kopffeld;
  /** What stands beside the field on the form, without colon. */
  readonly beschriftung: string;
  /** Name of the control, which a screen reader speaks. */
  readonly alias: string;
  readonly tag: string;
  readonly lesezeichen: string;
  /** What the empty template shows; reading it gives an empty field. */
  readonly platzhalter: string;
  /** Set by the system at submission; a clerk cannot fill it. */
  readonly gesperrt: boolean;
};

function feldname(
  feld: Kopffeld,
  beschriftung: string,
  alias: string,
  platzhalter: string,
  gesperrt = false,
): Feldname {
  return { feld, beschriftung, alias, tag: `gw.${feld}`, lesezeichen: `gw_${feld}`, platzhalter, gesperrt };
}

const beiEinreichung = 'wird bei der Einreichung eingetragen';

/**
 * The head fields of the form, in printed order, with every name under which the reader finds them: tag, alias,
 * bookmark, label (in that order, because editors lose them in that order; see the folder's README).
 */
export const feldnamen: readonly Feldname[] = [
  feldname('nummer', 'Vorlage', 'Nummer der Vorlage', beiEinreichung, true),
  feldname('datum', 'Datum', 'Datum der Vorlage', beiEinreichung, true),
  feldname('dezernat', 'Dezernat', 'Dezernat', 'Dezernat eingeben, zum Beispiel 2'),
  feldname('verfasser', 'Verfasser', 'Verfassendes Amt', 'Amt eingeben, zum Beispiel 50-Sozialamt'),
  feldname('az', 'Az.', 'Aktenzeichen', 'Aktenzeichen eingeben (freiwillig)'),
  feldname('betreff', 'Betreff', 'Betreff', 'Betreff eingeben, höchstens 250 Zeichen'),
];

/** The name of one head field. */
export function feldnameVon(feld: Kopffeld): Feldname {
  const gefunden = feldnamen.find((name) => name.feld === feld);
  if (!gefunden) throw new Error(`Unknown head field ${feld}`);
  return gefunden;
}

export const platzhalterKoerper = 'Hier den Text der Unterrichtung schreiben oder einfügen.';
export const platzhalterAnlage = 'Titel der Anlage eingeben, je Anlage ein Listenpunkt';

const platzhalter = new Set([
  ...feldnamen.map((name) => name.platzhalter),
  platzhalterKoerper,
  platzhalterAnlage,
]);

/** LibreOffice 7.4 drops the placeholder flag but keeps the text, so the text itself must count as empty. */
export function istPlatzhalter(text: string): boolean {
  return platzhalter.has(text.trim());
}
