import { describe, expect, it, test } from 'vitest';
import { nachrichtVon, zustellungen } from '../../../domain/nachrichten/ausEreignis.ts';
import {
  anlaesse,
  nachrichtSchema,
  sofortigeAnlaesse,
  type Zustellung,
} from '../../../domain/nachrichten/nachricht.ts';
import { aendere } from '../../../domain/vorlage/befehle/aendern.ts';
import { legeAn } from '../../../domain/vorlage/befehle/anlegen.ts';
import { setzeAufTagesordnung } from '../../../domain/vorlage/befehle/aufTagesordnung.ts';
import { reicheEin, reicheFassungEin } from '../../../domain/vorlage/befehle/einreichen.ts';
import { entscheide } from '../../../domain/vorlage/befehle/entscheiden.ts';
import type { Entscheidung } from '../../../domain/vorlage/befehle/entscheidung.ts';
import { berichtige, erfasse, gibFrei } from '../../../domain/vorlage/befehle/ergebnis.ts';
import { aendereGremienweg } from '../../../domain/vorlage/befehle/gremienwegAendern.ts';
import { aendereTop } from '../../../domain/vorlage/befehle/topAendern.ts';
import { zieheZurueck } from '../../../domain/vorlage/befehle/zurueckziehen.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import {
  alleZeilen,
  amAusschuss,
  amDezernat,
  amSozialamt,
  amt,
  ausgang,
  einreichung,
  entscheidung,
  entwurf,
  ereignisse,
  geplant,
  imProtokoll,
  inBeratung,
  inUeberarbeitung,
  kopf,
  schreibeErgebnis,
  setzeAn,
  sitzung,
  umgebung,
  vertagt,
  verwiesenAn,
  wende,
} from '../vorlage/hilfen.ts';

/** All that leaves after one command. */
function post(stand: Vorlagenstand | null, antwort: Entscheidung): Zustellung[] {
  const gesendet: Zustellung[] = [];
  let vorher = stand;
  for (const e of ereignisse(antwort)) {
    const nachher = wende(vorher, e, 'jemand');
    gesendet.push(...zustellungen(e, vorher, nachher));
    vorher = nachher;
  }
  for (const z of gesendet) nachrichtSchema.parse(z.nachricht);
  return gesendet;
}
const zeile = ({ an, nachricht }: Zustellung) =>
  `${nachricht.anlass} → ${'person' in an ? an.person : `${an.rolle}:${an.bereich}`}`;

const zwei = kopf({ gremienweg: [geplant(), geplant('rat', { datum: null })] });
const was = (s: Vorlagenstand, wie: 'freigegeben' | 'zurueckgewiesen') =>
  entscheide(s, entscheidung(s, wie), umgebung('leitung'));
const setzeAuf = (s: Vorlagenstand) =>
  setzeAufTagesordnung(
    s,
    { vorlage: 'v-1', beratung: 1, top: 'Ö 5', oeffentlich: true },
    sitzung,
    umgebung('x'),
  );
const angesetzt = () => setzeAn(inBeratung(), 1);
const gibFreiMit = (s: Vorlagenstand) => gibFrei(s, 1, alleZeilen, imProtokoll());
const erfasst = (k = kopf(), e = ausgang()) => schreibeErgebnis(setzeAn(inBeratung(k), 1), 1, e);
const umlenken = (s: Vorlagenstand, gremium: string) =>
  aendereGremienweg(
    s,
    { beratungen: [{ nr: 1, ...geplant(gremium) }], begruendung: 'Zuständigkeit' },
    umgebung('x'),
  );
const ergebnisAn = ['ergebnis → clerk', 'ergebnis → Dezernat:2', 'ergebnis → Amtsleitung:50'];

