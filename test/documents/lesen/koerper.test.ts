import { describe, expect, test } from 'vitest';
import { leseEntwurf } from '../../../documents/lesen/entwurf.ts';
import type { Block } from '../../../documents/modell/schema.ts';
import { entwurf, p, r, type Teile, tab, tbl } from '../hilfe/docx.ts';

async function bloecke(koerper: string, teile: Teile = {}): Promise<Block[]> {
  return (await leseEntwurf(entwurf(koerper, teile))).modell?.bloecke ?? [];
}

async function befunde(koerper: string, teile: Teile = {}) {
  const bericht = await leseEntwurf(entwurf(koerper, teile));
  return {
    angenommen: bericht.angenommen,
    codes: bericht.befunde.map((b) => b.code),
    befunde: bericht.befunde,
  };
}

const absatz = (...laeufe: { text: string }[]) => [{ art: 'absatz', laeufe }];
const stil = (id: string, inhalt: string, typ = 'paragraph') =>
  `<w:style w:type="${typ}" w:styleId="${id}"><w:name w:val="${id}"/>${inhalt}</w:style>`;
const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
const link = (ziel: string) =>
  `<Relationship Id="l" Type="${hyperlink}" TargetMode="External" Target="${ziel}"/>`;

describe('runs', () => {
  test.each([
    ['bold', r('x', '<w:b/>'), { text: 'x', fett: true }],
    ['bold switched off', r('x', '<w:b w:val="0"/>'), { text: 'x' }],
    ['italic', r('x', '<w:i w:val="on"/>'), { text: 'x', kursiv: true }],
    ['underline', r('x', '<w:u w:val="wave"/>'), { text: 'x', unterstrichen: true }],
    ['underline none', r('x', '<w:u w:val="none"/>'), { text: 'x' }],
    ['strike', r('x', '<w:strike/>'), { text: 'x', durchgestrichen: true }],
    ['double strike', r('x', '<w:dstrike/>'), { text: 'x', durchgestrichen: true }],
    ['small caps', r('x', '<w:smallCaps/>'), { text: 'x', kapitaelchen: true }],
    ['superscript', r('2', '<w:vertAlign w:val="superscript"/>'), { text: '2', hoch: true }],
    ['subscript', r('2', '<w:vertAlign w:val="subscript"/>'), { text: '2', tief: true }],
    ['tab', `${r('a')}${tab}${r('b')}`, { text: 'a\tb' }],
    ['no-break hyphen', `${r('E')}<w:r><w:noBreakHyphen/></w:r>${r('Akte')}`, { text: 'E\u2011Akte' }],
    ['box of Wingdings, lower case', '<w:r><w:sym w:font="Wingdings" w:char="f0fe"/></w:r>', { text: '☑' }],
    ['box of Wingdings, upper case', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', { text: '☑' }],
    ['runs of one format are one', `${r('a')}${r('b')}`, { text: 'ab' }],
    [
      'a control inside the text',
      `${r('a ')}<w:sdt><w:sdtPr/><w:sdtContent>${r('b')}</w:sdtContent></w:sdt>`,
      { text: 'a b' },
    ],
    ['a smart tag', `<w:smartTag>${r('a')}</w:smartTag>`, { text: 'a' }],
    [
      'the result of a field',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('heute')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      { text: 'heute' },
    ],
  ])('%s', async (_name, xml, erwartet) => {
    expect(await bloecke(p(xml))).toEqual(absatz(erwartet));
  });

  test('a line break stays, a page break goes', async () => {
    const umbruch = (art: string) => `<w:r><w:br${art}/></w:r>`;

    expect(await bloecke(p(`${r('a')}${umbruch('')}${r('b')}${umbruch(' w:type="page"')}${r('c')}`))).toEqual(
      [{ art: 'absatz', laeufe: [{ text: 'a' }, { text: 'bc', umbruch: true }] }],
    );
  });

  test('formatting comes from styles; paragraph and character style cancel out', async () => {
    const stile = stil('Fett', '<w:rPr><w:b/></w:rPr>') + stil('Stark', '<w:rPr><w:b/></w:rPr>', 'character');
    const koerper = p(`${r('a')}${r('b', '<w:rStyle w:val="Stark"/>')}`, '<w:pStyle w:val="Fett"/>');

    expect(await bloecke(koerper, { stile })).toEqual(
      absatz({ text: 'a', fett: true } as { text: string }, { text: 'b' }),
    );
  });

  test('both branches of an AlternateContent hold the text: it is read once', async () => {
    const koerper = p(
      `<mc:AlternateContent><mc:Choice Requires="x">${r('einmal')}</mc:Choice><mc:Fallback>${r('einmal')}</mc:Fallback></mc:AlternateContent>`,
    );

    expect(await bloecke(koerper)).toEqual(absatz({ text: 'einmal' }));
  });
});

describe('links', () => {
  test.each([
    ['https', link('https://musterstadt.example/a'), 'https://musterstadt.example/a'],
    ['mailto', link('mailto:amt50@musterstadt.example'), 'mailto:amt50@musterstadt.example'],
    ['spaces are encoded', link('https://musterstadt.example/a b'), 'https://musterstadt.example/a%20b'],
  ])('%s', async (_name, beziehungen, verweis) => {
    expect(await bloecke(p(`<w:hyperlink r:id="l">${r('Seite')}</w:hyperlink>`), { beziehungen })).toEqual([
      { art: 'absatz', laeufe: [{ text: 'Seite', verweis }] },
    ]);
  });

  test.each(['javascript:alert(1)', 'file:///Z:/Akten', 'data:text/html,x', '\\\\server\\akten'])(
    '%s becomes plain text, with a warning',
    async (ziel) => {
      const koerper = p(`<w:hyperlink r:id="l">${r('Seite')}</w:hyperlink>`);

      expect(await bloecke(koerper, { beziehungen: link(ziel) })).toEqual(absatz({ text: 'Seite' }));
      expect((await befunde(koerper, { beziehungen: link(ziel) })).codes).toEqual(['VERWEIS']);
    },
  );
});

describe('headings', () => {
  const stile = [1, 2, 3, 4]
    .map((n) => stil(`h${n}`, `<w:pPr><w:outlineLvl w:val="${n - 1}"/></w:pPr><w:rPr><w:b/></w:rPr>`))
    .join('');
  const h = (n: number, text: string) => p(text, `<w:pStyle w:val="h${n}"/>`);

  test.each([
    ['begin with 1, whatever the draft uses', [2, 3, 2], [1, 2, 1]],
    ['leave no level out', [1, 4, 3], [1, 2, 3]],
    ['keep what is right', [1, 2, 3], [1, 2, 3]],
  ])('%s', async (_name, ebenen, erwartet) => {
    const gelesen = await bloecke(ebenen.map((n, i) => h(n, `Teil ${i}`)).join(''), { stile });

    expect(gelesen.map((b) => b.art === 'ueberschrift' && b.ebene)).toEqual(erwartet);
    expect(gelesen.map((b) => 'laeufe' in b && b.laeufe[0]?.fett)).toEqual([undefined, undefined, undefined]);
  });

  test.each(['heading 1', 'Überschrift 1'])('a style named “%s” is one', async (name) => {
    const stile = `<w:style w:type="paragraph" w:styleId="u"><w:name w:val="${name}"/></w:style>`;

    expect(await bloecke(p('Teil', '<w:pStyle w:val="u"/>'), { stile })).toEqual([
      { art: 'ueberschrift', ebene: 1, laeufe: [{ text: 'Teil' }] },
    ]);
  });

  test('their numbers are kept as text, and that is said', async () => {
    const nummerierung = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const teile = {
      nummerierung,
      stile: stil('h', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'),
    };
    const koerper = p('Eins', '<w:pStyle w:val="h"/>') + p('Zwei', '<w:pStyle w:val="h"/>');

    expect(
      (await bloecke(koerper, teile)).map((b) => 'laeufe' in b && b.laeufe.map((l) => l.text).join('')),
    ).toEqual(['I. Eins', 'II. Zwei']);
    expect((await befunde(koerper, teile)).codes).toEqual(['NUMMER_IN_UEBERSCHRIFT']);
  });
});

describe('lists', () => {
  const ebene = (n: number, format: string, text: string, start = 1) =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const definition = (id: number, ...ebenen: string[]) =>
    `<w:abstractNum w:abstractNumId="${id}">${ebenen.join('')}</w:abstractNum>`;
  const num = (id: number, abstrakt: number, neustart = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstrakt}"/>${neustart}</w:num>`;
  const punkt = (text: string, liste: number, n = 0) =>
    p(text, `<w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="${liste}"/></w:numPr>`);
  const neu = (start: number) =>
    `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

  test('keep level, numbering, start, format and pattern', async () => {
    const nummerierung =
      definition(0, ebene(0, 'decimal', '%1.', 3), ebene(1, 'lowerLetter', '%2)')) +
      definition(1, ebene(0, 'bullet', '•')) +
      num(1, 0) +
      num(2, 1);

    expect(
      await bloecke(punkt('c', 1) + punkt('a', 1, 1) + punkt('b', 1, 1) + punkt('s', 2), { nummerierung }),
    ).toEqual([
      { art: 'listenpunkt', ebene: 0, nummeriert: true, liste: 0, beginn: 3, laeufe: [{ text: 'c' }] },
      {
        art: 'listenpunkt',
        ebene: 1,
        nummeriert: true,
        liste: 0,
        format: 'kleinbuchstaben',
        muster: '%2)',
        laeufe: [{ text: 'a' }],
      },
      { art: 'listenpunkt', ebene: 1, nummeriert: true, liste: 0, laeufe: [{ text: 'b' }] },
      { art: 'listenpunkt', ebene: 0, nummeriert: false, liste: 1, laeufe: [{ text: 's' }] },
    ]);
  });

  test.each([
    ['two ids of one definition count on', num(1, 0) + num(2, 0), [0, 0]],
    ['an id that restarts is a new list', num(1, 0) + num(2, 0, neu(1)), [0, 1]],
    [
      'an id without restart continues the restarted one (LibreOffice)',
      num(1, 0, neu(1)) + num(2, 0),
      [0, 0],
    ],
  ])('%s', async (_name, nummern, erwartet) => {
    const gelesen = await bloecke(punkt('a', 1) + punkt('b', 2), {
      nummerierung: definition(0, ebene(0, 'decimal', '%1.')) + nummern,
    });

    expect(gelesen.map((b) => b.art === 'listenpunkt' && b.liste)).toEqual(erwartet);
  });

  test('a style can make a list, and numId 0 ends it', async () => {
    const teile = {
      nummerierung: definition(0, ebene(0, 'bullet', '-')) + num(1, 0),
      stile: stil('liste', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
    };

    const gelesen = await bloecke(
      p('a', '<w:pStyle w:val="liste"/>') +
        p('b', '<w:pStyle w:val="liste"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      teile,
    );

    expect(gelesen.map((b) => b.art)).toEqual(['listenpunkt', 'absatz']);
  });

  test('a way of counting that is not known is said', async () => {
    const nummerierung = definition(0, ebene(0, 'ordinalText', '%1')) + num(1, 0);

    expect((await befunde(punkt('a', 1), { nummerierung })).codes).toEqual(['ZAEHLWEISE']);
  });

  test('in a table cell the number becomes text', async () => {
    const nummerierung = definition(0, ebene(0, 'decimal', '%1.')) + num(1, 0);

    const [tabelle] = await bloecke(tbl([punkt('a', 1) + punkt('b', 1)]), { nummerierung });

    expect(
      tabelle?.art === 'tabelle' &&
        tabelle.zeilen[0]?.[0]?.absaetze.map((l) => l.map((x) => x.text).join('')),
    ).toEqual(['1. a', '2. b']);
  });
});

describe('tables', () => {
  const tc = (text: string, tcPr = '') => `<w:tc><w:tcPr>${tcPr}</w:tcPr>${p(text)}</w:tc>`;
  const tr = (zellen: string, trPr = '') => `<w:tr><w:trPr>${trPr}</w:trPr>${zellen}</w:tr>`;
  const tabelle = (...zeilen: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${zeilen.join('')}</w:tbl>`;
  const z = (text: string, rest = {}) => ({ absaetze: [[{ text }]], ...rest });

  test('keep header rows and spans in both directions', async () => {
    const xml = tabelle(
      tr(tc('Kopf', '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>'),
      tr(tc('a', '<w:vMerge w:val="restart"/>') + tc('b')),
      tr(`<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>${tc('c')}`),
    );

    expect(await bloecke(xml)).toEqual([
      {
        art: 'tabelle',
        kopfzeilen: 1,
        zeilen: [[z('Kopf', { spalten: 2 })], [z('a', { zeilen: 2 }), z('b')], [z('c')]],
      },
    ]);
  });

  test('text hidden below a merged cell is not lost', async () => {
    const xml = tabelle(tr(tc('a', '<w:vMerge w:val="restart"/>')), tr(tc('b', '<w:vMerge/>')));

    expect(await bloecke(xml)).toEqual([
      {
        art: 'tabelle',
        kopfzeilen: 0,
        zeilen: [[{ absaetze: [[{ text: 'a' }], [{ text: 'b' }]], zeilen: 2 }]],
      },
    ]);
  });

  test('a table within a table becomes text, with a warning', async () => {
    const xml = tbl([p('a') + tbl(['b', 'c']) + p('d')]);

    const [block] = await bloecke(xml);
    expect(block?.art === 'tabelle' && block.zeilen[0]?.[0]?.absaetze.flat().map((l) => l.text)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    expect((await befunde(xml)).codes).toEqual(['VERSCHACHTELTE_TABELLE']);
  });

  test('rows and cells inside controls are found', async () => {
    const xml = tabelle(
      `<w:sdt><w:sdtPr/><w:sdtContent>${tr(`<w:sdt><w:sdtPr/><w:sdtContent>${tc('a')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
    );

    expect(await bloecke(xml)).toEqual([{ art: 'tabelle', kopfzeilen: 0, zeilen: [[z('a')]] }]);
  });
});

describe('a draft with open changes must not become official', () => {
  const autor = 'w:id="1" w:author="Amt" w:date="2026-03-24T09:00:00Z"';

  test.each([
    ['insertion', p(`<w:ins ${autor}>${r('neu')}</w:ins>`), 'EINFUEGUNG_OFFEN', '„neu“'],
    [
      'deletion',
      p(`${r('alt')}<w:del ${autor}><w:r><w:delText>weg</w:delText></w:r></w:del>`),
      'LOESCHUNG_OFFEN',
      '„weg“',
    ],
    ['move', p(`${r('alt')}<w:moveFrom ${autor}>${r('fort')}</w:moveFrom>`), 'VERSCHIEBUNG_OFFEN', '„fort“'],
    [
      'inserted paragraph mark',
      p(r('x'), `<w:rPr><w:ins ${autor}/></w:rPr>`),
      'EINFUEGUNG_OFFEN',
      'Absatzmarke',
    ],
    [
      'format of runs',
      p(r('x', `<w:rPrChange ${autor}><w:rPr/></w:rPrChange>`)),
      'FORMATAENDERUNG_OFFEN',
      'Zeichenformat',
    ],
    [
      'format of paragraphs',
      p(r('x'), `<w:pPrChange ${autor}><w:pPr/></w:pPrChange>`),
      'FORMATAENDERUNG_OFFEN',
      'Absatzformat',
    ],
  ])('%s', async (_name, koerper, code, was) => {
    const { angenommen, codes, befunde: gefunden } = await befunde(koerper);

    expect(angenommen).toBe(false);
    expect(codes).toEqual([code]);
    expect(gefunden[0]?.satz).toContain(was);
  });

  test('many changes are listed up to twenty, then counted', async () => {
    const { codes, befunde: gefunden } = await befunde(p(`<w:ins ${autor}>${r('neu')}</w:ins>`).repeat(23));

    expect(codes).toEqual([...Array(20).fill('EINFUEGUNG_OFFEN'), 'WEITERE_AENDERUNGEN']);
    expect(gefunden.at(-1)?.satz).toContain('3 weitere');
  });

  test('a comment is quoted with its place, without its author', async () => {
    const kommentare = `<w:comment w:id="7" w:author="Frau Holunder">${p('Bitte prüfen')}</w:comment>`;
    const koerper = p(`${r('Die Zahl')}<w:r><w:commentReference w:id="7"/></w:r>`);

    const { angenommen, befunde: gefunden } = await befunde(koerper, { kommentare });

    expect(angenommen).toBe(false);
    expect(gefunden).toMatchObject([
      { code: 'KOMMENTAR', satz: expect.stringContaining('„Bitte prüfen“'), ort: 'Absatz „Die Zahl“' },
    ]);
    expect(JSON.stringify(gefunden)).not.toContain('Holunder');
  });
});

describe('hidden text is an error', () => {
  test.each([
    ['direct', p(`${r('sichtbar')}${r('geheim', '<w:vanish/>')}`), ''],
    [
      'by character style',
      p(`${r('sichtbar')}${r('geheim', '<w:rStyle w:val="v"/>')}`),
      stil('v', '<w:rPr><w:vanish/></w:rPr>', 'character'),
    ],
    [
      'by paragraph style',
      p('sichtbar') + p('geheim', '<w:pStyle w:val="v"/>'),
      stil('v', '<w:rPr><w:vanish/></w:rPr>'),
    ],
  ])('%s', async (_name, koerper, stile) => {
    const bericht = await leseEntwurf(entwurf(koerper, { stile }));

    expect(bericht.befunde.map((b) => [b.code, b.satz.includes('„geheim“')])).toEqual([
      ['VERBORGENER_TEXT', true],
    ]);
    expect(JSON.stringify(bericht.modell)).not.toContain('geheim');
  });
});

describe('what is not carried is said, with its place', () => {
  test.each([
    [
      'image',
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild" descr="Plan des Platzes"/></wp:inline></w:drawing></w:r>',
      'BILD',
      '„Plan des Platzes“',
    ],
    [
      'text box',
      `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('im Kasten')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      'TEXTFELD',
      '„im Kasten“',
    ],
    ['object', '<w:r><w:object/></w:r>', 'OBJEKT', 'Objekt'],
    ['equation', '<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>', 'FORMEL', '„a=b“'],
    ['symbol', '<w:r><w:sym w:font="Webdings" w:char="F099"/></w:r>', 'SYMBOL', 'webdings'],
    ['something unknown', '<w:r><w:contentPart/></w:r>', 'UNBEKANNTES', 'w:contentPart'],
  ])('%s', async (_name, xml, code, was) => {
    const { angenommen, befunde: gefunden } = await befunde(
      p('Erster.') + p(`${r('Davor ')}${xml}${r('danach')}`),
    );

    expect(angenommen).toBe(true);
    expect(gefunden).toMatchObject([
      {
        art: 'warnung',
        code,
        satz: expect.stringContaining(was),
        ort: expect.stringMatching(/^Absatz 4: „Davor danach/),
      },
    ]);
  });

  test('a footnote is quoted', async () => {
    const fussnoten = `<w:footnote w:id="2">${p('Stand: Januar')}</w:footnote>`;

    const { befunde: gefunden } = await befunde(
      p(`${r('Die Zahl')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
      { fussnoten },
    );

    expect(gefunden).toMatchObject([{ code: 'FUSSNOTE', satz: expect.stringContaining('„Stand: Januar“') }]);
  });

  test('the place names the heading', async () => {
    const stile = stil('h', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>');

    const { befunde: gefunden } = await befunde(
      p('Sachstand', '<w:pStyle w:val="h"/>') + p('Eins') + p(`${r('Zwei')}<w:r><w:object/></w:r>`),
      { stile },
    );

    expect(gefunden[0]?.ort).toBe('Absatz 2 unter „Sachstand“: „Zwei“');
  });

  test('the same finding is reported twenty times, then summed up', async () => {
    const { codes } = await befunde(p(`${r('x')}<w:r><w:object/></w:r>`).repeat(30));

    expect(codes).toEqual([...Array(20).fill('OBJEKT'), 'WEITERE_BEFUNDE']);
  });

  test('a table wider than Word allows is refused', async () => {
    const bericht = await befunde(tbl(Array.from({ length: 64 }, (_, i) => `Z${i}`)));

    expect(bericht).toMatchObject({ angenommen: false, codes: ['TABELLE_ZU_BREIT'] });
  });

  test('the text of another file is refused', async () => {
    expect((await befunde(`${p('x')}<w:altChunk r:id="a"/>`)).codes).toEqual(['FREMDER_INHALT']);
  });
});
