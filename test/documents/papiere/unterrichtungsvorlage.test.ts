import { describe, expect, test } from 'vitest';
import { angekreuzt, leer } from '../../../documents/formular/kaestchen.ts';
import { alle, kind, rohtext, wert } from '../../../documents/lesen/xml.ts';
import { renderUnterrichtungsvorlage } from '../../../documents/papiere/unterrichtungsvorlage.ts';
import { angaben, beratung, ohneErgebnis } from '../hilfe/papiere.ts';
import { officeVersionen, ooxmlBefunde } from '../hilfe/pruefer.ts';
import { teilbaum, teiletexte } from '../hilfe/xmlbaum.ts';

async function steuerelemente(bytes: Uint8Array) {
  const dokument = await teilbaum(bytes, 'word/document.xml');
  return alle(dokument, 'w:sdt').map((sdt) => {
    const eigenschaften = kind(sdt, 'w:sdtPr');
    const checkbox = kind(eigenschaften, 'w14:checkbox');
    return {
      tag: wert(eigenschaften, 'w:tag') ?? '',
      alias: wert(eigenschaften, 'w:alias') ?? '',
      id: wert(eigenschaften, 'w:id') ?? '',
      gesperrt: wert(eigenschaften, 'w:lock'),
      leer: kind(eigenschaften, 'w:showingPlcHdr') !== undefined,
      gesetzt: checkbox && kind(checkbox, 'w14:checked')?.attribute.get('w14:val'),
      text: alle(sdt, 'w:t').map(rohtext).join(''),
    };
  });
}

describe('the boxes of a Beratung', () => {
  const kaestchen = [
    'einstimmig',
    'mehrheitlich',
    'abgelehnt',
    'kenntnis',
    'verwiesen',
    'vertagt',
    'ohneBE',
    'abgesetzt',
    'geaendert',
  ] as const;

  test.each(kaestchen)('%s is ticked alone, as state and as visible glyph', async (name) => {
    const bytes = await renderUnterrichtungsvorlage(
      angaben({ beratungen: [beratung({ formularsicht: { ...ohneErgebnis, [name]: true } })] }),
    );

    const boxen = (await steuerelemente(bytes)).filter((s) => s.gesetzt !== undefined);

    expect(boxen.map((box) => [box.tag, box.gesetzt, box.text])).toEqual(
      kaestchen.map((k) => [`gw.beratung.1.${k}`, k === name ? '1' : '0', k === name ? angekreuzt : leer]),
    );
  });

  test('counts that were not recorded are blank; zero is printed', async () => {
    const bytes = await renderUnterrichtungsvorlage(
      angaben({ beratungen: [beratung({ formularsicht: { ...ohneErgebnis, enthaltungen: 0 } })] }),
    );

    const zahlen = (await steuerelemente(bytes)).filter((s) => /(enthaltungen|gegenstimmen)$/.test(s.tag));

    expect(zahlen.map((z) => [z.tag, z.leer, z.text.trim()])).toEqual([
      ['gw.beratung.1.enthaltungen', false, '0'],
      ['gw.beratung.1.gegenstimmen', true, ''],
    ]);
  });

  test('the words beside the boxes are the house style’s', async () => {
    const vorgabe = angaben();
    const bytes = await renderUnterrichtungsvorlage({
      ...vorgabe,
      hausstil: {
        ...vorgabe.hausstil,
        beschriftungen: { ...vorgabe.hausstil.beschriftungen, ohneBE: 'ohne Empfehlung' },
      },
    });

    const text = rohtext(await teilbaum(bytes, 'word/document.xml'));

    expect(text).toContain(`${leer}\u00a0ohne Empfehlung`);
    expect(text).not.toContain('ohne BE');
  });
});