describe('wer hört was', () => {
  const faelle: readonly (readonly [string, () => Zustellung[], readonly string[]])[] = [
    ['Entwurf angelegt: niemand', () => post(null, legeAn({ art: 'UV', amt: '50', ...kopf() }, amt)), []],
    ['Entwurf geändert: niemand', () => post(entwurf(), aendere(entwurf(), kopf())), []],
    [
      'Entwurf verworfen: niemand, er war nie eingereicht',
      () => post(entwurf(), zieheZurueck(entwurf(), { begruendung: 'Doch nicht.' }, umgebung('clerk'))),
      [],
    ],
    [
      'eingereicht: das Dezernat ist dran',
      () => post(entwurf(), reicheEin(entwurf(), einreichung(), kopf(), 'UV/0001/2026', umgebung('clerk'))),
      ['wartetAufSie → Dezernat:2'],
    ],
    [
      'vom Dezernat freigegeben: das Amt ist dran, Dezernat und Verfasser wissen es',
      () => post(amDezernat(), was(amDezernat(), 'freigegeben')),
      ['wartetAufSie → Amtsleitung:50', 'weitergegeben → Dezernat:2', 'weitergegeben → clerk'],
    ],
    [
      'vom Amt freigegeben: der Sitzungsdienst ist dran',
      () => post(amSozialamt(), was(amSozialamt(), 'freigegeben')),
      [
        'wartetAufSie → Sitzungsdienst:sozialausschuss',
        'weitergegeben → Dezernat:2',
        'weitergegeben → clerk',
      ],
    ],
    [
      'vom Dezernat zurückgegeben: der Verfasser; das Dezernat war es selbst',
      () => post(amDezernat(), was(amDezernat(), 'zurueckgewiesen')),
      ['zurueckgegeben → clerk'],
    ],
    [
      'vom Sozialamt zurückgegeben: auch das Dezernat',
      () => post(amSozialamt(), was(amSozialamt(), 'zurueckgewiesen')),
      ['zurueckgegeben → clerk', 'zurueckgegeben → Dezernat:2'],
    ],
    [
      'von der Formprüfung zurückgegeben: auch das Dezernat',
      () => post(amAusschuss(), was(amAusschuss(), 'zurueckgewiesen')),
      ['zurueckgegeben → clerk', 'zurueckgegeben → Dezernat:2'],
    ],
    [
      'neue Fassung: wer dran ist, und das Dezernat',
      () =>
        post(
          inUeberarbeitung(),
          reicheFassungEin(inUeberarbeitung(), einreichung(2), kopf(), umgebung('clerk')),
        ),
      ['wartetAufSie → Dezernat:2', 'neueFassung → Dezernat:2'],
    ],
    [
      'zurückgezogen: wer sie hatte, Dezernat und Amt',
      () => post(amAusschuss(), zieheZurueck(amAusschuss(), { begruendung: 'Erledigt.' }, umgebung('clerk'))),
      [
        'zurueckgezogen → Sitzungsdienst:sozialausschuss',
        'zurueckgezogen → Dezernat:2',
        'zurueckgezogen → Amtsleitung:50',
      ],
    ],
    [
      'auf der Tagesordnung',
      () => post(inBeratung(), setzeAuf(inBeratung())),
      ['aufTagesordnung → clerk', 'aufTagesordnung → Dezernat:2', 'aufTagesordnung → Amtsleitung:50'],
    ],
    [
      'erfasst, nicht freigegeben: niemand',
      () => post(setzeAn(inBeratung(), 1), erfasse(setzeAn(inBeratung(), 1), 1, ausgang())),
      [],
    ],
    [
      'andere Nummer auf derselben Tagesordnung: niemand',
      () =>
        post(angesetzt(), aendereTop(angesetzt(), { beratung: 1, top: 'Ö 7', oeffentlich: true }, sitzung)),
      [],
    ],
    [
      'in den nichtöffentlichen Teil gerückt: wer auch von der Tagesordnung hörte',
      () =>
        post(angesetzt(), aendereTop(angesetzt(), { beratung: 1, top: 'N 2', oeffentlich: false }, sitzung)),
      ['aufTagesordnung → clerk', 'aufTagesordnung → Dezernat:2', 'aufTagesordnung → Amtsleitung:50'],
    ],
    ['Ergebnis freigegeben, zu Ende', () => post(erfasst(), gibFreiMit(erfasst())), ergebnisAn],
    [
      'Ergebnis freigegeben, ein anderes Gremium folgt: sein Sitzungsdienst ist dran',
      () => post(erfasst(zwei), gibFreiMit(erfasst(zwei))),
      [...ergebnisAn, 'wartetAufSie → Sitzungsdienst:rat'],
    ],
    [
      'verwiesen: das Ziel ist dran',
      () => post(erfasst(kopf(), verwiesenAn('rat')), gibFreiMit(erfasst(kopf(), verwiesenAn('rat')))),
      [...ergebnisAn, 'wartetAufSie → Sitzungsdienst:rat'],
    ],
    [
      'vertagt: derselbe Sitzungsdienst hat sie weiter und hört nichts Neues',
      () => post(erfasst(kopf(), vertagt), gibFreiMit(erfasst(kopf(), vertagt))),
      ergebnisAn,
    ],
    [
      'berichtigt',
      () => {
        const [frei] = ereignisse(gibFreiMit(erfasst()));
        if (!frei) throw new Error('kein Ereignis');
        const stand = wende(erfasst(), frei, 'sekretaer');
        const befehl = {
          ergebnis: ausgang({ vermerk: 'Neu.' }),
          begruendung: 'Lücke',
          bestaetigt: alleZeilen,
        };
        return post(stand, berichtige(stand, 1, befehl, imProtokoll()));
      },
      ['berichtigt → clerk', 'berichtigt → Dezernat:2', 'berichtigt → Amtsleitung:50'],
    ],
    [
      'Gremienweg geändert, derselbe hat sie: niemand',
      () => post(amDezernat(), umlenken(amDezernat(), 'rat')),
      [],
    ],
    [
      'Gremienweg geändert bei der Formprüfung: der neue Sitzungsdienst ist dran',
      () => post(amAusschuss(), umlenken(amAusschuss(), 'rat')),
      ['wartetAufSie → Sitzungsdienst:rat'],
    ],
    [
      'Gremienweg geändert in der Beratung: der neue Sitzungsdienst ist dran',
      () => post(inBeratung(), umlenken(inBeratung(), 'rat')),
      ['wartetAufSie → Sitzungsdienst:rat'],
    ],
  ];
  test.each(faelle)('%s', (_, mache, erwartet) => {
    expect(mache().map(zeile)).toEqual(erwartet);
  });

  it('zweimal gerechnet ist zweimal dasselbe', () => {
    const stand = amSozialamt();
    expect(post(stand, was(stand, 'freigegeben'))).toEqual(post(stand, was(stand, 'freigegeben')));
  });
});

