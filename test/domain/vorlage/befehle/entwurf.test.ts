import { describe, expect, it, test } from 'vitest';
import { aendere } from '../../../../domain/vorlage/befehle/aendern.ts';
import { anlegenSchema, legeAn } from '../../../../domain/vorlage/befehle/anlegen.ts';
import {
  einreichenSchema,
  reicheEin,
  reicheFassungEin,
} from '../../../../domain/vorlage/befehle/einreichen.ts';
import { kopfSchema } from '../../../../domain/vorlage/befehle/kopf.ts';
import {
  abgeschlossen,
  amAusschuss,
  amDezernat,
  amSozialamt,
  amt,
  einreichung,
  entwurf,
  ereignisse,
  erwarteAblehnung,
  geplant,
  inBeratung,
  inUeberarbeitung,
  kopf,
  umgebung,
  weiter,
} from '../hilfen.ts';

const clerk = umgebung('clerk');

describe('anlegen: ein Entwurf ohne Nummer, beim Amt', () => {
  it('merkt sich Amt, Dezernat, Verfasser und Gremienweg; niemand wird erwartet', () => {
    expect(entwurf()).toMatchObject({
      phase: 'entwurf',
      nummer: null,
      amt: { nr: '50', name: 'Sozialamt' },
      dezernat: '2',
      verfasser: 'clerk',
      halt: null,
      wartenummer: 0,
      fassungen: [],
      gremienweg: [{ nr: 1, gremium: 'sozialausschuss', freigegeben: null, ergebnis: null }],
    });
  });

  test.each([
    ['Betreff leer', { betreff: '  ' }],
    ['Betreff mit 251 Zeichen', { betreff: 'x'.repeat(251) }],
    ['Gremienweg leer', { gremienweg: [] }],
    ['Gremienweg mit 21 Beratungen', { gremienweg: Array.from({ length: 21 }, () => geplant()) }],
    ['Datum, das es nicht gibt', { datum: '2026-02-30' }],
    ['Gremium ohne gültige Kennung', { gremienweg: [geplant('Sozial Ausschuss')] }],
    ['Art, die es noch nicht gibt', { art: 'BV' }],
    ['unbekanntes Feld', { nummer: 'UV/0001/2026' }],
  ])('der Befehl wird nicht angenommen: %s', (_, falsch) => {
    expect(anlegenSchema.safeParse({ art: 'UV', amt: '50', ...kopf(), ...falsch }).success).toBe(false);
  });

  it('nimmt einen Betreff mit 250 Zeichen und neun Beratungen an', () => {
    const k = kopf({ betreff: 'x'.repeat(250), gremienweg: Array.from({ length: 9 }, () => geplant()) });
    expect(legeAn(anlegenSchema.parse({ art: 'UV', amt: '50', ...k }), amt).ok).toBe(true);
  });
});

describe('ändern: nur solange nichts eingereicht ist', () => {
  it('ersetzt Kopf und Gremienweg des Entwurfs', () => {
    const neu = kopf({ betreff: 'Neuer Titel', az: null, gremienweg: [geplant('rat'), geplant()] });
    const danach = weiter(entwurf(), aendere(entwurf(), neu), 'clerk');
    expect(danach).toMatchObject({ betreff: 'Neuer Titel', az: null, phase: 'entwurf' });
    expect(danach.gremienweg.map((b) => [b.nr, b.gremium])).toEqual([
      [1, 'rat'],
      [2, 'sozialausschuss'],
    ]);
  });

  test.each([
    ['unterwegs', amDezernat],
    ['ueberarbeitung', inUeberarbeitung],
    ['beratung', inBeratung],
    ['abgeschlossen', abgeschlossen],
  ])('KEIN_ENTWURF in der Phase %s', (phase, mache) => {
    const stand = mache();
    expect(stand.phase).toBe(phase);
    erwarteAblehnung(aendere(stand, kopf()), 'KEIN_ENTWURF');
  });
});

