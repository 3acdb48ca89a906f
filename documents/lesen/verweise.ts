import { erlaubterVerweis } from '../modell/verweis.ts';
import { zitat } from './befunde.ts';
import type { Umgebung } from './umgebung.ts';
import type { Knoten } from './xml.ts';

/** A complex field that is open (17.16.18): its instruction, whether the result has begun, and where it leads. */
export type Feldstand = { anweisung: string; imErgebnis: boolean; verweis: string | undefined };

/** Where a hyperlink leads, if it may be carried; else it is reported. */
export function verweisziel(hyperlink: Knoten, umgebung: Umgebung): string | undefined {
  const beziehung = umgebung.paket.beziehungen.get(hyperlink.attribute.get('r:id') ?? '');
  const anker = hyperlink.attribute.get('w:anchor');
  if (!beziehung) {
    // A link to a place within the draft has no address to carry.
    if (anker === undefined) umgebung.melde('VERWEIS', 'ohne Ziel');
    else umgebung.meldeEinmal('QUERVERWEIS');
    return undefined;
  }
  const roh = anker === undefined ? beziehung.ziel : `${beziehung.ziel}#${anker}`;
  return geprueft(roh, umgebung);
}

function geprueft(roh: string, umgebung: Umgebung): string | undefined {
  const erlaubt = erlaubterVerweis(roh);
  if (erlaubt === null) umgebung.melde('VERWEIS', zitat(roh));
  return erlaubt ?? undefined;
}

/** Follows the marks of complex fields; `offene` are those around the current place. */
export function leseFeldzeichen(knoten: Knoten, umgebung: Umgebung, offene: Feldstand[]): void {
  const art = knoten.attribute.get('w:fldCharType');
  const offen = offene.at(-1);
  if (art === 'begin') offene.push({ anweisung: '', imErgebnis: false, verweis: undefined });
  else if (art === 'end') offene.pop();
  else if (offen) {
    offen.imErgebnis = true;
    offen.verweis = feldverweis(offen.anweisung, umgebung) ?? offene.at(-2)?.verweis;
  }
}

/** Target of a HYPERLINK field: address and, after the switch l, the place in it (17.16.5.25). */
export function feldverweis(anweisung: string, umgebung: Umgebung): string | undefined {
  const treffer = /^\s*HYPERLINK\s+"([^"]+)"(?:.*\\l\s+"([^"]+)")?/is.exec(anweisung);
  if (!treffer?.[1]) return undefined;
  return geprueft(treffer[2] === undefined ? treffer[1] : `${treffer[1]}#${treffer[2]}`, umgebung);
}