describe('was eine Nachricht sagt', () => {
  it('bei Rückgabe: Station, Grund und die Frist der Überarbeitung', () => {
    const [z] = post(amSozialamt(), was(amSozialamt(), 'zurueckgewiesen'));
    expect(z?.nachricht).toMatchObject({
      nummer: 'UV/0001/2026',
      betreff: 'Bericht zur Wohnberatung',
      station: 'Sozialamt',
      grund: 'Bitte die Zahlen von 2025 ergänzen.',
      frist: '2026-03-09',
    });
  });
  it('beim Ergebnis: Gremium, Tag, TOP, das Ergebnis in Worten', () => {
    const [z] = post(erfasst(), gibFreiMit(erfasst()));
    expect(z?.nachricht).toMatchObject({
      gremium: 'sozialausschuss',
      datum: '2026-04-22',
      top: 'Ö 5',
      ergebnis: 'zur Kenntnis genommen',
    });
  });
  test.each([
    ['zu Ende', kopf(), ausgang(), 'Der Gremienweg ist abgeschlossen.'],
    [
      'die nächste folgt',
      zwei,
      ausgang(),
      'Es folgt die nächste Beratung (der Termin steht noch nicht fest).',
    ],
    ['vertagt', kopf(), vertagt, 'Die Vorlage wird wieder aufgerufen (der Termin steht noch nicht fest).'],
    [
      'verwiesen',
      kopf(),
      verwiesenAn('rat'),
      'Die Vorlage geht in ein anderes Gremium (der Termin steht noch nicht fest) und kommt danach zurück.',
    ],
  ])('wie es weitergeht: %s', (_, k, e, satz) => {
    const stand = erfasst(k, e);
    expect(post(stand, gibFreiMit(stand))[0]?.nachricht.naechstes).toBe(satz);
  });
});

