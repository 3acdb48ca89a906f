import { describe, expect, test } from 'vitest';
import { leseEntwurf } from '../../../documents/lesen/entwurf.ts';
import { docx, p, r, sdt, tab, tbl } from '../hilfe/docx.ts';

const text = p('Unterrichtung:') + p('Ein Satz.');
const lies = (kopf: string) => leseEntwurf(docx(kopf + text));
const codes = async (kopf: string) => (await lies(kopf)).befunde.map((b) => b.code);

describe('a field is found by tag, alias, bookmark, label', () => {
  const betreff = 'Sprachcafé am Lindenplatz';
  const lesezeichen = `<w:bookmarkStart w:id="1" w:name="gw_betreff"/>${r(betreff)}<w:bookmarkEnd w:id="1"/>`;

  test.each([
    ['tag', p(sdt(betreff, '<w:tag w:val="gw.betreff"/>'))],
    ['alias', p(sdt(betreff, '<w:alias w:val="Betreff"/>'))],
    ['alias of another field', p(sdt(betreff, '<w:alias w:val="Betreff"/><w:tag w:val="fremd"/>'))],
    ['bookmark', p(lesezeichen)],
    ['label before the text', p(`Betreff: ${betreff}`)],
    ['label before a tab', p(`${r('Betreff:')}${tab}${r(betreff)}`)],
    ['label above the text', p('Betreff:') + p(betreff)],
    ['label above two lines', p('Betreff:') + p('Sprachcafé') + p('am Lindenplatz') + p('Gremienweg:')],
    ['label in the cell beside', tbl(['Betreff', betreff])],
    ['label and text in one cell', tbl([p('Betreff:') + p(betreff)])],
    ['text over several runs', p(`${r('Betreff: Sprach')}${r('café')}${r(' am  Lindenplatz')}`)],
  ])('%s', async (_name, kopf) => {
    const bericht = await lies(kopf);

    expect(bericht.felder?.betreff).toBe(betreff);
    expect(bericht.befunde).toEqual([]);
    expect(bericht.modell?.bloecke).toEqual([{ art: 'absatz', laeufe: [{ text: 'Ein Satz.' }] }]);
  });
});

describe('an invitation is not a value', () => {
  test.each([
    [
      'flagged as placeholder',
      p(sdt('Irgendetwas eingeben', '<w:tag w:val="gw.betreff"/><w:showingPlcHdr/>')),
    ],
    [
      'known by its words, where the flag was lost',
      p(sdt('Betreff eingeben, höchstens 250 Zeichen', '<w:tag w:val="gw.betreff"/>')),
    ],
    ['in the cell beside its label', tbl(['Betreff', p(sdt('Bitte ausfüllen', '<w:showingPlcHdr/>'))])],
    ['blank', p(sdt(' ', '<w:tag w:val="gw.betreff"/>'))],
  ])('%s', async (_name, kopf) => {
    const bericht = await lies(kopf);

    expect(bericht.felder?.betreff).toBeNull();
    expect(bericht.befunde.map((b) => b.code)).toEqual(['BETREFF_FEHLT']);
  });
});

describe('two sources that disagree are an error with both values', () => {
  test.each([
    [
      'tag and label',
      tbl(['Betreff', p(sdt('Sprachcafé', '<w:tag w:val="gw.betreff"/>'))]) + p('Betreff: Umbau'),
    ],
    [
      'two controls',
      p(sdt('Sprachcafé', '<w:tag w:val="gw.betreff"/>')) + p(sdt('Umbau', '<w:tag w:val="gw.betreff"/>')),
    ],
    [
      'tag and bookmark',
      p(sdt('Sprachcafé', '<w:tag w:val="gw.betreff"/>')) +
        p(`<w:bookmarkStart w:id="1" w:name="gw_betreff"/>${r('Umbau')}<w:bookmarkEnd w:id="1"/>`),
    ],
  ])('%s', async (_name, kopf) => {
    const bericht = await lies(kopf);

    expect(bericht.angenommen).toBe(false);
    expect(bericht.befunde.map((b) => b.code)).toEqual(['FELD_WIDERSPRUCH']);
    expect(bericht.befunde[0]?.satz).toMatch(/„Sprachcafé“ .*„Umbau“/);
  });

  test('spelling that means the same does not disagree', async () => {
    const gleich =
      p('Betreff: Probe') +
      p(sdt('Dezernat 2', '<w:tag w:val="gw.dezernat"/>')) +
      p('Dezernat: 2') +
      p(sdt('24.03.2026', '<w:tag w:val="gw.datum"/>')) +
      p('Datum: 24. März 2026');

    expect(await codes(gleich)).toEqual(['ALTES_DATUM']);
  });
});