describe('einreichen: die erste Fassung geht an die erste Station', () => {
  it('trägt die gezogene Nummer und wartet beim Dezernat, drei Arbeitstage', () => {
    expect(amDezernat()).toMatchObject({
      nummer: 'UV/0001/2026',
      phase: 'unterwegs',
      wartenummer: 1,
      halt: { art: 'station', station: 'Dezernat', rolle: 'Dezernat', bereich: '2', frist: '2026-03-05' },
      fassungen: [{ nr: 1, eingereichtVon: 'clerk', anlagen: [{ titel: 'Jahresbericht' }] }],
    });
  });

  test.each([
    ['unterwegs', amDezernat],
    ['ueberarbeitung', inUeberarbeitung],
    ['beratung', inBeratung],
    ['abgeschlossen', abgeschlossen],
  ])('SCHON_EINGEREICHT in der Phase %s: keine zweite Nummer', (_, mache) => {
    erwarteAblehnung(reicheEin(mache(), einreichung(), kopf(), 'UV/0002/2026', clerk), 'SCHON_EINGEREICHT');
  });

  test.each([
    ['einen Tag nach der einzigen Sitzung', '2026-04-23', ['2026-04-22'], false],
    ['am Tag der Sitzung', '2026-04-22', ['2026-04-22'], true],
    ['nach der ersten, vor der zweiten', '2026-05-01', ['2026-05-20', '2026-04-22'], false],
    ['kein Datum', null, ['2026-04-22'], true],
    ['keine Sitzung mit Tag', '2026-12-31', [null], true],
    ['die früheste mit Tag zählt', '2026-04-30', [null, '2026-05-01'], true],
  ])('Datum der Vorlage %s', (_, datum, tage, erlaubt) => {
    const k = kopf({ datum, gremienweg: tage.map((tag) => geplant('sozialausschuss', { datum: tag })) });
    const erste = reicheEin(entwurf(), einreichung(), k, 'UV/0001/2026', clerk);
    const zweite = reicheFassungEin(inUeberarbeitung(), einreichung(2), k, clerk);
    for (const antwort of [erste, zweite]) {
      if (erlaubt) expect(antwort.ok).toBe(true);
      else erwarteAblehnung(antwort, 'DATUM_NACH_SITZUNG');
    }
  });

  test.each([
    ['entwurf', entwurf],
    ['unterwegs', amSozialamt],
    ['unterwegs bei der Formprüfung', amAusschuss],
    ['beratung', inBeratung],
    ['abgeschlossen', abgeschlossen],
  ])('KEINE_UEBERARBEITUNG: neue Fassung in der Phase %s', (_, mache) => {
    erwarteAblehnung(reicheFassungEin(mache(), einreichung(2), kopf(), clerk), 'KEINE_UEBERARBEITUNG');
  });

  it('ohne Angabe ist eine Anlage öffentlich; mehr als 50 sind zu viele', () => {
    const anlage = { upload: 'u-1', titel: 'Karte' };
    expect(einreichenSchema.parse({ entwurf: 'u-0', anlagen: [anlage] }).anlagen[0]?.oeffentlich).toBe(true);
    const viele = { entwurf: 'u-0', anlagen: Array.from({ length: 51 }, () => anlage) };
    expect(einreichenSchema.safeParse(viele).success).toBe(false);
  });

  it('was Menschen benennen, steht als löschbarer Freitext im Ereignis: Betreff, Titel, Dateinamen', () => {
    const [e] = ereignisse(reicheEin(entwurf(), einreichung(), kopf(), 'UV/0001/2026', clerk));
    expect(e?.daten).toMatchObject({
      betreff: { freitext: 'Bericht zur Wohnberatung' },
      fassung: {
        entwurf: { dateiname: { freitext: 'entwurf.docx' } },
        anlagen: [
          { titel: { freitext: 'Jahresbericht' }, datei: { dateiname: { freitext: 'bericht.pdf' } } },
        ],
      },
    });
  });

  it('der Kopf hat Vorgaben: kein Az., kein Datum', () => {
    expect(kopfSchema.parse({ betreff: 'B', gremienweg: [geplant()] })).toMatchObject({
      az: null,
      datum: null,
    });
  });
});