describe('Nichtöffentliches verlässt das Haus nicht', () => {
  const geheim = kopf({
    betreff: 'Kündigung von Frau Geheim',
    gremienweg: [geplant('sozialausschuss', { oeffentlich: false })],
  });
  const gemischt = kopf({
    betreff: 'Kündigung von Frau Geheim',
    gremienweg: [geplant(), geplant('rat', { oeffentlich: false, datum: null })],
  });
  const faelle: readonly (readonly [string, () => Zustellung[]])[] = [
    [
      'eingereicht',
      () =>
        post(
          entwurf(geheim),
          reicheEin(entwurf(geheim), einreichung(), geheim, 'UV/0001/2026', umgebung('clerk')),
        ),
    ],
    ['freigegeben', () => post(amDezernat(geheim), was(amDezernat(geheim), 'freigegeben'))],
    ['zurückgegeben', () => post(amSozialamt(geheim), was(amSozialamt(geheim), 'zurueckgewiesen'))],
    [
      'zurückgezogen',
      () =>
        post(
          amSozialamt(geheim),
          zieheZurueck(amSozialamt(geheim), { begruendung: 'Frau Geheim bleibt.' }, umgebung('clerk')),
        ),
    ],
    [
      'Ergebnis, eine von zwei Beratungen ist nichtöffentlich',
      () => post(erfasst(gemischt), gibFreiMit(erfasst(gemischt))),
    ],
  ];
  test.each(faelle)('%s: weder Betreff noch Grund noch Ergebnis', (_, mache) => {
    const gesendet = mache();
    expect(gesendet.length).toBeGreaterThan(0);
    for (const { nachricht } of gesendet) {
      expect(nachricht).toMatchObject({ oeffentlich: false, betreff: null, grund: null, ergebnis: null });
      expect(JSON.stringify(nachricht)).not.toMatch(/Geheim|Zahlen|Kenntnis/);
    }
  });
  it('auch nicht, wenn jemand sie ausdrücklich mitgibt', () => {
    const mehr = { betreff: 'x', grund: 'x', ergebnis: 'x' };
    expect(nachrichtVon(amDezernat(geheim), 'ergebnis', mehr)).toMatchObject({
      betreff: null,
      grund: null,
      ergebnis: null,
    });
  });
});

describe('sofort oder im Tagesbrief', () => {
  const sofort: Readonly<Record<(typeof anlaesse)[number], boolean>> = {
    wartetAufSie: true,
    zurueckgegeben: true,
    ergebnis: true,
    erinnerung: true,
    fristAbgelaufen: true,
    eskalation: true,
    sitzungVerpasst: true,
    angehalten: true,
    arbeitGescheitert: true,
    weitergegeben: false,
    neueFassung: false,
    aufTagesordnung: false,
    vonTagesordnung: false,
    berichtigt: false,
    zurueckgezogen: false,
  };
  test.each(anlaesse)('%s', (anlass) => expect(sofortigeAnlaesse.has(anlass)).toBe(sofort[anlass]));
});