describe('the head', () => {
  test('prints every field as a named, locked control', async () => {
    const kopf = (await steuerelemente(await renderUnterrichtungsvorlage(angaben()))).slice(0, 6);

    expect(kopf.map((s) => [s.tag, s.alias, s.text, s.gesperrt])).toEqual([
      ['gw.nummer', 'Nummer der Vorlage', 'UV/0012/2026', 'sdtContentLocked'],
      ['gw.datum', 'Datum der Vorlage', '24.03.2026', 'sdtContentLocked'],
      ['gw.dezernat', 'Dezernat', '2', 'sdtContentLocked'],
      ['gw.verfasser', 'Verfassendes Amt', '50-Sozialamt', 'sdtContentLocked'],
      ['gw.az', 'Aktenzeichen', '500417', 'sdtContentLocked'],
      [
        'gw.betreff',
        'Betreff',
        'Begegnungsstätte am Lindenplatz: Erfahrungen aus dem Probebetrieb',
        'sdtContentLocked',
      ],
    ]);
  });

  test('a missing Az. is flagged as empty', async () => {
    const alle = await steuerelemente(await renderUnterrichtungsvorlage(angaben({ az: null })));

    expect(alle.find((s) => s.tag === 'gw.az')).toMatchObject({ leer: true, text: '–' });
  });

  test('header and footer name town, number, version, event and page', async () => {
    const bytes = await renderUnterrichtungsvorlage(angaben());

    const kopfzeile = rohtext(await teilbaum(bytes, 'word/header1.xml'));
    const fuss = await teilbaum(bytes, 'word/footer1.xml');

    expect(kopfzeile).toContain('Stadt Musterstadt an der Lahe');
    expect(kopfzeile).toContain('Vorlage UV/0012/2026');
    expect(rohtext(fuss).replace(/PAGE|NUMPAGES/g, '#')).toBe(
      `Fassung 2 · Stand 24.03.2026, 10:15 UhrSeite # von #Ereignis ${'ab'.repeat(32)}`,
    );
    expect(alle(fuss, 'w:instrText').map(rohtext)).toEqual(['PAGE', 'NUMPAGES']);
  });
});

describe('what goes to the public', () => {
  const gemischt = angaben({
    ausgabe: 'oeffentlich',
    beratungen: [
      beratung(),
      beratung({ gremium: 'Geheimausschuss', oeffentlich: false, vermerk: 'Verschlusssache Quitte' }),
    ],
    anlagen: [
      { titel: 'Besuchszahlen', oeffentlich: true },
      { titel: 'Mietvertrag Holunder', oeffentlich: false },
    ],
  });

  test('holds no word of a nichtoeffentliche Beratung or Anlage in any part', async () => {
    const teile = await teiletexte(await renderUnterrichtungsvorlage(gemischt));

    const verraten = [...teile].filter(([, text]) =>
      /Geheimausschuss|Quitte|Holunder|nichtöffentlich/.test(text),
    );

    expect(verraten.map(([name]) => name)).toEqual([]);
    expect(teile.get('word/document.xml')).toContain('Besuchszahlen');
  });

  test('the internal paper holds both and says which is which', async () => {
    const text = rohtext(
      await teilbaum(
        await renderUnterrichtungsvorlage({ ...gemischt, ausgabe: 'intern' }),
        'word/document.xml',
      ),
    );

    expect(text).toContain('Geheimausschuss');
    expect(text).toContain('Mietvertrag Holunder (nichtöffentlich)');
  });

  test('a Vorlage without an oeffentliche Beratung is refused', async () => {
    const nurIntern = { ...gemischt, beratungen: [beratung({ oeffentlich: false })] };

    await expect(renderUnterrichtungsvorlage(nurIntern)).rejects.toThrow('keine öffentliche Beratung');
  });
});

