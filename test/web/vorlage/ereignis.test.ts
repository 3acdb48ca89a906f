import { describe, expect, it } from 'vitest';
import { gremiumsereignisse } from '../../../domain/gremium/gremium.ts';
import { personenereignisse } from '../../../domain/person/person.ts';
import { sitzungsereignisse } from '../../../domain/sitzung/sitzung.ts';
import { vorlagenereignisse } from '../../../domain/vorlage/ereignisse.ts';
import { ereignisInWorten, type Namen } from '../../../web/format/ereignis.ts';

const namen: Namen = {
  person: (id) => `P(${id})`,
  gremium: (id) => `G(${id})`,
  stelle: (s) => `${s.rolle} ${s.bereich}`,
};
const t = (freitext: string | null) => ({ freitext });
const halt = {
  art: 'station',
  station: 'Sozialamt',
  wartenummer: 2,
  rolle: 'Amtsleitung',
  bereich: '50',
  beginn: '2026-04-01T08:00:00.000Z',
  fristTage: 2,
  frist: '2026-04-07',
  beratung: null,
};
const datei = {
  upload: 'u-1',
  dateiname: t('Vorlage.docx'),
  schluessel: 's',
  versionId: 'v',
  sha256: 'a'.repeat(64),
  groesse: 1,
};
const fassung = {
  nr: 1,
  entwurf: datei,
  modell: { schluessel: 'm', versionId: 'v', sha256: 'b'.repeat(64) },
  anlagen: [],
};
const beratung = { gremium: 'sozial', rolle: 'Kenntnisnahme', datum: '2026-04-22', oeffentlich: true };
const kopf = { betreff: t('Pflegebericht'), az: null, datum: null, gremienweg: [beratung] };
const kenntnis = {
  verbleib: 'behandelt',
  kenntnis: true,
  geaendert: false,
  abstimmungen: [],
  folge: null,
  wortlaut: null,
  vermerk: null,
};
const stelle = { rolle: 'Dezernat', bereich: '2' };
const top = { nummer: 'Ö 5', vorlage: 'v-1', beratung: 1, oeffentlich: true };

