import { describe, expect, it, test } from 'vitest';
import { type Ergebnis, ergebnisSchema } from '../../../../domain/ergebnis/schema.ts';
import {
  berichtige,
  berichtigenSchema,
  erfasse,
  freigebenSchema,
  gibFrei,
} from '../../../../domain/vorlage/befehle/ergebnis.ts';
import type { Vorlagenstand } from '../../../../domain/vorlage/stand.ts';
import {
  abgeschlossen,
  abgesetzt,
  alleZeilen,
  amAusschuss,
  amDezernat,
  ausgang,
  beschluss,
  entwurf,
  ereignisse,
  erwarteAblehnung,
  geplant,
  imProtokoll,
  inBeratung,
  inUeberarbeitung,
  kopf,
  montag,
  nachDerSitzung,
  nichtBehandelt,
  schliesseAb,
  schreibeErgebnis,
  setzeAn,
  umgebung,
  vertagt,
  verwiesenAn,
  weiter,
  zurueckgezogen,
} from '../hilfen.ts';

const zwei = kopf({ gremienweg: [geplant(), geplant('rat', { datum: null })] });
const angesetzt = (k = kopf()) => setzeAn(inBeratung(k), 1);
const widerspruch = ausgang({ verbleib: 'vertagt', kenntnis: false });
const warnung = ausgang({ verbleib: 'ohneBE' }); // row 22: Kenntnis beside "ohne BE"

describe('erfassen: nichts hindert das Speichern in der Sitzung', () => {
  test.each([
    ['Kenntnis', ausgang()],
    ['ein Widerspruch', widerspruch],
    ['eine Warnung', warnung],
  ])('%s wird gespeichert und bleibt änderbar; der Weg ändert sich nicht', (_, e) => {
    const stand = angesetzt();
    const danach = schreibeErgebnis(schreibeErgebnis(stand, 1, beschluss), 1, e);
    expect(danach.gremienweg[0]).toMatchObject({ ergebnis: e, erfasstVon: 'sekretaer', freigegeben: null });
    expect(danach.halt).toEqual(stand.halt);
  });

  it('aller Wortlaut ist löschbarer Freitext: der des Ausgangs, jeder Abstimmung und der Hinderungsgrund', () => {
    const e = { ...beschluss, wortlaut: 'W', vermerk: 'V', keineBekanntgabe: 'K' };
    const [neu] = ereignisse(erfasse(angesetzt(), 1, e));
    expect(neu?.daten).toMatchObject({
      ergebnis: {
        wortlaut: { freitext: 'W' },
        vermerk: { freitext: 'V' },
        keineBekanntgabe: { freitext: 'K' },
        abstimmungen: [{ wortlaut: { freitext: 'Die Verwaltung berichtet künftig jährlich.' } }],
      },
    });
    expect(schreibeErgebnis(angesetzt(), 1, e).gremienweg[0]?.ergebnis).toEqual(e);
  });

  it('ein Ziel, das keine Kennung eines Gremiums ist, kommt nicht in die Akte', () => {
    expect(ergebnisSchema.safeParse(verwiesenAn('haupt-ausschuss')).success).toBe(true);
    expect(ergebnisSchema.safeParse(verwiesenAn('Haupt Ausschuss')).success).toBe(false);
  });
});

describe('erfassen und freigeben setzen eine Beratung auf einer Tagesordnung voraus', () => {
  const beide = (stand: Vorlagenstand, nr: number) => [
    erfasse(stand, nr, ausgang()),
    gibFrei(stand, nr, [], imProtokoll()),
  ];
  const faelle = [
    ['BERATUNG_UNBEKANNT', 'keine solche Nummer', () => beide(angesetzt(), 9)],
    ['NICHT_IN_BERATUNG', 'entwurf', () => beide(entwurf(), 1)],
    ['NICHT_IN_BERATUNG', 'am Dezernat', () => beide(amDezernat(), 1)],
    ['NICHT_IN_BERATUNG', 'bei der Formprüfung', () => beide(amAusschuss(), 1)],
    ['NICHT_IN_BERATUNG', 'in der Überarbeitung', () => beide(inUeberarbeitung(), 1)],
    ['NICHT_IN_BERATUNG', 'abgeschlossen', () => beide(abgeschlossen(), 1)],
    ['OHNE_SITZUNG', 'noch im Pool', () => beide(inBeratung(), 1)],
    [
      'ERGEBNIS_FREIGEGEBEN',
      'schon freigegeben, die nächste wartet',
      () => beide(schliesseAb(angesetzt(zwei), 1, ausgang()), 1),
    ],
  ] as const;
  test.each(faelle)('%s: %s', (code, _, versuche) => {
    for (const antwort of versuche()) erwarteAblehnung(antwort, code);
  });
});

