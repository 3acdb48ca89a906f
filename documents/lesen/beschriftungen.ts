import { leseDatum } from '../formular/datum.ts';
import type { Kopffeld } from '../formular/felder.ts';
import type { Entwurfsberatung } from '../modell/schema.ts';
import type { Stueck } from './bloecke.ts';
import { bereinigt } from './text.ts';

type Beschriftungsfund = { readonly feld: Kopffeld; readonly wert: string };

export type Beschriftetes = {
  readonly felder: readonly Beschriftungsfund[];
  readonly beratungen: readonly Entwurfsberatung[];
  /** Index after the last piece that belongs to the head. */
  readonly kopfende: number;
};

/** A piece of text between two tabs or in a cell; `ende` closes a paragraph or a table row. */
type Marke = {
  readonly text: string;
  readonly art: 'text' | 'zelle' | 'ende' | 'zeilenende';
  readonly stueck: number;
};

const beschriftungen: readonly (readonly [Kopffeld, RegExp])[] = [
  ['nummer', /^vorlagen?(?:-?nr\.?|nummer)?\s*(:)?\s*(.*)$/i],
  ['datum', /^datum\s*(:)?\s*(.*)$/i],
  ['dezernat', /^dezernat\s*(:)?\s*(.*)$/i],
  ['verfasser', /^verfasser(?:\/in|in|:in)?\s*(:)?\s*(.*)$/i],
  ['az', /^(?:az\.?|aktenzeichen)\s*(:)?\s*(.*)$/i],
  ['betreff', /^betreff\s*(:)?\s*(.*)$/i],
];

const naechsteBeschriftung = /\s+(?=(?:Datum|Az\.?|Aktenzeichen|Verfasser|Dezernat|Betreff)\s*:)/;
const gremienweg = /^gremienweg\s*:?$/i;
/** Words of the form that are neither a value nor a Gremium. */
const formularwort =
  /^(?:angaben zur vorlage|unterrichtungsvorlage|sitzung am|gremium|ergebnis|top\b.*|(?:nicht)?öffentlich)$/i;

/** Head fields and Gremienweg by the words that stand beside them, in table cells or tabbed lines. */
export function leseBeschriftungen(kopf: readonly Stueck[]): Beschriftetes {
  const marken = kopf.flatMap(markenVon);
  const felder: Beschriftungsfund[] = [];
  const beratungen: Entwurfsberatung[] = [];
  let kopfende = kopf.findIndex((stueck) => /^unterrichtungsvorlage$/i.test(stueck.text.trim())) + 1;
  let imGremienweg = false;
  let datum: string | null | undefined;
  let offen: { feld: Kopffeld; werte: string[]; allein: boolean; nachErstem: number } | null = null;
  const schliesse = () => {
    if (offen && offen.werte.length > 0)
      felder.push({ feld: offen.feld, wert: bereinigt(offen.werte.join(' ')) });
    offen = null;
  };

  for (const [i, marke] of marken.entries()) {
    const beschriftung = marke.art === 'text' || marke.art === 'zelle' ? beschriftungVon(marke.text) : null;
    if (beschriftung) {
      schliesse();
      imGremienweg = false;
      kopfende = marke.stueck + 1;
      const { feld, wert } = beschriftung;
      const allein = feld === 'betreff' && wert === '' && marken[i + 1]?.art === 'ende';
      offen = { feld, werte: wert === '' ? [] : [wert], allein, nachErstem: marke.stueck + 1 };
    } else if (gremienweg.test(marke.text)) {
      schliesse();
      imGremienweg = true;
      kopfende = marke.stueck + 1;
    } else if (marke.art === 'zeilenende') {
      schliesse();
    } else if (marke.art === 'ende') {
      // "Betreff:" alone on its line has its value on the next ones; an empty line ends it.
      const leereZeile = marken[i - 1]?.art === 'ende';
      if (offen && (!offen.allein || (leereZeile && offen.werte.length > 0))) schliesse();
    } else if (offen) {
      if (marke.text !== '' && !formularwort.test(marke.text)) {
        kopfende = marke.stueck + 1;
        if (offen.werte.push(marke.text) === 1) offen.nachErstem = kopfende;
      } else if (marke.art === 'zelle') schliesse();
    } else if (imGremienweg && marke.text !== '') {
      kopfende = marke.stueck + 1;
      const gelesen = leseDatum(marke.text);
      if (gelesen !== null) datum = gelesen;
      else if (datum !== undefined && !formularwort.test(marke.text) && marke.text !== '–') {
        beratungen.push({ datum, gremium: marke.text });
        datum = undefined;
      }
    }
  }
  // No label, empty line or mark ended the value: what follows its first line may as well be the text.
  const ausgelaufen = offen as { allein: boolean; nachErstem: number } | null;
  if (ausgelaufen?.allein) kopfende = ausgelaufen.nachErstem;
  schliesse();
  return { felder, beratungen, kopfende };
}

function beschriftungVon(text: string): { feld: Kopffeld; wert: string } | null {
  for (const [feld, muster] of beschriftungen) {
    const treffer = muster.exec(text);
    if (!treffer) continue;
    const [, doppelpunkt, rest = ''] = treffer;
    const auchOhne =
      (feld === 'dezernat' && /^[\dIVX]+$/.test(rest)) || (feld === 'nummer' && /^\w{1,4}\/\d+/.test(rest));
    if (doppelpunkt || rest === '' || auchOhne) return { feld, wert: rest };
  }
  return null;
}

function markenVon(stueck: Stueck, nummer: number): Marke[] {
  if (stueck.block?.art !== 'tabelle') {
    return [
      ...zerlegt(stueck.text).map((text) => ({ text, art: 'text' as const, stueck: nummer })),
      ende(nummer),
    ];
  }
  return stueck.block.zeilen.flatMap((zeile): Marke[] => [
    ...zeile.flatMap((zelle): Marke[] => {
      const absaetze = zelle.absaetze.map((laeufe) => laeufe.map((lauf) => lauf.text).join(''));
      const texte = absaetze.length === 0 ? [''] : absaetze.flatMap(zerlegt);
      return texte.map((text) => ({ text, art: 'zelle', stueck: nummer }));
    }),
    { text: '', art: 'zeilenende', stueck: nummer },
  ]);
}

function ende(stueck: number): Marke {
  return { text: '', art: 'ende', stueck };
}

/** Splits at tabs and line breaks, and before a further label on the same line; a Betreff is left whole. */
function zerlegt(text: string): string[] {
  return text
    .split(/[\t\n]+/)
    .map(bereinigt)
    .filter((teil) => teil !== '')
    .flatMap((teil) =>
      beschriftungVon(teil) && !/^betreff/i.test(teil) ? teil.split(naechsteBeschriftung) : [teil],
    );
}
