import { describe, expect, it } from 'vitest';
import { type Upload, uploadlage, uploadSchema } from '../../../domain/upload/upload.ts';
import { nimmPruefung, nimmVerdikt } from '../../../domain/upload/verdikt.ts';

const angekuendigt: Upload = uploadSchema.parse({
  id: 'u1',
  vorlage: 'v1',
  zweck: 'entwurf',
  dateiname: 'entwurf.docx',
  person: 'feldkamp',
  angekuendigt: '2026-03-24T08:00:00.000Z',
  schluessel: 'upload/v1/u1',
  datei: null,
  modell: null,
  inhalt: 'offen',
  befunde: [],
  felder: null,
  anlagentitel: [],
  verdikt: null,
  verdiktVersion: null,
  abgelaufen: false,
  ersetzt: false,
});

/** Our own check settles on the first version. */
const pruefung = (u: Upload) =>
  nimmPruefung(u, {
    inhalt: 'gut',
    befunde: [],
    felder: null,
    anlagentitel: [],
    modell: null,
    datei: { versionId: 'erste', sha256: '0'.repeat(64), groesse: 1 },
  });
const sauber = (version: string) => (u: Upload) => nimmVerdikt(u, version, 'sauber');
const schadhaft = (version: string) => (u: Upload) => nimmVerdikt(u, version, 'schadhaft');

type Schritt = (u: Upload) => Upload;
function reihenfolgen(schritte: readonly Schritt[]): Schritt[][] {
  if (schritte.length === 0) return [[]];
  return schritte.flatMap((s) => reihenfolgen(schritte.filter((x) => x !== s)).map((rest) => [s, ...rest]));
}
const nacheinander = (schritte: readonly Schritt[]) => schritte.reduce((u, s) => s(u), angekuendigt);

describe('Urteil und Prüfung treffen in jeder Reihenfolge ein', () => {
  it.each<[string, Schritt[], string | null]>([
    ['ein sauberes Urteil', [pruefung, sauber('erste')], null],
    ['die Datei kam zweimal', [pruefung, sauber('erste'), sauber('zweite')], null],
    ['die zweite ist schadhaft', [pruefung, sauber('erste'), schadhaft('zweite')], 'SCHADSOFTWARE'],
    ['die erste ist schadhaft', [pruefung, schadhaft('erste'), sauber('zweite')], 'SCHADSOFTWARE'],
  ])('%s', (_name, schritte, code) => {
    for (const folge of reihenfolgen(schritte)) expect(uploadlage(nacheinander(folge)).code).toBe(code);
    if (code === null) {
      for (const folge of reihenfolgen(schritte)) {
        expect(uploadlage(nacheinander(folge)).zustand).toBe('geprueft');
      }
    }
  });

  it('das Urteil über eine andere Version allein reicht nicht', () => {
    expect(uploadlage(nacheinander([sauber('zweite'), pruefung])).zustand).toBe('wirdGeprueft');
  });

  it('dasselbe zweimal ändert nichts, auch nicht das Objekt', () => {
    const einmal = nacheinander([pruefung, sauber('erste')]);
    expect(sauber('erste')(einmal)).toBe(einmal);
    expect(pruefung(einmal)).toBe(einmal);
    const vorab = sauber('erste')(angekuendigt);
    expect(sauber('erste')(vorab)).toBe(vorab);
  });
});