describe('freigeben: Widersprüche hindern, Warnungen werden bestätigt', () => {
  const frei = (stand: Vorlagenstand, e: Ergebnis, bestaetigt: number[] = [], u = imProtokoll()) =>
    gibFrei(schreibeErgebnis(stand, 1, e), 1, bestaetigt, u);

  it('ERGEBNIS_FEHLT ohne Erfassung', () => {
    erwarteAblehnung(gibFrei(angesetzt(), 1, [], imProtokoll()), 'ERGEBNIS_FEHLT');
  });

  it('ERGEBNIS_WIDERSPRUCH auch dann, wenn alle Zeilen bestätigt sind; die Befunde liegen bei', () => {
    const antwort = frei(angesetzt(), widerspruch, alleZeilen);
    erwarteAblehnung(antwort, 'ERGEBNIS_WIDERSPRUCH');
    expect(antwort).toMatchObject({ einzelheiten: { widersprueche: [{ zeile: 17 }] } });
  });

  test.each([
    ['keine bestätigt', []],
    ['eine andere Zeile bestätigt', [13]],
  ])('WARNUNG_UNBESTAETIGT: %s', (_, bestaetigt) => {
    erwarteAblehnung(frei(angesetzt(), warnung, bestaetigt), 'WARNUNG_UNBESTAETIGT');
  });

  it('mehrere Warnungen in einer Liste: eine fehlende genügt zur Ablehnung', () => {
    const e = ausgang({ ...beschluss, kenntnis: true }); // rows 13 and 14
    erwarteAblehnung(frei(angesetzt(), e, [13]), 'WARNUNG_UNBESTAETIGT');
    erwarteAblehnung(frei(angesetzt(), e, [14]), 'WARNUNG_UNBESTAETIGT');
    expect(frei(angesetzt(), e, [13, 14]).ok).toBe(true);
  });

  it('festgehalten wird, was wirklich bestätigt wurde, und von wem', () => {
    const [e] = ereignisse(frei(angesetzt(), warnung, alleZeilen));
    expect(e).toMatchObject({ art: 'ErgebnisFreigegeben', daten: { bestaetigt: [22] } });
    expect(schliesseAb(angesetzt(), 1, warnung).gremienweg[0]?.freigegeben).toMatchObject({
      person: 'sekretaer',
      zeit: nachDerSitzung,
    });
  });

  it('auch die Warnung der Zeile 0 lässt sich bestätigen: nur ein Vermerk', () => {
    const nurVermerk = ausgang({ kenntnis: false, vermerk: 'Aussprache ohne Beschluss.' });
    const { bestaetigt } = freigebenSchema.parse({ bestaetigt: [0] });
    erwarteAblehnung(frei(angesetzt(), nurVermerk), 'WARNUNG_UNBESTAETIGT');
    expect(frei(angesetzt(), nurVermerk, bestaetigt).ok).toBe(true);
  });

  test.each([
    ['vor der Sitzung Kenntnis', ausgang(), montag, 'ERGEBNIS_WIDERSPRUCH'],
    ['vor der Sitzung vertagt', vertagt, montag, 'ERGEBNIS_WIDERSPRUCH'],
    ['vor der Sitzung abgesetzt', abgesetzt, montag, null],
    ['vor der Sitzung zurückgezogen', zurueckgezogen, montag, null],
    ['nach ihrem Beginn Kenntnis', ausgang(), nachDerSitzung, null],
  ])('Zeile 29: %s', (_, e, jetzt, code) => {
    const antwort = frei(angesetzt(), e, [], umgebung('sekretaer', { jetzt }));
    if (code) erwarteAblehnung(antwort, code);
    else expect(antwort.ok).toBe(true);
  });
});

