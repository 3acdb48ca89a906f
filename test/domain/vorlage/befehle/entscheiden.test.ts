import { describe, expect, it, test } from 'vitest';
import type { Freigabeweg, Station } from '../../../../domain/freigabeweg/freigabeweg.ts';
import { unterrichtungsvorlage } from '../../../../domain/freigabeweg/unterrichtungsvorlage.ts';
import { entscheide } from '../../../../domain/vorlage/befehle/entscheiden.ts';
import type { Vorlagenstand } from '../../../../domain/vorlage/stand.ts';
import { ueblicheEinstellungen } from '../../../../domain/vorlage/umgebung.ts';
import {
  abgeschlossen,
  amAusschuss,
  amDezernat,
  amSozialamt,
  entscheidung,
  entwurf,
  ereignisse,
  erwarteAblehnung,
  friereEin,
  gibStationFrei,
  inBeratung,
  inUeberarbeitung,
  neueFassung,
  umgebung,
  weiseZurueck,
} from '../hilfen.ts';

const wo = (s: Vorlagenstand) => `${s.phase}: ${s.halt?.station ?? 'niemand'} (${s.wartenummer})`;

describe('freigeben: Dezernat, Sozialamt, Sozialausschuss, dann die Beratung', () => {
  it('jede Freigabe wartet an der nächsten Station, die letzte öffnet die Beratung', () => {
    expect(wo(amDezernat())).toBe('unterwegs: Dezernat (1)');
    expect(wo(amSozialamt())).toBe('unterwegs: Sozialamt (2)');
    expect(wo(amAusschuss())).toBe('unterwegs: Sozialausschuss (3)');
    expect(wo(inBeratung())).toBe('beratung: Sozialausschuss (4)');
    expect(inBeratung().halt).toMatchObject({ art: 'beratung', beratung: 1, bereich: 'sozialausschuss' });
  });

  it('die Freigabe nennt Station, Fassung und Person; die Bemerkung ist Freitext', () => {
    const stand = amDezernat();
    const befehl = entscheidung(stand, 'freigegeben', { begruendung: 'Gut so.' });
    const [e] = ereignisse(entscheide(stand, befehl, umgebung('dezernentin')));
    expect(e).toMatchObject({
      art: 'StationFreigegeben',
      daten: { station: 'Dezernat', fassung: 1, bemerkung: { freitext: 'Gut so.' } },
    });
    expect(amSozialamt().freigaben).toMatchObject([
      { station: 'Dezernat', fassung: 1, person: 'dezernentin' },
    ]);
  });
});

describe('zurückweisen: mit Grund, dann wartet die Überarbeitung', () => {
  test.each([
    ['Dezernat', amDezernat],
    ['Sozialamt', amSozialamt],
    ['Sozialausschuss', amAusschuss],
  ])('%s gibt zurück', (station, mache) => {
    const danach = weiseZurueck(mache());
    expect(danach).toMatchObject({
      phase: 'ueberarbeitung',
      zurueckweisung: { station, grund: 'Bitte die Zahlen von 2025 ergänzen.' },
      halt: { art: 'ueberarbeitung', rolle: 'Sachbearbeitung', bereich: '50', frist: '2026-03-09' },
    });
  });

  test.each([null, ''])('BEGRUENDUNG_FEHLT bei Begründung %j', (begruendung) => {
    const stand = amDezernat();
    const befehl = entscheidung(stand, 'zurueckgewiesen', { begruendung });
    erwarteAblehnung(entscheide(stand, befehl, umgebung('dezernentin')), 'BEGRUENDUNG_FEHLT');
  });
});

