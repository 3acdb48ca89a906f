import { describe, expect, it, test } from 'vitest';
import { type Upload, uploadlage, uploadSchema, verdikte } from '../../../domain/upload/upload.ts';

const datei = { versionId: 'v1', sha256: 'a'.repeat(64), groesse: 10 };
function upload(mehr: Partial<Upload> = {}): Upload {
  return uploadSchema.parse({
    id: 'u-1',
    vorlage: 'v-1',
    zweck: 'entwurf',
    dateiname: 'entwurf.docx',
    person: 'clerk',
    angekuendigt: '2026-03-02T09:00:00.000Z',
    schluessel: 'upload/u-1',
    datei,
    modell: null,
    inhalt: 'gut',
    befunde: [],
    felder: null,
    anlagentitel: [],
    verdikt: 'sauber',
    verdiktVersion: 'v1',
    abgelaufen: false,
    ersetzt: false,
    ...mehr,
  });
}

describe('benutzt wird nur, was sicher gut ist', () => {
  const faelle = [
    ['beide Prüfungen gut', {}, 'geprueft', null],
    ['gut, das Urteil kam erst nach der Frist', { abgelaufen: true }, 'geprueft', null],
    ['ohne Scanner in dieser Einrichtung', { verdikt: 'entfaellt', verdiktVersion: null }, 'geprueft', null],
    ['noch nicht hochgeladen', { datei: null, inhalt: 'offen', verdikt: null }, 'angekuendigt', null],
    ['unsere Prüfung läuft', { inhalt: 'offen' }, 'wirdGeprueft', null],
    ['der Scanner schweigt', { verdikt: null, verdiktVersion: null }, 'wirdGeprueft', null],
    ['das Urteil gilt einer anderen Version', { verdiktVersion: 'v0' }, 'wirdGeprueft', null],
    ['das Urteil nennt keine Version', { verdiktVersion: null }, 'wirdGeprueft', null],
    ['Schadsoftware', { verdikt: 'schadhaft' }, 'abgelehnt', 'SCHADSOFTWARE'],
    [
      'Schadsoftware, auch in anderer Version',
      { verdikt: 'schadhaft', verdiktVersion: 'v0' },
      'abgelehnt',
      'SCHADSOFTWARE',
    ],
    ['Kennwort: nicht prüfbar', { verdikt: 'nichtPruefbar' }, 'abgelehnt', 'NICHT_PRUEFBAR'],
    ['Scanner gescheitert', { verdikt: 'fehlgeschlagen' }, 'abgelehnt', 'NICHT_PRUEFBAR'],
    ['Inhalt schlecht, kein Befund', { inhalt: 'schlecht' }, 'abgelehnt', 'ABGELEHNT'],
    ['nach der Prüfung ausgetauscht', { ersetzt: true }, 'abgelehnt', 'UPLOAD_ERSETZT'],
    [
      'Frist vorbei, Scanner schweigt',
      { verdikt: null, abgelaufen: true },
      'abgelehnt',
      'PRUEFUNG_AUSGEBLIEBEN',
    ],
    [
      'Frist vorbei, unsere Prüfung offen',
      { inhalt: 'offen', abgelaufen: true },
      'abgelehnt',
      'PRUEFUNG_AUSGEBLIEBEN',
    ],
    [
      'Frist vorbei, nie hochgeladen',
      { datei: null, abgelaufen: true },
      'abgelehnt',
      'PRUEFUNG_AUSGEBLIEBEN',
    ],
  ] as const;
  test.each(faelle)('%s', (_, mehr, zustand, code) => {
    const lage = uploadlage(upload(mehr));
    expect(lage).toMatchObject({ zustand, code });
    expect(lage.satz === null).toBe(code === null);
  });

  it('der erste Fehler unserer Prüfung wird mit seiner Abhilfe gezeigt, nicht eine Warnung davor', () => {
    const befunde = [
      { art: 'warnung', code: 'W', satz: 'Warnung.', ort: null, abhilfe: '-' },
      {
        art: 'fehler',
        code: 'MAKRO',
        satz: 'Das Dokument enthält Makros.',
        ort: null,
        abhilfe: 'Als .docx speichern.',
      },
    ] as const;
    expect(uploadlage(upload({ inhalt: 'schlecht', befunde: [...befunde] }))).toEqual({
      zustand: 'abgelehnt',
      code: 'MAKRO',
      satz: 'Das Dokument enthält Makros. Als .docx speichern.',
    });
  });
});

describe('die ganze Wahrheitstafel', () => {
  const zeilen = (['offen', 'gut', 'schlecht'] as const).flatMap((inhalt) =>
    [null, 'entfaellt' as const, ...verdikte].flatMap((verdikt) =>
      [null, datei].flatMap((d) =>
        [false, true].flatMap((abgelaufen) =>
          [false, true].flatMap((ersetzt) =>
            [null, 'v0', 'v1'].map((verdiktVersion) =>
              upload({ inhalt, verdikt, datei: d, abgelaufen, ersetzt, verdiktVersion }),
            ),
          ),
        ),
      ),
    ),
  );
  it('von 432 Zeilen ist nur die rundum gute geprüft', () => {
    expect(zeilen).toHaveLength(432);
    const geprueft = zeilen.filter((u) => uploadlage(u).zustand === 'geprueft');
    for (const u of geprueft) {
      expect(u).toMatchObject({ inhalt: 'gut', ersetzt: false, datei });
      expect(u.verdikt === 'entfaellt' || (u.verdikt === 'sauber' && u.verdiktVersion === 'v1')).toBe(true);
    }
    // "sauber" for this version, or no scanner (with any version): in time and late.
    expect(geprueft).toHaveLength(2 + 6);
  });
  it('nach der Frist bleibt nichts in der Schwebe; ein Satz steht genau bei einer Ablehnung', () => {
    for (const u of zeilen) {
      const lage = uploadlage(u);
      if (u.abgelaufen) expect(['geprueft', 'abgelehnt']).toContain(lage.zustand);
      expect(lage.satz !== null).toBe(lage.zustand === 'abgelehnt');
      expect(lage.code !== null).toBe(lage.zustand === 'abgelehnt');
    }
  });
});
