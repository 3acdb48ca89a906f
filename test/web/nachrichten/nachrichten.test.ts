import { describe, expect, it } from 'vitest';
import {
  type Anlass,
  anlaesse,
  betriebsnachricht,
  type Nachricht,
} from '../../../domain/nachrichten/nachricht.ts';
import { nachrichtensatz, nachrichtentitel } from '../../../web/ansichten/nachrichten/saetze.ts';
import { type Nachrichteneintrag, nachTagen } from '../../../web/ansichten/nachrichten/tage.ts';

const nachricht = (anlass: Anlass, mehr: Partial<Nachricht> = {}): Nachricht => ({
  ...betriebsnachricht(anlass),
  vorlage: 'v-1',
  nummer: 'UV/0001/2026',
  betreff: 'Pflegebericht',
  station: 'Dezernat',
  frist: '2026-04-07',
  ...mehr,
});
const sitzung = { gremium: 'Sozialausschuss', datum: '2026-04-22', top: 'Ö 5' };

const erwartet: Readonly<Record<Anlass, readonly [Partial<Nachricht>, string]>> = {
  wartetAufSie: [{}, 'Liegt jetzt bei Ihnen („Dezernat“). Die Frist endet am 07.04.2026.'],
  zurueckgegeben: [{}, 'Dezernat hat sie zur Überarbeitung zurückgegeben. Die Frist endet am 07.04.2026.'],
  weitergegeben: [{}, 'Die Freigabe ist erteilt: Dezernat.'],
  neueFassung: [{}, 'Das Amt hat eine neue Fassung eingereicht.'],
  aufTagesordnung: [sitzung, 'Steht auf der Tagesordnung: Sozialausschuss, 22.04.2026, TOP Ö 5.'],
  vonTagesordnung: [
    { ...sitzung, top: null },
    'Steht nicht mehr auf der Tagesordnung: Sozialausschuss, 22.04.2026.',
  ],
  ergebnis: [
    { ...sitzung, ergebnis: 'zur Kenntnis genommen', naechstes: 'Der Gremienweg ist abgeschlossen.' },
    'Das Ergebnis ist freigegeben (Sozialausschuss, 22.04.2026, TOP Ö 5): zur Kenntnis genommen. Der Gremienweg ist abgeschlossen.',
  ],
  berichtigt: [sitzung, 'Das Ergebnis wurde berichtigt (Sozialausschuss, 22.04.2026, TOP Ö 5).'],
  zurueckgezogen: [{}, 'Das Amt hat sie zurückgezogen.'],
  erinnerung: [{ frist: null }, 'Wartet noch auf Sie („Dezernat“).'],
  fristAbgelaufen: [{}, 'Die Frist bei „Dezernat“ ist abgelaufen (07.04.2026). Bitte entscheiden Sie bald.'],
  eskalation: [
    { gremium: 'Sozialausschuss' },
    'Liegt seit Ablauf der Frist am 07.04.2026 bei „Sozialausschuss“.',
  ],
  sitzungVerpasst: [
    { ...sitzung, top: null },
    'Kann nach den Fristen ihre Sitzung nicht mehr erreichen: Sozialausschuss, 22.04.2026.',
  ],
  angehalten: [{}, 'Der Ablauf wurde nach einem technischen Fehler angehalten.'],
  arbeitGescheitert: [{}, 'Eine ausgehende Arbeit (Mail oder Papier) ist dreimal gescheitert.'],
};

describe('a message', () => {
  it.each(anlaesse)('says what happened: %s', (anlass) => {
    const [mehr, satz] = erwartet[anlass];
    expect(nachrichtensatz(nachricht(anlass, mehr))).toBe(satz);
  });

  it('names the Vorlage, of a nichtoeffentlich one the number alone', () => {
    expect(nachrichtentitel(nachricht('ergebnis'))).toBe('UV/0001/2026 Pflegebericht');
    expect(nachrichtentitel(nachricht('ergebnis', { betreff: null }))).toBe('UV/0001/2026 (nichtöffentlich)');
    expect(nachrichtentitel(betriebsnachricht('arbeitGescheitert'))).toBe('Systembetreuung');
  });
});

describe('nachTagen', () => {
  const um = (zeit: string): Nachrichteneintrag => ({ ...nachricht('ergebnis'), zeit, zustellung: 'sofort' });

  it('groups by the day in Berlin', () => {
    const eintraege = [
      um('2026-04-22T22:30:00.000Z'),
      um('2026-04-22T21:59:00.000Z'),
      um('2026-04-21T22:00:00.000Z'),
      um('2026-04-15T08:00:00.000Z'),
    ];
    expect(nachTagen(eintraege, '2026-04-23').map((t) => [t.name, t.eintraege.length])).toEqual([
      ['Heute', 1],
      ['Gestern', 2],
      ['Mi., 15.04.2026', 1],
    ]);
  });

  it('has no day without entries', () => {
    expect(nachTagen([], '2026-04-23')).toEqual([]);
  });
});
