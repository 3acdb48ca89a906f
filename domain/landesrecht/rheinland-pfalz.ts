import { type Feiertag, feiertageRheinlandPfalz } from './feiertage.ts';
import type { Anwesenheit, Beschlussfaehigkeit, Landesrecht } from './landesrecht.ts';

const feiertageJeJahr = new Map<number, readonly Feiertag[]>();

/**
 * § 39 GemO. (1) S. 1: more than half of the legal number. S. 2: three after a second call that said so.
 * S. 3: three where the legal number is below six. (2): where bias (§ 22) is a cause of the shortfall (VV no. 1:
 * one among others is enough), a third; below that the Buergermeister decides.
 */
function beschlussfaehigkeit(a: Anwesenheit): Beschlussfaehigkeit {
  const { gesetzlicheZahl: zahl, mitwirkende, vorAusschluss } = a;
  if (zahl === null || mitwirkende === null) return 'unbekannt';
  const genuegt = (anwesend: number) => (a.zweiteEinladung || zahl < 6 ? anwesend >= 3 : anwesend * 2 > zahl);
  if (genuegt(mitwirkende)) return 'ja';
  if (vorAusschluss === null || vorAusschluss <= mitwirkende || !genuegt(vorAusschluss)) return 'nein';
  return mitwirkende * 3 >= zahl ? 'ja' : 'buergermeister';
}

/**
 * Gemeindeordnung (GemO) of Rheinland-Pfalz. For committees the same paragraphs hold through § 46 (4).
 * MGeschO: the Land's model for a council's Geschaeftsordnung.
 */
export const rheinlandPfalz: Landesrecht = {
  land: 'RP',
  bezeichnung: 'Rheinland-Pfalz',
  paragrafZurZeile: {
    2: '§ 40 Abs. 4 GemO',
    5: '§ 40 Abs. 1 GemO',
    6: '§ 40 Abs. 1 GemO',
    7: '§ 40 Abs. 1 S. 2 GemO',
    8: '§ 40 Abs. 1 S. 1 GemO',
    9: '§ 40 Abs. 1 und 4 GemO',
    10: '§ 40 Abs. 1 GemO (§ 34 Abs. 7, § 37 Abs. 1 GemO)',
    11: '§ 23 Abs. 4 MGeschO',
    13: '§ 23 Abs. 1 MGeschO',
    14: '§ 23 Abs. 1 MGeschO',
    24: '§ 39 GemO',
    25: '§ 22 Abs. 6 GemO',
    26: '§ 35 GemO',
    27: '§ 35 Abs. 1 S. 3 GemO',
    30: '§ 41 GemO',
  },
  paragrafen: {
    einladungsfrist: '§ 34 Abs. 3 S. 1 GemO',
    dringlichkeit: '§ 34 Abs. 3 S. 2 GemO',
    niederschrift: '§ 41 Abs. 2 GemO',
    aussetzung: '§ 42 GemO',
    entscheidungBuergermeister: '§ 39 Abs. 2 GemO',
  },
  einladungsfrist: { volleTage: 4, volleTageDringlich: 1 },
  niederschriftMonate: 1,
  feiertage(jahr) {
    const bekannt = feiertageJeJahr.get(jahr);
    if (bekannt) return bekannt;
    const tage = feiertageRheinlandPfalz(jahr);
    feiertageJeJahr.set(jahr, tage);
    return tage;
  },
  beschlussfaehigkeit,
  mehrheitErreicht({ ja, nein }, erfordernis, bezug) {
    if (ja === null) return null;
    // § 40 (1) S. 2, (4): a tie rejects; abstentions and invalid votes do not count.
    const grundlage = erfordernis?.grundlage ?? 'stimmen';
    const basis =
      grundlage === 'stimmen'
        ? nein === null
          ? null
          : ja + nein
        : grundlage === 'anwesende'
          ? bezug.anwesende
          : bezug.gesetzlicheZahl;
    if (basis === null) return null;
    if (nein !== null && ja <= nein) return false;
    return erfordernis?.anteil === 'zweiDrittel' ? ja * 3 >= basis * 2 : ja * 2 > basis;
  },
};