describe('was der Bildschirm zeigte, muss noch gelten', () => {
  const keine = [
    ['entwurf', entwurf],
    ['ueberarbeitung', inUeberarbeitung],
    ['beratung', inBeratung],
    ['abgeschlossen', abgeschlossen],
  ] as const;
  test.each(keine)('STATION_NICHT_OFFEN in der Phase %s', (_, mache) => {
    const befehl = { ...entscheidung(amDezernat(), 'freigegeben') };
    erwarteAblehnung(entscheide(mache(), befehl, umgebung('dezernentin')), 'STATION_NICHT_OFFEN');
  });

  const veraltet = [
    ['andere Station', { station: 'Sozialamt' }, 'STATION_NICHT_OFFEN'],
    ['alte Wartenummer', { wartenummer: 7 }, 'STATION_NICHT_OFFEN'],
    ['alte Fassung', { fassung: 1 }, 'FASSUNG_VERALTET'],
    ['künftige Fassung', { fassung: 3 }, 'FASSUNG_VERALTET'],
  ] as const;
  test.each(veraltet)('%s', (_, falsch, code) => {
    const stand = neueFassung(inUeberarbeitung());
    for (const was of ['freigegeben', 'zurueckgewiesen'] as const) {
      erwarteAblehnung(entscheide(stand, entscheidung(stand, was, falsch), umgebung('dezernentin')), code);
    }
  });

  it('GREMIENWEG_LEER: ohne offene Beratung endet keine Formprüfung', () => {
    const stand = friereEin({ ...amAusschuss(), gremienweg: [] });
    const befehl = entscheidung(stand, 'freigegeben');
    erwarteAblehnung(entscheide(stand, befehl, umgebung('sekretaer')), 'GREMIENWEG_LEER');
  });
});

describe('vier Augen: niemand entscheidet über den eigenen Entwurf', () => {
  const fremdEingereicht = friereEin({ ...amDezernat(), verfasser: 'dezernentin' });
  const faelle = [
    ['selbst verfasst und eingereicht', amDezernat(), 'clerk', true, 'VIER_AUGEN'],
    ['selbst verfasst, von der Kollegin eingereicht', fremdEingereicht, 'dezernentin', true, 'VIER_AUGEN'],
    ['Entwurf der Kollegin, selbst eingereicht', fremdEingereicht, 'clerk', true, 'VIER_AUGEN'],
    ['fremder Entwurf', amDezernat(), 'dezernentin', true, null],
    ['Einstellung aus: der eigene', amDezernat(), 'clerk', false, null],
  ] as const;
  test.each(faelle)('%s', (_, stand, person, vierAugen, code) => {
    const u = umgebung(person, { einstellungen: { ...ueblicheEinstellungen, vierAugen } });
    for (const was of ['freigegeben', 'zurueckgewiesen'] as const) {
      const antwort = entscheide(stand, entscheidung(stand, was), u);
      if (code) erwarteAblehnung(antwort, code);
      else expect(antwort.ok).toBe(true);
    }
  });
});

describe('eine Freigabe gilt einer Fassung: wer ändert, geht zurück durch die Stationen', () => {
  /** The route with the setting "prueftNeueFassung" off for the stations named. */
  const weg = (...behalten: string[]): Freigabeweg => ({
    ...unterrichtungsvorlage,
    stationen: unterrichtungsvorlage.stationen.map(
      (s): Station => (s.art === 'verwaltung' ? { ...s, prueftNeueFassung: !behalten.includes(s.name) } : s),
    ),
  });
  const faelle = [
    ['Dezernat', [], amDezernat, ['Dezernat', 'Sozialamt', 'Sozialausschuss']],
    ['Sozialamt', [], amSozialamt, ['Dezernat', 'Sozialamt', 'Sozialausschuss']],
    ['Sozialausschuss', [], amAusschuss, ['Dezernat', 'Sozialamt', 'Sozialausschuss']],
    ['Sozialamt', ['Dezernat'], amSozialamt, ['Sozialamt', 'Sozialausschuss']],
    ['Dezernat', ['Dezernat'], amDezernat, ['Dezernat', 'Sozialamt', 'Sozialausschuss']],
    ['Sozialausschuss', ['Sozialamt'], amAusschuss, ['Dezernat', 'Sozialausschuss']],
    ['Sozialausschuss', ['Dezernat', 'Sozialamt'], amAusschuss, ['Sozialausschuss']],
  ] as const;
  test.each(faelle)('%s gibt zurück; ihre Freigabe behalten %j', (_, behalten, mache, erwartet) => {
    const mehr = { freigabeweg: weg(...behalten) };
    let stand = neueFassung(weiseZurueck(mache(), mehr), mehr);
    const besucht: string[] = [];
    while (stand.phase === 'unterwegs') {
      besucht.push(stand.halt?.station ?? '');
      stand = gibStationFrei(stand, mehr);
    }
    expect(besucht).toEqual(erwartet);
    expect(stand.phase).toBe('beratung');
    expect(stand.fassungen.map((f) => f.nr)).toEqual([1, 2]);
  });
});
