import { Tab, TextRun, type XmlComponent } from 'docx';
import type { Lauf } from '../../modell/schema.ts';
import { element, type Schreibkontext } from './kontext.ts';

/** Runs of a paragraph; neighbours with the same link become one hyperlink, so that it is one tab stop. */
export function laeufe(kontext: Schreibkontext, liste: readonly Lauf[]): XmlComponent[] {
  const ergebnis: XmlComponent[] = [];
  for (let i = 0; i < liste.length; ) {
    const verweis = liste[i]?.verweis;
    const gruppe: XmlComponent[] = [];
    do {
      const lauf = liste[i];
      if (lauf) gruppe.push(textlauf(lauf));
      i++;
    } while (i < liste.length && liste[i]?.verweis === verweis);
    ergebnis.push(...(verweis === undefined ? gruppe : [hyperlink(kontext, verweis, gruppe)]));
  }
  return ergebnis;
}

function hyperlink(kontext: Schreibkontext, ziel: string, inhalt: readonly XmlComponent[]): XmlComponent {
  return element('w:hyperlink', { 'r:id': kontext.verweisId(ziel), 'w:history': 1 }, inhalt);
}

/** One run with its formatting; `stil` is a character style that the paper defines. */
export function textlauf(lauf: Lauf & { readonly stil?: string }): TextRun {
  return new TextRun({
    children: mitTabulatoren(lauf.text),
    bold: lauf.fett || undefined,
    italics: lauf.kursiv || undefined,
    underline: lauf.unterstrichen ? {} : undefined,
    strike: lauf.durchgestrichen || undefined,
    superScript: lauf.hoch || undefined,
    subScript: lauf.tief || undefined,
    smallCaps: lauf.kapitaelchen || undefined,
    style: lauf.stil ?? (lauf.verweis === undefined ? undefined : 'Hyperlink'),
    break: lauf.umbruch ? 1 : undefined,
  });
}

/** A tab character inside w:t is not a tab for every reader; w:tab is. */
function mitTabulatoren(text: string): (string | Tab)[] {
  const stuecke = text.split('\t');
  return stuecke.flatMap((stueck, i) => [...(i > 0 ? [new Tab()] : []), ...(stueck === '' ? [] : [stueck])]);
}
