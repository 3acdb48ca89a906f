import { describe, expect, it } from 'vitest';
import { unterrichtungsvorlage } from '../../../domain/freigabeweg/unterrichtungsvorlage.ts';
import { lageVon } from '../../../web/ansichten/vorlage/lage.ts';
import { verpassterTag, wegVon } from '../../../web/ansichten/vorlage/weg.ts';
import { nachFreigabe, nachRueckgabe } from '../../../web/ansichten/vorlage/wieWeiter.ts';
import { Lauf, namen } from './lauf.ts';

const fest = {
  freigabeweg: unterrichtungsvorlage,
  vorlauf: { einladungVolleTage: 0, zustellungArbeitstage: 0, redaktionsschlussArbeitstage: 3 },
  namen,
};
const weg = (l: Lauf) => wegVon({ stand: l.vorlage, verlauf: l.verlauf, ...fest });
const zeilen = (l: Lauf) => weg(l).map((p) => [p.lage, p.titel, p.ausgang].filter(Boolean).join(' | '));

describe('wegVon', () => {
  it('shows a draft with all that comes, counted back from its Sitzung', () => {
    const punkte = weg(new Lauf().lege());
    expect(punkte.map((p) => [p.lage, p.titel, p.spaetestens])).toEqual([
      // Sitzung on Wednesday 22.04.: Einladung 17.04., Redaktionsschluss 14.04., Amt 2 and Dezernat 3 days.
      ['jetzt', 'Entwurf: Sachbearbeitung 50', '2026-04-07'],
      ['kommt', 'Dezernat 2', '2026-04-10'],
      ['kommt', 'Amtsleitung 50', '2026-04-14'],
      ['kommt', 'Formprüfung: Sitzungsdienst sozialausschuss', '2026-04-17'],
      ['kommt', 'Sozialausschuss', null],
      ['kommt', 'Stadtrat', null],
    ]);
    expect(punkte[4]?.plan?.einladung).toBe('2026-04-17');
    expect(punkte[5]?.plan).toBeNull();
  });

  it('shows who had it, what came of it and why, also twice', () => {
    const lauf = new Lauf().lege().reicheEin().gibZurueck('Zahlen fehlen').reicheFassungEin(2);
    lauf.gibFrei('Amt', 'Gut so', 'almut');
    expect(zeilen(lauf)).toEqual([
      'vergangen | Entwurf: Sachbearbeitung 50 | Eingereicht als UV/0001/2026',
      'vergangen | Dezernat 2 | Zur Überarbeitung zurückgegeben',
      'vergangen | Überarbeitung: Sachbearbeitung 50 | Fassung 2 eingereicht',
      'vergangen | Dezernat 2 | Freigegeben',
      'jetzt | Amtsleitung 50',
      'kommt | Formprüfung: Sitzungsdienst sozialausschuss',
      'kommt | Sozialausschuss',
      'kommt | Stadtrat',
    ]);
    const punkte = weg(lauf);
    expect(punkte[1]?.zusatz).toEqual({ name: 'Begründung', text: 'Zahlen fehlen' });
    expect(punkte[3]).toMatchObject({
      wer: 'Tilo i. V. für Almut',
      zusatz: { name: 'Bemerkung', text: 'Gut so' },
      von: '2026-04-04T08:00:00.000Z',
      bis: '2026-04-05T08:00:00.000Z',
    });
  });

  it('does not promise a station that was released before the version was sent back', () => {
    const lauf = new Lauf().lege().reicheEin().gibFrei('Amt').gibZurueck('nein');
    // Every station of this route looks at a new version again.
    expect(zeilen(lauf).filter((z) => z.startsWith('kommt'))).toEqual([
      'kommt | Dezernat 2',
      'kommt | Amtsleitung 50',
      'kommt | Formprüfung: Sitzungsdienst sozialausschuss',
      'kommt | Sozialausschuss',
      'kommt | Stadtrat',
    ]);
  });

  it('puts the correction beside the corrected and the reason beside what was taken off', () => {
    const lauf = inBeratung().setzeAuf('Ö 5').nimmHerunter('krank').setzeAuf('Ö 6');
    lauf.gibErgebnisFrei('Beratung2').berichtige('falsche Zeile');
    const [erste, zweite] = weg(lauf).slice(-2);
    expect(erste).toMatchObject({ lage: 'vergangen', titel: 'Sozialausschuss', ausgang: 'Vertagt' });
    expect(erste?.daneben.map((d) => [d.satz, d.zusatz?.text])).toEqual([
      ['Von der Tagesordnung genommen', 'krank'],
      ['Berichtigt; vorher: Zur Kenntnis genommen', 'falsche Zeile'],
    ]);
    expect(zweite).toMatchObject({ lage: 'jetzt', titel: 'Stadtrat' });
  });

  it('says of what is left after a withdrawal that it falls away', () => {
    expect(zeilen(inBeratung().zieheZurueck('erledigt')).slice(-3)).toEqual([
      'vergangen | Zurückgezogen',
      'vergangen | Sozialausschuss | Entfällt',
      'vergangen | Stadtrat | Entfällt',
    ]);
    const amDezernat = new Lauf().lege().reicheEin().zieheZurueck('doppelt');
    expect(zeilen(amDezernat)[1]).toBe('vergangen | Dezernat 2 | Zurückgezogen');
  });

  it('shows members the Beratungen only', () => {
    const { vorlage } = inBeratung();
    const punkte = wegVon({ stand: vorlage, verlauf: null, ...fest });
    expect(punkte.map((p) => [p.lage, p.titel])).toEqual([
      ['jetzt', 'Sozialausschuss'],
      ['kommt', 'Stadtrat'],
    ]);
  });
});

