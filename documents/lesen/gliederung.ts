import type { Block } from '../modell/schema.ts';
import type { Stueck } from './bloecke.ts';

/** The parts of a draft, by position: what stands before "Unterrichtung", the body, the titles of the Anlagen. */
export type Gliederung = {
  readonly kopf: readonly Stueck[];
  readonly koerper: readonly Stueck[];
  readonly anlagen: readonly Stueck[];
  /** Level of the heading that opens the body; null if it is a plain paragraph or missing. */
  readonly markenebene: number | null;
};

const anfangszeichen = 'gw_unterrichtung';
const anlagenzeichen = 'gw_anlagen';

/**
 * Cuts a draft. The template's bookmarks decide where they survived, else the words of the form; without either
 * the body begins after the last part of the head (`kopfende` pieces). In a paper of ours only the bookmarks count:
 * its body may well end with a heading "Anlagen" of its own.
 */
export function gliedere(stuecke: readonly Stueck[], kopfende: number, nurLesezeichen = false): Gliederung {
  const marke = erste(stuecke, anfangszeichen, nurLesezeichen ? null : /^unterrichtung\s*:?$/i);
  const anfang = marke === -1 ? kopfende : marke + 1;
  const ende = nurLesezeichen ? erste(stuecke, anlagenzeichen, null) : anlagenbeginn(stuecke, anfang);
  return {
    kopf: stuecke.slice(0, marke === -1 ? kopfende : marke),
    koerper: stuecke.slice(anfang, ende),
    anlagen: stuecke.slice(ende),
    markenebene: stuecke[marke]?.ueberschrift ?? null,
  };
}

/** Index of the piece with the bookmark, or else with the word; -1 or, for bookmarks alone, the end. */
function erste(stuecke: readonly Stueck[], lesezeichen: string, wort: RegExp | null): number {
  const markiert = stuecke.findIndex(
    (s) => s.lesezeichen.has(lesezeichen) && (wort?.test(s.text.trim()) ?? true),
  );
  if (markiert !== -1) return markiert;
  return wort === null ? stuecke.length : stuecke.findIndex((s) => wort.test(s.text.trim()));
}

/**
 * Index of the piece that opens the Anlagen: the last "Anlagen" after which nothing but short paragraphs and list
 * items follows. A heading or table behind it means that it is part of the text.
 */
function anlagenbeginn(stuecke: readonly Stueck[], ab: number): number {
  for (let i = stuecke.length - 1; i >= ab; i--) {
    const stueck = stuecke[i];
    if (!stueck) continue;
    if (stueck.lesezeichen.has(anlagenzeichen) || anlagenzeile.test(stueck.text.trim())) return i;
    const gehoertDazu =
      stueck.block === null || stueck.block.art === 'absatz' || stueck.block.art === 'listenpunkt';
    if (!gehoertDazu || stueck.text.length > laengsterTitel) return stuecke.length;
  }
  return stuecke.length;
}

/** Where the head can be at most: nothing behind a heading that is not the form's own, or behind much text. */
export function kopfbereich(stuecke: readonly Stueck[]): readonly Stueck[] {
  const ende = stuecke.findIndex(
    (s) =>
      /^unterrichtung\s*:?$/i.test(s.text.trim()) ||
      (s.ueberschrift !== null && !formularueberschrift.test(s.text.trim())),
  );
  return stuecke.slice(0, Math.min(ende === -1 ? stuecke.length : ende, laengsterKopf));
}

const formularueberschrift = /^(?:unterrichtungsvorlage|gremienweg|vorlage|betreff)\b/i;
const laengsterKopf = 60;

const laengsterTitel = 500;
const anlagenzeile = /^anlagen?\s*(?::[\s\S]*)?$/i;

/** Titles of the Anlagen: one per line after the word, dashes and numbers in front taken off. */
export function anlagentitel(anlagen: readonly Stueck[]): string[] {
  const [erstes, ...weitere] = anlagen;
  if (!erstes) return [];
  const inline = erstes.text.replace(/^\s*anlagen?\s*:?/i, '');
  return [inline, ...weitere.map((stueck) => stueck.text)]
    .flatMap((text) => text.split('\n'))
    .map((zeile) => zeile.replace(/^\s*(?:[-–—•*]|\d{1,2}[.)])\s+/, '').trim())
    .filter((titel) => titel !== '' && !/^(?:keine|entfällt|[-–])\.?$/i.test(titel));
}

/** The body's blocks, its headings counted from 1 without gaps. */
export function koerperbloecke({ koerper, markenebene }: Gliederung): Block[] {
  const bloecke = koerper.flatMap((stueck) =>
    stueck.block ? [{ block: stueck.block, ebene: stueck.ueberschrift }] : [],
  );
  const kleinste = bloecke.reduce((bisher, { ebene }) => Math.min(bisher, ebene ?? 9), 9);
  const abzug = markenebene !== null && kleinste > markenebene ? markenebene : kleinste - 1;
  let vorige = 0;
  return bloecke.map(({ block, ebene }) => {
    if (block.art !== 'ueberschrift' || ebene === null) return block;
    vorige = Math.min(ebene - abzug, vorige + 1, 6);
    return { ...block, ebene: vorige };
  });
}