describe('the printed form, as text with tabs', () => {
  const formular =
    p('Unterrichtungsvorlage') +
    p(`${r('Vorlage: UV/0031/2025')}${tab}${tab}${r('Datum: 04.02.2025')}${tab}`) +
    p(`${r('Dezernat 2')}${tab}${tab}`) +
    p(`${r('Verfasser:')}${tab}${r('50-Sozialamt')}${tab}${r('Az.: 500417')}`) +
    p(`${r('Betreff:')}${tab}`) +
    p(`${r('Begegnungsstätte - Vorstellung der neuen Leitung')}${tab}`) +
    p('Gremienweg:') +
    p(`${r('11.03.2025')}${tab}${r('Sozialausschuss')}${tab}${r('☐ einstimmig')}${tab}${r('☐ mehrheitl.')}`) +
    p(`${tab}${tab}${r('☐ abgelehnt')}${tab}${r('☐ Kenntnis')}`) +
    p(`${r('TOP')}${tab}${r('öffentlich')}${tab}${r('ohne BE abgesetzt geändert')}`) +
    p('Unterrichtung:') +
    p('Ein Satz.') +
    p('Anlagen:') +
    p('- Besuchszahlen') +
    p('- Konzept der Begegnungsstätte');

  test('gives its fields, Gremienweg, text and Anlagen', async () => {
    const bericht = await leseEntwurf(docx(formular));

    expect(bericht).toMatchObject({
      angenommen: true,
      felder: {
        nummer: 'UV/0031/2025',
        datum: '2025-02-04',
        dezernat: '2',
        verfasser: '50-Sozialamt',
        az: '500417',
        betreff: 'Begegnungsstätte - Vorstellung der neuen Leitung',
      },
      beratungen: [{ datum: '2025-03-11', gremium: 'Sozialausschuss' }],
      modell: { bloecke: [{ art: 'absatz', laeufe: [{ text: 'Ein Satz.' }] }] },
      anlagen: ['Besuchszahlen', 'Konzept der Begegnungsstätte'],
    });
  });

  test('its number and date are reported and not believed', async () => {
    const bericht = await leseEntwurf(docx(formular));

    expect(bericht.befunde.map((b) => [b.art, b.code])).toEqual([
      ['hinweis', 'ALTE_NUMMER'],
      ['hinweis', 'ALTES_DATUM'],
    ]);
  });

  test('several labels on a line without tabs are told apart', async () => {
    const bericht = await lies(
      p('Verfasser: 50-Sozialamt  Az.: 500417') + p('Betreff: Neues Datum: der 1. Mai'),
    );

    expect(bericht.felder).toMatchObject({
      verfasser: '50-Sozialamt',
      az: '500417',
      betreff: 'Neues Datum: der 1. Mai',
    });
  });

  test('an empty cell beside a label leaves the field empty and takes no neighbour', async () => {
    const bericht = await lies(tbl(['Verfasser', '50-Sozialamt', 'Az.', ''], ['Betreff', 'Probe']));

    expect(bericht.felder).toMatchObject({ verfasser: '50-Sozialamt', az: null, betreff: 'Probe' });
  });
});

describe('where the head ends without the word “Unterrichtung”', () => {
  test('the body begins after the last label', async () => {
    const bericht = await leseEntwurf(
      docx(
        p('Unterrichtungsvorlage') +
          tbl(['Verfasser', '50-Sozialamt'], ['Betreff', 'Probe']) +
          p('Erster Satz.') +
          p('Das Datum: noch offen.'),
      ),
    );

    expect(bericht.felder).toMatchObject({ betreff: 'Probe', datum: null });
    expect(bericht.modell?.bloecke.map((b) => 'laeufe' in b && b.laeufe[0]?.text)).toEqual([
      'Erster Satz.',
      'Das Datum: noch offen.',
    ]);
  });

  test('a Betreff on the line below its label does not swallow the text', async () => {
    const bericht = await leseEntwurf(
      docx(p('Betreff:') + p('Probe') + p('Erster Satz.') + p('Zweiter Satz.')),
    );

    expect(bericht.felder?.betreff).toBe('Probe');
    expect(bericht.modell?.bloecke).toHaveLength(2);
  });

  test('a draft without any head is all body', async () => {
    const bericht = await leseEntwurf(docx(p('Ein Satz.')));

    expect(bericht.befunde.map((b) => b.code)).toEqual(['BETREFF_FEHLT']);
    expect(bericht.modell?.bloecke).toHaveLength(1);
  });
});

describe('the Anlagen at the end', () => {
  const anlagen = async (ende: string) =>
    (await leseEntwurf(docx(p('Betreff: Probe') + text + ende))).anlagen;

  test.each([
    ['a dash list', p('Anlagen:') + p('- Eins') + p('– Zwei'), ['Eins', 'Zwei']],
    ['numbers', p('Anlagen') + p('1. Eins') + p('2) Zwei'), ['Eins', 'Zwei']],
    ['one on the same line', p('Anlage: Lageplan'), ['Lageplan']],
    [
      'lines in one paragraph',
      p(`${r('Anlagen:')}<w:r><w:br/></w:r>${r('- Eins')}<w:r><w:br/></w:r>${r('- Zwei')}`),
      ['Eins', 'Zwei'],
    ],
    ['none', p('Anlagen: keine'), []],
    ['a title that begins with a year', p('Anlagen:') + p('2025er Bericht'), ['2025er Bericht']],
  ])('%s', async (_name, ende, erwartet) => {
    expect(await anlagen(ende)).toEqual(erwartet);
  });

  test('a passage about Anlagen in the middle of the text stays text', async () => {
    const bericht = await leseEntwurf(
      docx(
        p('Betreff: Probe') +
          text +
          p('Anlagen') +
          p('Die Anlagen im Park.') +
          tbl(['Bank', '12']) +
          p('Schluss.'),
      ),
    );

    expect(bericht.anlagen).toEqual([]);
    expect(bericht.modell?.bloecke).toHaveLength(5);
  });
});