describe('Zeile 31: was folgt', () => {
  const zweiEntscheiden = kopf({
    gremienweg: [geplant('sozialausschuss', { rolle: 'Entscheidung' }), geplant('rat')],
  });
  const weg = (s: Vorlagenstand) => s.gremienweg.map((b) => `${b.nr} ${b.gremium}`).join(', ');
  const faelle = [
    ['Kenntnis, die letzte', kopf(), ausgang(), 'erledigt', 'abgeschlossen', '1 sozialausschuss', null],
    ['Kenntnis, eine folgt', zwei, ausgang(), 'erledigt', 'beratung', '1 sozialausschuss, 2 rat', 2],
    ['ohne BE, eine folgt', zwei, warnung, 'erledigt', 'beratung', '1 sozialausschuss, 2 rat', 2],
    [
      'Entscheidung beendet, auch wenn noch eine folgte',
      zweiEntscheiden,
      beschluss,
      'erledigt',
      'abgeschlossen',
      '1 sozialausschuss, 2 rat',
      null,
    ],
    ['vertagt', zwei, vertagt, 'vertagt', 'beratung', '1 sozialausschuss, 3 sozialausschuss, 2 rat', 3],
    ['abgesetzt', kopf(), abgesetzt, 'abgesetzt', 'beratung', '1 sozialausschuss, 2 sozialausschuss', 2],
    [
      'nicht behandelt',
      kopf(),
      nichtBehandelt,
      'nichtBehandelt',
      'beratung',
      '1 sozialausschuss, 2 sozialausschuss',
      2,
    ],
    [
      'verwiesen: dorthin, dann zurück, dann weiter',
      zwei,
      verwiesenAn('hauptausschuss'),
      'verwiesen',
      'beratung',
      '1 sozialausschuss, 3 hauptausschuss, 4 sozialausschuss, 2 rat',
      3,
    ],
    [
      'zurückgezogen',
      zwei,
      zurueckgezogen,
      'zurueckgezogen',
      'zurueckgezogen',
      '1 sozialausschuss, 2 rat',
      null,
    ],
  ] as const;
  test.each(faelle)('%s', (_, k, e, folge, phase, gremienweg, erwartet) => {
    const vorher = angesetzt(k);
    const danach = schliesseAb(vorher, 1, e);
    expect(danach).toMatchObject({ letzteFolge: folge, phase });
    expect(weg(danach)).toBe(gremienweg);
    if (erwartet === null) expect(danach.halt).toBeNull();
    else {
      expect(danach.halt).toMatchObject({
        art: 'beratung',
        beratung: erwartet,
        wartenummer: vorher.wartenummer + 1,
        bereich: danach.gremienweg.find((b) => b.nr === erwartet)?.gremium,
      });
    }
  });

  it('eingefügte Beratungen liegen ohne Sitzung im Pool, behalten den Teil und nennen ihre Herkunft', () => {
    const vorher = setzeAn(inBeratung(), 1, { oeffentlich: false });
    const danach = schliesseAb(vorher, 1, verwiesenAn('hauptausschuss'));
    expect(danach.gremienweg.slice(1)).toMatchObject([
      { gremium: 'hauptausschuss', oeffentlich: false, sitzung: null, datum: null, folgtAus: 1 },
      { gremium: 'sozialausschuss', oeffentlich: false, sitzung: null, datum: null, folgtAus: 2 },
    ]);
  });

  test.each([
    ['Kenntnisnahme', 'Kenntnisnahme'],
    ['Entscheidung', 'Vorberatung'],
    ['Vorberatung', 'Vorberatung'],
    ['Anhoerung', 'Vorberatung'],
  ] as const)('verwiesen aus einer Beratung zur %s: das andere Gremium hat sie zur %s', (rolle, dort) => {
    const stand = angesetzt(kopf({ gremienweg: [geplant('sozialausschuss', { rolle })] }));
    const danach = schliesseAb(stand, 1, verwiesenAn('hauptausschuss'));
    expect(danach.gremienweg.map((b) => b.rolle)).toEqual([rolle, dort, rolle]);
  });

  it('zweimal vertagt, dann Kenntnis: der Weg endet erst mit ihr', () => {
    let stand = schliesseAb(angesetzt(), 1, vertagt);
    stand = schliesseAb(setzeAn(stand, 2), 2, vertagt);
    stand = schliesseAb(setzeAn(stand, 3), 3, ausgang());
    expect(stand).toMatchObject({ phase: 'abgeschlossen', halt: null, letzteFolge: 'erledigt' });
    expect(stand.gremienweg.map((b) => b.folgtAus)).toEqual([null, 1, 2]);
  });
});

describe('Zeile 28: parallele Sitzungen', () => {
  const beide = () => setzeAn(setzeAn(inBeratung(zwei), 1), 2);
  it('das spätere Gremium kann zuerst freigeben; die Vorlage endet erst mit der letzten offenen', () => {
    const rat = schliesseAb(beide(), 2, ausgang());
    expect(rat).toMatchObject({
      phase: 'beratung',
      halt: { beratung: 1 },
      wartenummer: beide().wartenummer + 1,
    });
    expect(schliesseAb(rat, 1, ausgang())).toMatchObject({ phase: 'abgeschlossen', halt: null });
  });

  it('die Einstellung „Reihenfolge zwingend“ macht daraus einen Widerspruch', () => {
    const u = imProtokoll();
    const zwingend = { ...u, einstellungen: { ...u.einstellungen, reihenfolgeZwingend: true } };
    const stand = schreibeErgebnis(beide(), 2, ausgang());
    erwarteAblehnung(gibFrei(stand, 2, alleZeilen, zwingend), 'ERGEBNIS_WIDERSPRUCH');
  });
});