describe('verpassterTag', () => {
  const verpasst = (l: Lauf, heute: string) => verpassterTag({ stand: l.vorlage, ...fest }, heute);
  it('compares today with the last day of the present station', () => {
    const lauf = new Lauf().lege().reicheEin();
    expect(verpasst(lauf, '2026-04-10')).toBeNull();
    expect(verpasst(lauf, '2026-04-11')).toBe('2026-04-22');
  });
  it('counts from the start while it is being revised', () => {
    expect(verpasst(new Lauf().lege().reicheEin().gibZurueck('x'), '2026-04-08')).toBe('2026-04-22');
  });
  it('is silent for what stands on the agenda', () => {
    expect(verpasst(inBeratung(), '2026-04-18')).toBe('2026-04-22');
    expect(verpasst(inBeratung().setzeAuf('Ö 5'), '2026-04-18')).toBeNull();
  });
});

describe('lageVon', () => {
  const satz = (l: Lauf) => lageVon(l.vorlage, l.verlauf, namen).satz;
  it.each([
    [new Lauf().lege(), /^Entwurf, noch nicht eingereicht\. Liegt bei der Sachbearbeitung 50\.$/],
    [new Lauf().lege().reicheEin(), /^Liegt bei Dezernat 2, seit /],
    [
      new Lauf().lege().reicheEin().gibZurueck('x'),
      /^Liegt zur Überarbeitung bei der Sachbearbeitung 50, seit /,
    ],
    [
      new Lauf().lege().reicheEin().gibFrei('Amt').gibFrei('Form'),
      /^Liegt zur Formprüfung beim Sitzungsdienst /,
    ],
    [
      inBeratung(),
      /^Wartet auf einen Platz auf der Tagesordnung: Sozialausschuss, geplant für den 22\.04\.2026, seit /,
    ],
    [
      inBeratung().setzeAuf('Ö 5'),
      /^Steht auf der Tagesordnung: Sozialausschuss, 22\.04\.2026, 17:00 Uhr, TOP Ö 5\.$/,
    ],
    [
      inBeratung().setzeAuf('Ö 5').gibErgebnisFrei('Beratung2').gibErgebnisFrei(null),
      /^Abgeschlossen\. Stadtrat: Zur Kenntnis genommen\.$/,
    ],
    [inBeratung().zieheZurueck('x'), /^Zurückgezogen am 06\.04\.2026 von Jana\.$/],
    [new Lauf().lege().zieheZurueck('x'), /^Der Entwurf wurde verworfen/],
  ])('%# %j', (lauf, erwartet) => {
    expect(satz(lauf)).toMatch(erwartet);
  });
});

describe('what comes next', () => {
  it.each([
    [
      new Lauf().lege().reicheEin(),
      'Danach liegt sie bei der Amtsleitung 50, mit einer Frist von 2 Arbeitstagen.',
    ],
    [
      new Lauf().lege().reicheEin().gibFrei('Amt'),
      'Danach liegt sie zur Formprüfung beim Sitzungsdienst sozialausschuss, mit einer Frist von 3 Arbeitstagen.',
    ],
    [
      new Lauf().lege().reicheEin().gibFrei('Amt').gibFrei('Form'),
      'Danach kann sie auf die Tagesordnung: Sozialausschuss, geplant für den 22.04.2026.',
    ],
  ])('row %#: after a release', (lauf, erwartet) => {
    expect(nachFreigabe(lauf.vorlage, unterrichtungsvorlage, namen)).toBe(erwartet);
  });
  it('after sending back: the clerk, then the first station again', () => {
    const lauf = new Lauf().lege().reicheEin().gibFrei('Amt');
    expect(nachRueckgabe(lauf.vorlage, unterrichtungsvorlage, namen)).toBe(
      'Danach liegt sie zur Überarbeitung bei der Sachbearbeitung 50, mit einer Frist von 5 Arbeitstagen. Die neue Fassung beginnt bei Dezernat 2.',
    );
  });
});

function inBeratung(): Lauf {
  return new Lauf().lege().reicheEin().gibFrei('Amt').gibFrei('Form').gibFrei('Beratung1');
}
