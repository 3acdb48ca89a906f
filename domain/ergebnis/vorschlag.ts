import type { Landesrecht } from '../landesrecht/landesrecht.ts';
import { hatAbstimmung, massgebliche, mehrheitsurteil, stimmenlage } from './regeln/begriffe.ts';
import type { Abstimmung, Ergebnis } from './schema.ts';
import type { Pruefung, Umfeld } from './umfeld.ts';

type Ausgang = Pick<Abstimmung, 'richtung' | 'mehrheit'>;

const abgelehnt: Ausgang = { richtung: 'abgelehnt', mehrheit: null };

/** Direction and majority that the counts themselves name, with the row; null where they stay silent. */
function ausZahlen(a: Abstimmung, e: Ergebnis, u: Umfeld, recht: Landesrecht): [number, Ausgang] | null {
  const urteil = mehrheitsurteil(a, e, u, recht);
  switch (stimmenlage(a)) {
    case 'leer':
      return null;
    case 'nurEnthaltungen':
      return [9, abgelehnt];
    case 'gleichstand':
      return [7, abgelehnt];
    case 'mehrNein':
      return [
        a.richtung === 'angenommen'
          ? 8
          : a.ja === 0
            ? a.mehrheit === 'mehrheitlich'
              ? 3
              : 5
            : a.mehrheit === null
              ? 6
              : 1,
        { richtung: 'abgelehnt', mehrheit: a.ja === 0 ? 'einstimmig' : 'mehrheitlich' },
      ];
    case 'mehrJa':
      if (urteil === 'verfehlt') return [10, abgelehnt];
      if (urteil === 'unbekannt' && a.richtung === 'abgelehnt') return null;
      return [
        a.richtung === 'abgelehnt' ? 6 : a.mehrheit === null ? 0 : a.nein === 0 ? 3 : 1,
        { richtung: 'angenommen', mehrheit: a.nein === 0 ? 'einstimmig' : 'mehrheitlich' },
      ];
    case 'unbekannt':
      return ausTeilzahlen(a, urteil !== 'einfach');
  }
}

/** The same where only one side was counted: only what follows from that one number. */
function ausTeilzahlen(a: Abstimmung, qualifiziert: boolean): [number, Ausgang] | null {
  const gegen = a.richtung === 'angenommen' ? a.nein : a.ja;
  if (gegen === null || (a.richtung === 'abgelehnt' && qualifiziert)) return null;
  if (gegen > 0 && a.mehrheit === 'einstimmig')
    return [1, { richtung: a.richtung, mehrheit: 'mehrheitlich' }];
  if (gegen === 0 && a.mehrheit === 'mehrheitlich')
    return [3, { richtung: a.richtung, mehrheit: 'einstimmig' }];
  if (a.massgeblich && a.richtung === 'angenommen' && a.mehrheit === null) {
    return [0, { richtung: a.richtung, mehrheit: gegen === 0 ? 'einstimmig' : 'mehrheitlich' }];
  }
  return null;
}

function inWorten({ richtung, mehrheit }: Ausgang): string {
  return mehrheit === null ? `${richtung}, ohne Angabe einer Mehrheit` : `${mehrheit} ${richtung}`;
}

function mitAbstimmung(e: Ergebnis, index: number, neu: Partial<Abstimmung>): Ergebnis {
  return { ...e, abstimmungen: e.abstimmungen.map((a, i) => (i === index ? { ...a, ...neu } : a)) };
}

/**
 * A corrected outcome to take over with one click, or null. One correction at a time, the first that the
 * outcome itself names; it never invents a count, a wording or a Gremium.
 */
export function schlageVor(e: Ergebnis, u: Umfeld, recht: Landesrecht): Pruefung['vorschlag'] {
  for (const [index, a] of e.abstimmungen.entries()) {
    if (stimmenlage(a) === 'leer') {
      return {
        zeile: 9,
        satz: 'Zahlen leer lassen, weil nicht gezählt wurde.',
        ergebnis: mitAbstimmung(e, index, { ja: null, nein: null, enthaltungen: null, ungueltig: null }),
      };
    }
    const fund = ausZahlen(a, e, u, recht);
    if (fund === null) continue;
    const [zeile, ausgang] = fund;
    if (a.richtung === ausgang.richtung && a.mehrheit === ausgang.mehrheit) continue;
    return {
      zeile,
      satz: `Nach den Zahlen: ${inWorten(ausgang)}.`,
      ergebnis: mitAbstimmung(e, index, ausgang),
    };
  }
  if (e.verbleib !== 'behandelt') return null;
  if (massgebliche(e) === undefined && hatAbstimmung(e, 'Sache')) {
    const index = e.abstimmungen.findLastIndex((a) => a.gegenstand === 'Sache');
    return {
      zeile: 0,
      satz: 'Die letzte Abstimmung zur Sache als maßgeblich kennzeichnen.',
      ergebnis: mitAbstimmung(e, index, { massgeblich: true }),
    };
  }
  if (u.vorlagenart === 'UV' && !e.kenntnis && e.abstimmungen.length === 0) {
    return {
      zeile: 12,
      satz: 'Zur Kenntnis genommen.',
      ergebnis: { ...e, kenntnis: true, geaendert: false },
    };
  }
  return null;
}
