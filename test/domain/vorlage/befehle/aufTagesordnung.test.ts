import { describe, expect, it, test } from 'vitest';
import { setzeAufTagesordnung, topSchema } from '../../../../domain/vorlage/befehle/aufTagesordnung.ts';
import type { Vorlagenstand } from '../../../../domain/vorlage/stand.ts';
import {
  abgeschlossen,
  amAusschuss,
  amDezernat,
  ausgang,
  entwurf,
  erwarteAblehnung,
  geplant,
  inBeratung,
  inUeberarbeitung,
  kopf,
  schliesseAb,
  setzeAn,
  sitzung,
  umgebung,
  weiter,
} from '../hilfen.ts';

const zwei = kopf({ gremienweg: [geplant(), geplant('rat', { datum: null })] });
const setze = (stand: Vorlagenstand, mehr = {}, wo: Partial<typeof sitzung> = {}) =>
  setzeAufTagesordnung(
    stand,
    { vorlage: 'v-1', beratung: 1, top: 'Ö 5', oeffentlich: true, ...mehr },
    { ...sitzung, ...wo },
    umgebung('sekretaer'),
  );

describe('TOP: Teil der Sitzung, dann die Nummer', () => {
  test.each(['Ö 1', 'Ö 5.1', 'N 2', 'Ö 10.2.3.4', 'Ö 999'])('%s', (top) => {
    expect(topSchema.safeParse(top).success).toBe(true);
  });
  test.each([
    '',
    'Ö',
    'Ö5',
    'Ö 0',
    'Ö 05',
    'O 5',
    'ö 5',
    'Ö 5.',
    'Ö 5.0',
    'N 1000',
    'Ö 1.2.3.4.5',
    ' Ö 5',
    'Ö 5\n',
  ])('nicht %j', (top) => {
    expect(topSchema.safeParse(top).success).toBe(false);
  });
});

describe('auf die Tagesordnung setzen', () => {
  it('Beratung, Tag und TOP stehen fest; das Ergebnis wird am Arbeitstag nach der Sitzung erwartet', () => {
    const danach = weiter(inBeratung(), setze(inBeratung()), 'sekretaer');
    expect(danach.gremienweg[0]).toMatchObject({ sitzung: 's-1', datum: '2026-04-22', top: 'Ö 5' });
    expect(danach.halt).toMatchObject({ wartenummer: 5, beginn: sitzung.beginn, frist: '2026-04-23' });
  });

  it('der Tag ist der in Berlin: 22:30 UTC ist dort schon der nächste', () => {
    const danach = weiter(inBeratung(), setze(inBeratung(), {}, { beginn: '2026-04-22T22:30:00.000Z' }), 's');
    expect(danach.gremienweg[0]?.datum).toBe('2026-04-23');
  });

  it('der Teil der Sitzung gilt ab jetzt: N macht die Beratung nichtöffentlich', () => {
    const danach = weiter(inBeratung(), setze(inBeratung(), { top: 'N 2', oeffentlich: false }), 's');
    expect(danach.gremienweg[0]).toMatchObject({ oeffentlich: false, top: 'N 2' });
  });

  it('eine spätere Beratung ändert nichts daran, auf welche gewartet wird', () => {
    const stand = inBeratung(zwei);
    const danach = weiter(stand, setze(stand, { beratung: 2 }, { id: 's-2', gremium: 'rat' }), 's');
    expect(danach.halt).toEqual(stand.halt);
    expect(danach.gremienweg[1]).toMatchObject({ sitzung: 's-2', datum: '2026-04-22' });
  });
});

describe('was nicht geht', () => {
  test.each([
    ['entwurf', entwurf],
    ['unterwegs', amDezernat],
    ['unterwegs, Formprüfung', amAusschuss],
    ['ueberarbeitung', inUeberarbeitung],
    ['abgeschlossen', abgeschlossen],
  ])('NICHT_SITZUNGSREIF: %s', (_, mache) => {
    erwarteAblehnung(setze(mache()), 'NICHT_SITZUNGSREIF');
  });

  const freigegeben = () => schliesseAb(setzeAn(inBeratung(zwei), 1), 1, ausgang());
  const faelle = [
    ['BERATUNG_UNBEKANNT', () => setze(inBeratung(), { beratung: 9 })],
    ['ERGEBNIS_FREIGEGEBEN', () => setze(freigegeben())],
    ['FALSCHES_GREMIUM', () => setze(inBeratung(), {}, { gremium: 'rat' })],
    ['SCHON_ANGESETZT', () => setze(setzeAn(inBeratung(), 1), {}, { id: 's-9' })],
    ['SCHON_ANGESETZT', () => setze(setzeAn(inBeratung(), 1), { top: 'Ö 7' })],
    ['TOP_TEIL', () => setze(inBeratung(), { top: 'Ö 5', oeffentlich: false })],
    ['TOP_TEIL', () => setze(inBeratung(), { top: 'N 5', oeffentlich: true })],
  ] as const;
  test.each(faelle)('%s', (code, befehl) => erwarteAblehnung(befehl(), code));
});
