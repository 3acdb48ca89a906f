import { describe, expect, test } from 'vitest';
import { leseEntwurf } from '../../../documents/lesen/entwurf.ts';
import type { Grenzen } from '../../../documents/lesen/grenzen.ts';
import { docx, eintraege, entwurf, p } from '../hilfe/docx.ts';
import { type Eintrag, zip } from '../hilfe/zip.ts';

const guter = p('Betreff: Probe') + p('Unterrichtung:') + p('Ein Satz.');
const dokument = 'word/document.xml';
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function mit(name: string, aendere: (eintrag: Eintrag) => Eintrag): Uint8Array {
  return zip(eintraege(guter).map((eintrag) => (eintrag.name === name ? aendere(eintrag) : eintrag)));
}

function dazu(...weitere: Eintrag[]): Uint8Array {
  return docx(guter, { zusaetzlich: weitere });
}

const bombe = Buffer.alloc(30 * 1024 * 1024, 0x20);
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const rels = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** name, bytes, expected code, limits other than the usual ones */
const faelle: [string, Uint8Array, string, Partial<Grenzen>?][] = [
  ['an empty file', new Uint8Array(), 'LEER'],
  ['text', Buffer.from('Unterrichtungsvorlage'), 'KEIN_DOCX'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'KEIN_DOCX'],
  ['RTF', Buffer.from('{\\rtf1 Text}'), 'KEIN_DOCX'],
  ['a file above the size limit', docx(guter), 'ZU_GROSS', { dateiBytes: 100 }],
  ['an old .doc', Buffer.concat([ole, Buffer.alloc(600)]), 'ALTES_FORMAT'],
  ['a file with a password', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'KENNWORT'],
  ['the magic of a ZIP and nothing else', Buffer.from('PK\x03\x04'), 'BESCHAEDIGT'],
  ['half a file', docx(guter).subarray(0, 700), 'BESCHAEDIGT'],
  ['a ZIP of something else', zip([{ name: 'lies.txt', inhalt: 'x' }]), 'KEIN_DOCX'],
  [
    'an .odt',
    zip([{ name: 'mimetype', inhalt: 'application/vnd.oasis.opendocument.text', gespeichert: true }]),
    'ODT',
  ],
  ['macros by their part', dazu({ name: 'word/vbaProject.bin', inhalt: 'x' }), 'MAKROS'],
  [
    'macros by type',
    docx(guter, { haupttyp: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    'MAKROS',
  ],
  [
    'a workbook',
    docx(guter, { haupttyp: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }),
    'FALSCHER_TYP',
  ],
  [
    'slides',
    docx(guter, {
      haupttyp: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
    }),
    'FALSCHER_TYP',
  ],
  ['an unknown main type', docx(guter, { haupttyp: 'application/xml' }), 'KEIN_DOCX'],
  ['an encrypted entry', mit(dokument, (e) => ({ ...e, kennzeichen: 1 })), 'VERSCHLUESSELTER_EINTRAG'],
  ['an unknown compression', mit(dokument, (e) => ({ ...e, verfahren: 12 })), 'BESCHAEDIGT'],
  ['a part twice', dazu({ name: dokument, inhalt: 'x' }), 'DOPPELTER_EINTRAG'],
  ['a part twice but for case', dazu({ name: 'WORD/Document.XML', inhalt: 'x' }), 'DOPPELTER_EINTRAG'],
  ['a path upwards', dazu({ name: '../../etc/passwd', inhalt: 'x' }), 'UNERLAUBTER_PFAD'],
  ['an absolute path', dazu({ name: '/etc/passwd', inhalt: 'x' }), 'UNERLAUBTER_PFAD'],
  ['a path with backslashes', dazu({ name: 'word\\boese.xml', inhalt: 'x' }), 'UNERLAUBTER_PFAD'],
  ['entries that share their bytes', dazu({ name: 'word/zwei.xml', inhalt: 'x', wie: 2 }), 'BESCHAEDIGT'],
  [
    'too many entries',
    dazu(...Array.from({ length: 2001 }, (_, i) => ({ name: `word/${i}.xml`, inhalt: '' }))),
    'ZU_VIELE_TEILE',
  ],
  ['a bomb', dazu({ name: 'word/bombe.xml', inhalt: bombe }), 'VERDAECHTIG_VERDICHTET'],
  [
    'a bomb that lies about its size',
    mit(dokument, (e) => ({ ...e, inhalt: bombe, behaupteteGroesse: 1000 })),
    'BESCHAEDIGT',
  ],
  ['a part above the limit', docx(guter), 'TEIL_ZU_GROSS', { teilBytes: 200 }],
  ['parts above the limit together', docx(guter), 'GESAMT_ZU_GROSS', { gesamtBytes: 300 }],
  ['a wrong checksum', mit(dokument, (e) => ({ ...e, behauptetePruefsumme: 1 })), 'BESCHAEDIGT'],
  ['a missing main part', zip(eintraege(guter).filter((e) => e.name !== dokument)), 'TEIL_FEHLT'],
  ['no relationships', zip(eintraege(guter).filter((e) => e.name !== '_rels/.rels')), 'TEIL_FEHLT'],
  [
    'a main part elsewhere',
    mit('_rels/.rels', (e) => ({
      ...e,
      inhalt: `<Relationships xmlns="${rels}"><Relationship Id="a" Type="x/officeDocument" TargetMode="External" Target="https://boese.example/a.docx"/></Relationships>`,
    })),
    'KEIN_DOCX',
  ],
  ['XML that does not end', docx('', { dokument: `<w:document ${w}><w:body>` }), 'XML_FEHLERHAFT'],
  [
    'XML with crossed marks',
    docx('', { dokument: `<w:document ${w}><w:body></w:document></w:body>` }),
    'XML_FEHLERHAFT',
  ],
  ['an empty part', docx('', { dokument: '' }), 'XML_FEHLERHAFT'],
  [
    'an undefined entity',
    docx('', { dokument: `<w:document ${w}><w:body>&boese;</w:body></w:document>` }),
    'XML_FEHLERHAFT',
  ],
  [
    'a prefix without namespace',
    docx('', { dokument: '<w:document><w:body/></w:document>' }),
    'XML_FEHLERHAFT',
  ],
  [
    'a DOCTYPE',
    docx('', {
      dokument: `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${w}><w:body>&x;</w:body></w:document>`,
    }),
    'XML_DOCTYPE',
  ],
  [
    'entities that multiply',
    docx('', {
      dokument: `<!DOCTYPE w [<!ENTITY a "${'a'.repeat(99)}"><!ENTITY b "&a;&a;">]><w:document ${w}><w:body>&b;</w:body></w:document>`,
    }),
    'XML_DOCTYPE',
  ],
  [
    'UTF-16',
    mit(dokument, (e) => ({ ...e, inhalt: Buffer.from(`\ufeff${e.inhalt}`, 'utf16le') })),
    'KEIN_UTF8',
  ],
  [
    'Latin-1',
    mit(dokument, (e) => ({
      ...e,
      inhalt: Buffer.from(String(e.inhalt).replace('Satz', 'S\u00e4tze'), 'latin1'),
    })),
    'KEIN_UTF8',
  ],
  ['deep nesting', docx('<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300)), 'ZU_TIEF'],
  ['too many elements', entwurf(p('x').repeat(100)), 'ZU_VIELE_ELEMENTE', { xmlKnoten: 200 }],
];

describe('what is no plain .docx is refused with one code and a German sentence', () => {
  test.each(faelle.map(([name, bytes, code, grenzen = {}]) => ({ name, bytes, code, grenzen })))(
    '$name',
    async ({ bytes, code, grenzen }) => {
      const bericht = await leseEntwurf(bytes, grenzen);

      expect(bericht.befunde.map((b) => b.code)).toEqual([code]);
      expect(bericht).toMatchObject({ angenommen: false, felder: null, modell: null, anlagen: [] });
      const [befund] = bericht.befunde;
      expect(befund?.satz).toMatch(/^(Die|Der|Das|Ein|Teile) .*\.$/);
      expect(befund?.abhilfe).toMatch(/^Bitte .*\.$/);
    },
  );

  test('the file all cases are made of is accepted as it stands', async () => {
    expect(await leseEntwurf(docx(guter))).toMatchObject({ angenommen: true, befunde: [] });
  });
});

describe('what only costs time', () => {
  test('a bomb and a falsified bomb are refused without being inflated', async () => {
    const beginn = performance.now();

    await leseEntwurf(dazu({ name: 'word/bombe.xml', inhalt: bombe }));
    await leseEntwurf(mit(dokument, (e) => ({ ...e, inhalt: bombe, behaupteteGroesse: 1000 })));

    // Writing the two test files takes far longer than refusing them (20 ms each where it was measured).
    expect(performance.now() - beginn).toBeLessThan(5000);
  });

  test('the time budget ends the reading, by the clock that is given', async () => {
    let jetzt = 0;
    const uhr = () => {
      jetzt += 400;
      return jetzt;
    };

    const bericht = await leseEntwurf(entwurf(p('Ein Satz.').repeat(50)), { uhr, millisekunden: 1000 });

    expect(bericht.befunde.map((b) => b.code)).toEqual(['ZEIT_UEBERSCHRITTEN']);
  });
});

describe('what honest files hold is stripped, not refused', () => {
  test('an external template, an unknown part and metadata leave no trace', async () => {
    const bytes = docx(guter, {
      beziehungen:
        '<Relationship Id="v" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///Z:/Vorlagen/Geheim.dotm" TargetMode="External"/>',
      zusaetzlich: [
        { name: 'docProps/core.xml', inhalt: '<x>Verfasserin Holunder</x>' },
        { name: 'customXml/item1.xml', inhalt: '<x>Holunder</x>' },
      ],
    });

    const bericht = await leseEntwurf(bytes);

    expect(bericht).toMatchObject({ angenommen: true, befunde: [] });
    expect(JSON.stringify(bericht)).not.toMatch(/Geheim|Holunder/);
  });

  test('strict OOXML is read like the transitional form', async () => {
    const strict = zip(
      eintraege(guter).map((e) => ({
        ...e,
        inhalt: String(e.inhalt)
          .replace(
            'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
            'http://purl.oclc.org/ooxml/wordprocessingml/main',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
      })),
    );

    expect(await leseEntwurf(strict)).toEqual(await leseEntwurf(docx(guter)));
  });
});