/** One example of each art, read by the schema of the record itself. */
const beispiele: Readonly<Record<string, readonly [daten: unknown, erwartet: RegExp]>> = {
  VorlageAngelegt: [
    { art: 'UV', amt: { nr: '50', name: 'Sozialamt' }, dezernat: '2', ...kopf },
    /^Entwurf „Pflegebericht“ angelegt \(UV, Amt 50, Dezernat 2\)\. Gremienweg: G\(sozial\)\.$/,
  ],
  EntwurfGeaendert: [kopf, /^Entwurf geändert: „Pflegebericht“/],
  Eingereicht: [
    { nummer: 'UV/0001/2026', fassung, ...kopf, weiter: halt },
    /^Als UV\/0001\/2026 eingereicht \(Fassung 1\)\. Sie liegt jetzt bei: Amtsleitung 50 \(Frist 07\.04\.2026\)\.$/,
  ],
  FassungEingereicht: [{ fassung: { ...fassung, nr: 2 }, ...kopf, weiter: halt }, /^Fassung 2 eingereicht/],
  StationFreigegeben: [
    { station: 'Dezernat', wartenummer: 1, fassung: 1, bemerkung: t('Danke'), weiter: halt },
    /^Fassung 1 freigegeben \(Station Dezernat\)\. Bemerkung: „Danke“/,
  ],
  Zurueckgewiesen: [
    { station: 'Dezernat', wartenummer: 1, fassung: 1, grund: t('Zahlen fehlen'), weiter: halt },
    /zurückgegeben \(Station Dezernat\)\. Begründung: „Zahlen fehlen“/,
  ],
  Zurueckgezogen: [{ grund: t(null) }, /^Zurückgezogen\. Begründung: „\[gelöscht\]“$/],
  GremienwegGeaendert: [
    { beratungen: [{ nr: 1, ...beratung }], grund: t('später'), weiter: null },
    /^Gremienweg geändert, offen sind jetzt: G\(sozial\)\. Begründung: „später“$/,
  ],
  AufTagesordnungGesetzt: [
    {
      beratung: 1,
      sitzung: 's-1',
      sitzungsbeginn: '2026-04-22T15:00:00.000Z',
      datum: '2026-04-22',
      top: 'Ö 5',
      oeffentlich: true,
      weiter: null,
    },
    /als TOP Ö 5 \(öffentlich\) auf die Tagesordnung gesetzt, Sitzung am 22\.04\.2026, 17:00 Uhr\.$/,
  ],
  TopGeaendert: [{ beratung: 1, top: 'N 2', oeffentlich: false }, /jetzt TOP N 2 \(nichtöffentlich\)/],
  VonTagesordnungGenommen: [
    { beratung: 1, sitzung: 's-1', grund: t('krank'), weiter: null },
    /von der Tagesordnung genommen\. Begründung: „krank“$/,
  ],
  ErgebnisErfasst: [
    { beratung: 1, ergebnis: kenntnis },
    /erfasst, noch nicht freigegeben: zur Kenntnis genommen\.$/,
  ],
  ErgebnisFreigegeben: [
    {
      beratung: 1,
      ergebnis: kenntnis,
      bestaetigt: [13, 22],
      folge: 'erledigt',
      eingefuegt: [{ nach: 1, nr: 2, ...beratung }],
      weiter: null,
    },
    /freigegeben: zur Kenntnis genommen\. Bestätigte Hinweise: Regel 13 und 22\. Neu im Gremienweg: G\(sozial\)\.$/,
  ],
  ErgebnisBerichtigt: [
    { beratung: 1, ergebnis: kenntnis, bestaetigt: [], grund: t('Zahl vertauscht') },
    /berichtigt, jetzt: zur Kenntnis genommen\. Begründung: „Zahl vertauscht“$/,
  ],
  SitzungAngelegt: [
    { gremium: 'sozial', beginn: '2026-04-22T15:00:00.000Z', ort: 'Rathaus' },
    /^Sitzung angelegt: G\(sozial\), 22\.04\.2026, 17:00 Uhr, Rathaus\.$/,
  ],
  TopGesetzt: [top, /^TOP Ö 5 \(öffentlich\)/],
  TopEntfernt: [{ vorlage: 'v-1', beratung: 1 }, /Vorlage v-1, Beratung 1/],
  TagesordnungGeordnet: [
    { tops: [top, { ...top, nummer: 'Ö 6' }] },
    /^Tagesordnung neu geordnet: TOP Ö 5 und TOP Ö 6\.$/,
  ],
  GremiumAngelegt: [{ name: 'Sozialausschuss', gesetzlicheZahl: 15 }, /„Sozialausschuss“ angelegt \(.*15\)/],
  PersonAngelegt: [
    {
      name: t('Jana Feldkamp'),
      mail: t('f@x.example'),
      login: { issuer: 'https://login.example', subject: 'f' },
      stellen: [stelle],
    },
    /^Person „Jana Feldkamp“ angelegt\. Stellen: Dezernat 2\.$/,
  ],
  PersonBerichtigt: [{ name: t('Jana F.'), mail: t('f@x.example') }, /berichtigt: „Jana F\.“/],
  StellenGeaendert: [{ stellen: [] }, /jetzt: keine\.$/],
  VertretungEingerichtet: [
    { stelle, vertreter: 'brandner', von: '2026-04-01', bis: '2026-04-09' },
    /P\(brandner\) vertritt vom 01\.04\.2026 bis zum 09\.04\.2026 als Dezernat 2/,
  ],
  MailwunschGeaendert: [{ sofort: ['ergebnis'] }, /ein Anlass sofort/],
};

const arten = {
  ...vorlagenereignisse,
  ...sitzungsereignisse,
  ...gremiumsereignisse,
  ...personenereignisse,
};

describe('ereignisInWorten', () => {
  it.each(Object.keys(arten))('has a sentence for %s', (art) => {
    const [daten, erwartet] = beispiele[art] ?? [null, /^there is no example$/];
    const gelesen = arten[art as keyof typeof arten].parse(daten);
    expect(ereignisInWorten(art, gelesen, namen)).toMatch(erwartet);
  });

  it('leaves out words of which the stored bytes hold only the hash', () => {
    const grund = { freitext: { ref: 't1', hash: 'c'.repeat(64) } };
    expect(ereignisInWorten('Zurueckgezogen', { grund }, namen)).toBe('Zurückgezogen.');
    expect(ereignisInWorten('EntwurfGeaendert', { ...kopf, betreff: grund }, namen)).toBe(
      'Entwurf geändert: Angaben. Gremienweg: G(sozial).',
    );
  });

  it('names what it does not know', () => {
    expect(ereignisInWorten('toString', {}, namen)).toBe('Ereignis „toString“.');
  });
});
