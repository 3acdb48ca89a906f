import { leseDatum } from '../formular/datum.ts';
import { type Feldname, feldnamen, feldnameVon, istPlatzhalter, type Kopffeld } from '../formular/felder.ts';
import type { Kopffelder } from '../modell/schema.ts';
import { befund } from './befunde.ts';
import { leseBeschriftungen } from './beschriftungen.ts';
import type { Stueck } from './bloecke.ts';
import { istPlatzhalterSteuerung } from './laeufe.ts';
import { bereinigt } from './text.ts';
import type { Umgebung } from './umgebung.ts';
import { alle, type Knoten, kind, kinderVon, rohtext, wert } from './xml.ts';

/** Where a value was found, in order of trust; also the words of a finding. */
const quellen = ['Feld', 'Feldname', 'Lesezeichen', 'Beschriftung'] as const;
type Quelle = (typeof quellen)[number];
type Fund = { readonly feld: Kopffeld; readonly quelle: Quelle; readonly wert: string };

/**
 * The head fields of a draft: by control tag, alias, bookmark, label. Sources that disagree are an error with both
 * values, not a guess. An old number or date is reported and not believed.
 */
export function leseFelder(kopf: readonly Stueck[], umgebung: Umgebung): Kopffelder {
  const dokument = umgebung.paket.dokument;
  const funde: Fund[] = [
    ...ausSteuerelementen(dokument),
    ...ausLesezeichen(dokument),
    ...leseBeschriftungen(kopf).felder.map(({ feld, wert: gelesen }) => ({
      feld,
      quelle: 'Beschriftung' as const,
      wert: gelesen,
    })),
  ].filter((fund) => fund.wert !== '' && !istPlatzhalter(fund.wert));
  const lies = (feld: Kopffeld) => waehle(feld, funde, umgebung);
  const felder = {
    nummer: lies('nummer'),
    datum: datum(lies('datum'), umgebung),
    dezernat: lies('dezernat'),
    verfasser: lies('verfasser'),
    az: lies('az'),
    betreff: lies('betreff'),
  };
  if (felder.nummer !== null) umgebung.befunde.push(befund('ALTE_NUMMER', felder.nummer));
  if (felder.datum !== null) umgebung.befunde.push(befund('ALTES_DATUM', felder.datum));
  if (felder.betreff === null) umgebung.befunde.push(befund('BETREFF_FEHLT'));
  return felder;
}

function datum(text: string | null, umgebung: Umgebung): string | null {
  if (text === null) return null;
  const gelesen = leseDatum(text);
  if (gelesen === null) umgebung.befunde.push(befund('DATUM_UNLESBAR', text));
  return gelesen;
}

function waehle(feld: Kopffeld, funde: readonly Fund[], umgebung: Umgebung): string | null {
  const eigene = funde
    .filter((fund) => fund.feld === feld)
    .toSorted((a, b) => quellen.indexOf(a.quelle) - quellen.indexOf(b.quelle));
  const [bester, ...weitere] = eigene;
  if (!bester) return null;
  const anderer = weitere.find(
    (fund) => vergleichswert(feld, fund.wert) !== vergleichswert(feld, bester.wert),
  );
  if (anderer) {
    const { alias } = feldnameVon(feld);
    const was = `${alias} „${bester.wert}“ (${bester.quelle}) und „${anderer.wert}“ (${anderer.quelle})`;
    umgebung.befunde.push(befund('FELD_WIDERSPRUCH', was));
  }
  return feld === 'dezernat' ? ohneWort(bester.wert) : bester.wert;
}

/** "Dezernat 2" and "2" say the same. */
function ohneWort(wert: string): string {
  return wert.replace(/^Dezernat\s+(?=[\dIVX]+$)/i, '');
}

function vergleichswert(feld: Kopffeld, roh: string): string {
  if (feld === 'datum') return leseDatum(roh) ?? roh;
  return feld === 'dezernat' ? ohneWort(roh) : roh;
}

function ausSteuerelementen(dokument: Knoten): Fund[] {
  return alle(dokument, 'w:sdt').flatMap((sdt): Fund[] => {
    const eigenschaften = kind(sdt, 'w:sdtPr');
    const inhalt = kind(sdt, 'w:sdtContent');
    const tag = wert(eigenschaften, 'w:tag');
    const alias = wert(eigenschaften, 'w:alias')?.toLowerCase();
    const nachTag = feldnamen.find((name) => name.tag === tag);
    const name =
      nachTag ??
      feldnamen.find((f) => alias === f.alias.toLowerCase() || alias === f.beschriftung.toLowerCase());
    if (!name || !inhalt || istPlatzhalterSteuerung(sdt)) return [];
    return [{ feld: name.feld, quelle: nachTag ? 'Feld' : 'Feldname', wert: bereinigt(feldtext(inhalt)) }];
  });
}

function ausLesezeichen(dokument: Knoten): Fund[] {
  const offen = new Map<string, { name: Feldname; text: string }>();
  const funde: Fund[] = [];
  const gehe = (knoten: Knoten): void => {
    for (const k of kinderVon(knoten)) {
      const id = k.attribute.get('w:id') ?? '';
      if (k.name === 'w:bookmarkStart') {
        const name = feldnamen.find((f) => f.lesezeichen === k.attribute.get('w:name'));
        if (name) offen.set(id, { name, text: '' });
      } else if (k.name === 'w:bookmarkEnd') {
        const fertig = offen.get(id);
        offen.delete(id);
        if (fertig)
          funde.push({ feld: fertig.name.feld, quelle: 'Lesezeichen', wert: bereinigt(fertig.text) });
      } else if (k.name === 'w:t' || k.name === 'w:tab') {
        for (const lesezeichen of offen.values()) lesezeichen.text += k.name === 'w:t' ? rohtext(k) : ' ';
      } else if (k.name !== 'w:sdt' || !istPlatzhalterSteuerung(k)) gehe(k);
      if (k.name === 'w:p') for (const lesezeichen of offen.values()) lesezeichen.text += ' ';
    }
  };
  gehe(dokument);
  return funde;
}

/** Visible text of a field; what its nested controls invite to is not. */
function feldtext(knoten: Knoten): string {
  return kinderVon(knoten)
    .map((k) => {
      if (k.name === 'w:t') return rohtext(k);
      if (k.name === 'w:tab' || k.name === 'w:br') return ' ';
      if (k.name === 'w:sdt' && istPlatzhalterSteuerung(k)) return '';
      return `${feldtext(k)}${k.name === 'w:p' ? ' ' : ''}`;
    })
    .join('');
}
