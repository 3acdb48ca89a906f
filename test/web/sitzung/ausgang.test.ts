import { describe, expect, it } from 'vitest';
import { type Ergebnis, ergebnisSchema } from '../../../domain/ergebnis/schema.ts';
import {
  aendereAbstimmung,
  ausgaenge,
  ausgangVon,
  brauchtFolge,
  leeresErgebnis,
  liesZahl,
  mitAbstimmung,
  ohneAbstimmung,
  sachabstimmung,
  waehle,
} from '../../../web/ansichten/sitzung/durchfuehren/ausgang.ts';
import { urteile } from '../../../web/ansichten/sitzung/urteil.ts';
import { inBeratung, kopf, nachDerSitzung, setzeAn } from '../../domain/vorlage/hilfen.ts';

const werte = ausgaenge.map((a) => a.wert);

describe('one tap', () => {
  it.each(werte)('%s gives an outcome that reads back as itself', (wert) => {
    const e = waehle(null, wert, null);
    expect(ergebnisSchema.parse(e)).toEqual(e);
    expect(ausgangVon(e)).toBe(wert);
  });

  it.each(werte.flatMap((a) => werte.map((b) => [a, b] as const)))('%s, then %s', (a, b) => {
    const e = waehle(waehle(null, a, null), b, null);
    expect(ausgangVon(e)).toBe(b);
    expect(e).toEqual(waehle(null, b, null));
  });

  it('leaves nothing to say for Kenntnis of an Unterrichtung', () => {
    const urteil = urteile(setzeAn(inBeratung(kopf()), 1), 1, waehle(null, 'kenntnis', null), nachDerSitzung);
    expect([urteil?.widersprueche, urteil?.warnungen]).toEqual([[], []]);
  });

  it('keeps the counts between decisions, and gives them back after a mistaken tap', () => {
    const gezaehlt = aendereAbstimmung(waehle(null, 'mehrheitlich', null), 0, { ja: 9, nein: 5 });
    expect(sachabstimmung(waehle(gezaehlt, 'abgelehnt', null))).toMatchObject({ ja: 9, nein: 5 });
    const vertagt = waehle(gezaehlt, 'vertagt', null);
    expect(vertagt.abstimmungen).toEqual([]);
    const zurueck = waehle(vertagt, 'mehrheitlich', sachabstimmung(gezaehlt));
    expect(zurueck).toEqual(gezaehlt);
  });

  it('keeps Vermerk, further votes and the chosen Sitzung', () => {
    const vorher: Ergebnis = {
      ...mitAbstimmung(waehle(null, 'vertagt', null), 'Verfahren'),
      vermerk: 'Auf Wunsch der Fraktion.',
      folge: { gremium: null, sitzung: 's-2', terminOffen: false },
    };
    const abgesetzt = waehle(vorher, 'abgesetzt', null);
    expect(abgesetzt).toEqual({ ...vorher, verbleib: 'abgesetzt' });
    expect(waehle(abgesetzt, 'kenntnis', null).folge).toBeNull();
  });

  it('forgets the target of a Verweisung with its Sitzung when the item is put off here', () => {
    const verwiesen: Ergebnis = {
      ...waehle(null, 'verwiesen', null),
      folge: { gremium: 'rat', sitzung: 's-9', terminOffen: false },
    };
    expect(waehle(verwiesen, 'vertagt', null).folge).toEqual({
      gremium: null,
      sitzung: null,
      terminOffen: false,
    });
  });
});

describe('votes', () => {
  it('marks the vote on procedure that is printed where the item is put off, and only that', () => {
    const eine = mitAbstimmung(waehle(null, 'vertagt', null), 'Verfahren');
    expect(mitAbstimmung(eine, 'Verfahren').abstimmungen.map((a) => a.massgeblich)).toEqual([true, false]);
    expect(mitAbstimmung(leeresErgebnis, 'Verfahren').abstimmungen[0]?.massgeblich).toBe(false);
  });

  it('has one massgebliche vote at a time', () => {
    const zwei = mitAbstimmung(mitAbstimmung(null, 'Sache'), 'Sache');
    const erste = aendereAbstimmung(zwei, 0, { massgeblich: true });
    const zweite = aendereAbstimmung(erste, 1, { massgeblich: true });
    expect(zweite.abstimmungen.map((a) => a.massgeblich)).toEqual([false, true]);
    expect(ohneAbstimmung(zweite, 0).abstimmungen).toHaveLength(1);
  });

  it.each([
    ['', null],
    [' 7 ', 7],
    ['0', 0],
    ['10000', 10_000],
    ['10001', 'falsch'],
    ['-1', 'falsch'],
    ['1,5', 'falsch'],
    ['ja', 'falsch'],
  ])('reads %j as %j', (eingabe, erwartet) => expect(liesZahl(eingabe)).toBe(erwartet));

  it('asks for the next Sitzung where the item comes back', () => {
    expect(werte.filter((w) => brauchtFolge(waehle(null, w, null)))).toEqual([
      'vertagt',
      'verwiesen',
      'abgesetzt',
      'nichtBehandelt',
    ]);
  });
});
