import { istPlatzhalter } from '../formular/felder.ts';
import type { Block, Lauf } from '../modell/schema.ts';
import { istPlatzhalterSteuerung, leseLaeufe } from './laeufe.ts';
import { listenmitglied } from './listen.ts';
import { textVon } from './text.ts';
import type { Umgebung } from './umgebung.ts';
import { type Knoten, kind, kinderVon, schalter, wert } from './xml.ts';

type Tabelle = Extract<Block, { art: 'tabelle' }>;
type Zelle = Tabelle['zeilen'][number][number];

/** Wrappers around rows or cells that say nothing of their own. */
const behaelter: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

/** Word's limit. */
const hoechsteSpaltenzahl = 63;

/** A table with its spans; null if no cell says anything. */
export function leseTabelle(tbl: Knoten, umgebung: Umgebung): Tabelle | null {
  const zeilen: Zelle[][] = [];
  let kopfzeilen = 0;
  /** Cells that reach further down, by grid column. */
  const offen = new Map<number, Zelle>();
  for (const tr of nachfolger(tbl, 'w:tr')) {
    const trPr = kind(tr, 'w:trPr');
    if (schalter(trPr, 'w:tblHeader') && kopfzeilen === zeilen.length) kopfzeilen++;
    zeilen.push(leseZeile(tr, Number(wert(trPr, 'w:gridBefore') ?? 0) || 0, offen, umgebung));
  }
  const sichtbar = zeilen.filter((zeile) => zeile.length > 0);
  const leer = sichtbar.every((zeile) => zeile.every((zelle) => zelle.absaetze.length === 0));
  return leer
    ? null
    : { art: 'tabelle', kopfzeilen: Math.min(kopfzeilen, sichtbar.length), zeilen: sichtbar };
}

function leseZeile(tr: Knoten, davor: number, offen: Map<number, Zelle>, umgebung: Umgebung): Zelle[] {
  const zeile: Zelle[] = [];
  let spalte = davor;
  for (const tc of nachfolger(tr, 'w:tc')) {
    const tcPr = kind(tc, 'w:tcPr');
    const breite = Math.max(1, Math.min(hoechsteSpaltenzahl, Number(wert(tcPr, 'w:gridSpan') ?? 1) || 1));
    const vMerge = kind(tcPr, 'w:vMerge');
    const setztFort = vMerge !== undefined && vMerge.attribute.get('w:val') !== 'restart';
    const darueber = offen.get(spalte);
    if (setztFort && darueber) {
      darueber.zeilen = (darueber.zeilen ?? 1) + 1;
      // A continued cell is hidden by the one above; whatever it holds is still the clerk's text.
      darueber.absaetze.push(...leseAbsaetze(tc, umgebung));
    } else {
      const zelle: Zelle = {
        absaetze: leseAbsaetze(tc, umgebung),
        ...(breite > 1 ? { spalten: breite } : {}),
      };
      zeile.push(zelle);
      if (vMerge !== undefined) offen.set(spalte, zelle);
      else offen.delete(spalte);
    }
    spalte += breite;
  }
  if (spalte > hoechsteSpaltenzahl) umgebung.meldeEinmal('TABELLE_ZU_BREIT');
  return zeile;
}

function leseAbsaetze(tc: Knoten, umgebung: Umgebung): Lauf[][] {
  const absaetze: Lauf[][] = [];
  const gehe = (knoten: Knoten): void => {
    for (const k of kinderVon(knoten)) {
      if (k.name === 'w:p') {
        const laeufe = leseZellabsatz(k, umgebung);
        const text = laeufe.map((lauf) => lauf.text).join('');
        if (text.trim() !== '' && !istPlatzhalter(text)) absaetze.push(laeufe);
      } else if (k.name === 'w:tbl') {
        umgebung.melde('VERSCHACHTELTE_TABELLE');
        for (const tr of nachfolger(k, 'w:tr')) {
          for (const innen of nachfolger(tr, 'w:tc')) absaetze.push(...leseAbsaetze(innen, umgebung));
        }
      } else if (k.name === 'w:altChunk') umgebung.melde('FREMDER_INHALT');
      else if (k.name === 'w:sdt' ? !istPlatzhalterSteuerung(k) : behaelter.has(k.name)) gehe(k);
    }
  };
  gehe(tc);
  return absaetze;
}

function leseZellabsatz(absatz: Knoten, umgebung: Umgebung): Lauf[] {
  umgebung.stelle.absatz++;
  umgebung.stelle.anfang = textVon(absatz);
  const laeufe = leseLaeufe(absatz, umgebung, false);
  const mitglied = listenmitglied(kind(absatz, 'w:pPr'), umgebung);
  if (!mitglied || laeufe.length === 0) return laeufe;
  const zeichen = umgebung.zaehlwerk.naechste(mitglied.numId, mitglied.ebene, umgebung.listen);
  if (zeichen === '') return laeufe;
  umgebung.meldeEinmal('LISTE_IN_TABELLE');
  return [{ text: `${zeichen} ` }, ...laeufe];
}

/** Elements of that name below, not looking into nested tables. */
function nachfolger(knoten: Knoten, name: string): Knoten[] {
  return kinderVon(knoten).flatMap((k) => {
    if (k.name === name) return [k];
    return behaelter.has(k.name) ? nachfolger(k, name) : [];
  });
}