describe('Zeile 30: berichtigen, mit Begründung, ohne den Weg zu ändern', () => {
  const befehl = (ergebnis: Ergebnis, bestaetigt = alleZeilen) => ({
    ergebnis,
    begruendung: 'Zählfehler',
    bestaetigt,
  });
  const einstimmig = angesetzt(zwei);
  const frei = () => schliesseAb(einstimmig, 1, beschluss);
  const mehrheitlich = {
    ...beschluss,
    abstimmungen: beschluss.abstimmungen.map((a) => ({
      ...a,
      mehrheit: 'mehrheitlich' as const,
      ja: 9,
      nein: 2,
    })),
  };

  it('ersetzt das Ergebnis und lässt Freigabe, Weg und Halt, wie sie sind', () => {
    const danach = weiter(frei(), berichtige(frei(), 1, befehl(mehrheitlich), imProtokoll()), 'sekretaer');
    expect(danach.gremienweg[0]).toMatchObject({
      ergebnis: mehrheitlich,
      freigegeben: frei().gremienweg[0]?.freigegeben,
    });
    expect(danach.halt).toEqual(frei().halt);
    expect(danach.phase).toBe(frei().phase);
  });

  test.each([
    ['nach dem Ende', () => abgeschlossen(), ausgang({ vermerk: 'Ergänzt.' })],
    [
      'nach einer Rücknahme in der Sitzung',
      () => schliesseAb(angesetzt(), 1, zurueckgezogen),
      zurueckgezogen,
    ],
    ['vertagt bleibt im Pool', () => schliesseAb(angesetzt(), 1, vertagt), abgesetzt],
  ])('geht auch %s', (_, mache, e) => {
    expect(berichtige(mache(), 1, befehl(e), imProtokoll()).ok).toBe(true);
  });

  const faelle = [
    ['BERATUNG_UNBEKANNT', () => berichtige(frei(), 9, befehl(ausgang()), imProtokoll())],
    ['NICHT_FREIGEGEBEN', () => berichtige(frei(), 2, befehl(ausgang()), imProtokoll())],
    ['NICHT_FREIGEGEBEN', () => berichtige(einstimmig, 1, befehl(ausgang()), imProtokoll())],
    ['ERGEBNIS_WIDERSPRUCH', () => berichtige(frei(), 1, befehl(widerspruch), imProtokoll())],
    ['WARNUNG_UNBESTAETIGT', () => berichtige(frei(), 1, befehl(mehrheitlich, [14]), imProtokoll())],
    ['FOLGE_GEAENDERT', () => berichtige(frei(), 1, befehl(vertagt), imProtokoll())],
    [
      'FOLGE_GEAENDERT',
      () => {
        const stand = schliesseAb(angesetzt(), 1, verwiesenAn('hauptausschuss'));
        return berichtige(stand, 1, befehl(verwiesenAn('bauausschuss')), imProtokoll());
      },
    ],
  ] as const;
  test.each(faelle)('%s', (code, versuch) => erwarteAblehnung(versuch(), code));

  it('Begründung ist Pflicht; bestätigt werden nur Zeilen, die es gibt', () => {
    expect(berichtigenSchema.safeParse({ ergebnis: ausgang(), begruendung: ' ' }).success).toBe(false);
    expect(freigebenSchema.safeParse({ bestaetigt: [-1] }).success).toBe(false);
    expect(freigebenSchema.safeParse({ bestaetigt: [32] }).success).toBe(false);
    expect(freigebenSchema.parse({})).toEqual({ bestaetigt: [] });
  });
});

describe('freigeben: die nächste Sitzung, die das Ergebnis nennt', () => {
  const mitSitzung: Ergebnis = { ...vertagt, folge: { gremium: null, sitzung: 's2', terminOffen: false } };
  const naechste = { id: 's2', gremium: 'sozialausschuss', beginn: '2026-05-20T15:00:00.000Z' };
  const erfasst = () => schreibeErgebnis(angesetzt(), 1, mitSitzung);

  it('gibt der eingefügten Beratung ihren Tag', () => {
    const danach = weiter(erfasst(), gibFrei(erfasst(), 1, alleZeilen, imProtokoll(), naechste), 'sekretaer');
    expect(danach.gremienweg.at(-1)).toMatchObject({
      gremium: 'sozialausschuss',
      datum: '2026-05-20',
      folgtAus: 1,
    });
  });

  test.each([
    ['es gibt sie nicht', null],
    ['sie ist eine andere', { ...naechste, id: 's3' }],
    ['sie gehört einem anderen Gremium', { ...naechste, gremium: 'rat' }],
  ])('FOLGESITZUNG_UNBEKANNT: %s', (_, sitzung) => {
    erwarteAblehnung(gibFrei(erfasst(), 1, alleZeilen, imProtokoll(), sitzung), 'FOLGESITZUNG_UNBEKANNT');
  });
});
