import { type Befundcode, befund, zitat } from './befunde.ts';
import { textVon } from './text.ts';
import type { Umgebung } from './umgebung.ts';
import { alle, type Knoten, kinderVon, rohtext } from './xml.ts';

/** More than this many are summed up; the clerk accepts or rejects them all at once anyway. */
const hoechstens = 20;

const aufbau: ReadonlyMap<string, string> = new Map([
  ['w:rPrChange', 'Zeichenformat'],
  ['w:pPrChange', 'Absatzformat'],
  ['w:sectPrChange', 'Seitenaufbau'],
  ['w:tblPrChange', 'Tabellenformat'],
  ['w:tblGridChange', 'Tabellenformat'],
  ['w:trPrChange', 'Tabellenformat'],
  ['w:tcPrChange', 'Tabellenformat'],
  ['w:tblPrExChange', 'Tabellenformat'],
  ['w:numberingChange', 'Nummerierung'],
  ['w:cellIns', 'Tabellenzellen'],
  ['w:cellDel', 'Tabellenzellen'],
  ['w:cellMerge', 'Tabellenzellen'],
]);

const textaenderungen: ReadonlyMap<string, Befundcode> = new Map([
  ['w:ins', 'EINFUEGUNG_OFFEN'],
  ['w:del', 'LOESCHUNG_OFFEN'],
  ['w:moveFrom', 'VERSCHIEBUNG_OFFEN'],
]);

/** Reports every open tracked change and every comment: drafts with open changes must not become official. */
export function meldeAenderungen(umgebung: Umgebung): void {
  const arten = new Set<string>();
  const gefunden: { code: Befundcode; text: string; ort: string | null }[] = [];
  const gehe = (knoten: Knoten, absatz: string): void => {
    for (const k of kinderVon(knoten)) {
      const hier = k.name === 'w:p' ? textVon(k) : absatz;
      const art = aufbau.get(k.name);
      if (art) arten.add(art);
      const code = textaenderungen.get(k.name);
      if (code) {
        const text = aenderungstext(k);
        // In the properties of a paragraph or row it is the mark itself that was inserted or deleted.
        const was = text === '' ? 'eine Absatzmarke oder Tabellenzeile' : zitat(text);
        gefunden.push({ code, text: was, ort: hier.trim() === '' ? null : `Absatz ${zitat(hier, 40)}` });
      } else gehe(k, hier);
    }
  };
  gehe(umgebung.paket.dokument, '');
  for (const { code, text, ort } of gefunden.slice(0, hoechstens))
    umgebung.befunde.push(befund(code, text, ort));
  if (gefunden.length > hoechstens) {
    umgebung.befunde.push(befund('WEITERE_AENDERUNGEN', String(gefunden.length - hoechstens)));
  }
  if (arten.size > 0) umgebung.befunde.push(befund('FORMATAENDERUNG_OFFEN', [...arten].join(', ')));
  meldeKommentare(umgebung);
}

function aenderungstext(knoten: Knoten): string {
  return (textVon(knoten) + alle(knoten, 'w:delText').map(rohtext).join('')).trim();
}

function meldeKommentare({ paket, befunde }: Umgebung): void {
  const kommentare = paket.kommentare ? alle(paket.kommentare, 'w:comment') : [];
  if (kommentare.length === 0) return;
  const orte = new Map<string, string>();
  for (const absatz of alle(paket.dokument, 'w:p')) {
    for (const verweis of alle(absatz, 'w:commentReference')) {
      orte.set(verweis.attribute.get('w:id') ?? '', `Absatz ${zitat(textVon(absatz), 40)}`);
    }
  }
  for (const kommentar of kommentare.slice(0, hoechstens)) {
    const ort = orte.get(kommentar.attribute.get('w:id') ?? '') ?? null;
    befunde.push(befund('KOMMENTAR', zitat(textVon(kommentar)), ort));
  }
  if (kommentare.length > hoechstens) {
    befunde.push(befund('WEITERE_KOMMENTARE', String(kommentare.length - hoechstens)));
  }
}