describe('before foreign judges', () => {
  const lang = 'Sehr ausführlicher Betreff der Vorlage zur Begegnungsstätte '.repeat(15).trim();
  const neun = Array.from({ length: 9 }, (_, i) =>
    beratung({
      gremium: `Ortsbeirat ${i + 1}`,
      datum: i % 2 ? null : '2026-04-22',
      vermerk: i === 4 ? 'Wird mündlich ergänzt.' : null,
    }),
  );

  test('the Open XML SDK finds nothing, Office 2013 to Microsoft 365', async () => {
    expect(await ooxmlBefunde(await renderUnterrichtungsvorlage(angaben()), officeVersionen)).toEqual([]);
  });

  test('it finds nothing in an empty body, a long subject and nine Beratungen', async () => {
    const papier = angaben({
      betreff: lang,
      beratungen: neun,
      modell: { schemaVersion: 1, bloecke: [] },
      anlagen: [],
      az: null,
    });

    expect(await ooxmlBefunde(await renderUnterrichtungsvorlage(papier))).toEqual([]);
  });

  test('the same input gives the same bytes', async () => {
    const [eins, zwei] = await Promise.all([
      renderUnterrichtungsvorlage(angaben()),
      renderUnterrichtungsvorlage(angaben()),
    ]);

    expect(Buffer.compare(eins, zwei)).toBe(0);
  });

  test('it is accessible: language, title, heading order, header rows, names, no spacing paragraphs', async () => {
    const bytes = await renderUnterrichtungsvorlage(angaben({ beratungen: neun }));
    const dokument = await teilbaum(bytes, 'word/document.xml');
    const stile = await teilbaum(bytes, 'word/styles.xml');
    const body = kind(dokument, 'w:body');
    const bloecke = body?.kinder.filter((k) => typeof k !== 'string') ?? [];

    expect((await teiletexte(bytes)).get('docProps/core.xml')).toContain(
      '<dc:title>Unterrichtungsvorlage UV/0012/2026: Begegnung',
    );
    expect(
      alle(stile, 'w:docDefaults')
        .flatMap((k) => alle(k, 'w:lang'))
        .map((k) => k.attribute.get('w:val')),
    ).toEqual(['de-DE']);

    const ebenen = alle(dokument, 'w:pStyle').flatMap(
      (k) => /^Heading(\d)$/.exec(k.attribute.get('w:val') ?? '')?.[1] ?? [],
    );
    expect(ebenen).toEqual(['1', '2', '2', '3', '2']);
    expect(wert(kind(bloecke[0], 'w:pPr'), 'w:pStyle')).toBe('Heading1');

    for (const tabelle of alle(dokument, 'w:tbl'))
      expect(alle(tabelle, 'w:tblHeader').length).toBeGreaterThan(0);
    expect(bloecke.filter((k) => k.name === 'w:p' && rohtext(k) === '')).toEqual([]);

    const namen = (await steuerelemente(bytes)).map((s) => s.alias);
    expect(namen.every((name) => name.length > 0 && name.length <= 64)).toBe(true);
    for (const merkmal of ['id', 'tag'] as const) {
      const werte = (await steuerelemente(bytes)).map((s) => s[merkmal]);
      expect(new Set(werte).size).toBe(werte.length);
    }
  });

  test('every style that is used is defined', async () => {
    const bytes = await renderUnterrichtungsvorlage(angaben());
    const definiert = new Set(
      alle(await teilbaum(bytes, 'word/styles.xml'), 'w:style').map((k) => k.attribute.get('w:styleId')),
    );

    for (const teil of ['word/document.xml', 'word/header1.xml', 'word/footer1.xml']) {
      const baum = await teilbaum(bytes, teil);
      const benutzt = [...alle(baum, 'w:pStyle'), ...alle(baum, 'w:rStyle')].map((k) =>
        k.attribute.get('w:val'),
      );
      expect(benutzt.filter((id) => !definiert.has(id))).toEqual([]);
    }
  });

  test.each([
    [
      'a link that is no link',
      {
        modell: {
          schemaVersion: 1,
          bloecke: [{ art: 'absatz', laeufe: [{ text: 'x', verweis: 'javascript:alert(1)' }] }],
        },
      },
    ],
    ['a hash that is none', { ereignisHash: 'xyz' }],
    ['no Beratung', { beratungen: [] }],
    ['a date that is none', { datum: '24.03.2026' }],
  ] as const)('%s is refused', async (_name, ersatz) => {
    await expect(
      renderUnterrichtungsvorlage(angaben(ersatz as Parameters<typeof angaben>[0])),
    ).rejects.toThrow();
  });
});
