import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { feldnamen } from '../../../documents/formular/felder.ts';
import { leseEntwurf } from '../../../documents/lesen/entwurf.ts';
import { alle, kind, rohtext, wert } from '../../../documents/lesen/xml.ts';
import { schreibeEntwurf } from '../../../documents/papiere/entwurf.ts';
import { renderVorlagenmuster } from '../../../documents/papiere/vorlagenmuster.ts';
import { hausstil } from '../../../templates/hausstil.ts';
import { angaben } from '../hilfe/papiere.ts';
import { ooxmlBefunde } from '../hilfe/pruefer.ts';
import { teilbaum, teiletexte } from '../hilfe/xmlbaum.ts';

describe('the clerk’s template', () => {
  test('templates/unterrichtungsvorlage.docx is what the code writes (else: npm run templates)', async () => {
    const gespeichert = await readFile(
      new URL('../../../templates/unterrichtungsvorlage.docx', import.meta.url),
    );

    expect(Buffer.compare(gespeichert, await renderVorlagenmuster({ hausstil }))).toBe(0);
  });

  test('every head field has tag, alias, bookmark and a flagged placeholder', async () => {
    const dokument = await teilbaum(await renderVorlagenmuster({ hausstil }), 'word/document.xml');
    const lesezeichen = alle(dokument, 'w:bookmarkStart').map((k) => k.attribute.get('w:name'));

    for (const name of feldnamen) {
      const sdt = alle(dokument, 'w:sdt').find((k) => wert(kind(k, 'w:sdtPr'), 'w:tag') === name.tag);
      const eigenschaften = kind(sdt, 'w:sdtPr');
      expect(wert(eigenschaften, 'w:alias')).toBe(name.alias);
      expect(kind(eigenschaften, 'w:showingPlcHdr')).toBeDefined();
      expect(sdt && rohtext(sdt)).toBe(name.platzhalter);
      expect(lesezeichen).toContain(name.lesezeichen);
    }
  });

  test('it names itself where every editor keeps it', async () => {
    const teile = await teiletexte(await renderVorlagenmuster({ hausstil }));

    expect(teile.get('docProps/custom.xml')).toContain('name="gremienweg.muster"');
    expect(teile.get('docProps/custom.xml')).toContain('unterrichtungsvorlage/1');
  });

  test('the Open XML SDK finds nothing, empty or filled', async () => {
    const gefuellt = await renderVorlagenmuster({
      hausstil,
      felder: { verfasser: '50-Sozialamt', dezernat: '2' },
    });

    expect(
      await ooxmlBefunde(await renderVorlagenmuster({ hausstil }), ['Office2013', 'Microsoft365']),
    ).toEqual([]);
    expect(await ooxmlBefunde(gefuellt)).toEqual([]);
  });

  test('left as it is, it is read as empty: no field, no text, no Anlage', async () => {
    const bericht = await leseEntwurf(await renderVorlagenmuster({ hausstil }));

    expect(Object.values(bericht.felder ?? {})).toEqual([null, null, null, null, null, null]);
    expect(bericht.modell?.bloecke).toEqual([]);
    expect(bericht.anlagen).toEqual([]);
    expect(bericht.befunde.map((b) => b.code)).toEqual(['BETREFF_FEHLT', 'KEIN_TEXT']);
  });
});

describe('a filled draft', () => {
  const felder = {
    nummer: null,
    datum: null,
    dezernat: '2',
    verfasser: '50-Sozialamt',
    az: null,
    betreff: 'Sprachcafé',
  };
  const { modell } = angaben();

  test('is accepted and read as it was filled', async () => {
    const bericht = await leseEntwurf(await schreibeEntwurf(felder, modell, ['Besuchszahlen', 'Konzept']));

    expect(bericht).toEqual({
      angenommen: true,
      befunde: [],
      felder,
      modell,
      anlagen: ['Besuchszahlen', 'Konzept'],
      beratungen: [],
    });
  });

  test('with last year’s number and date gets them back as Hinweis, not as truth', async () => {
    const alt = { ...felder, nummer: 'UV/0099/2025', datum: '2025-03-01' };

    const bericht = await leseEntwurf(await schreibeEntwurf(alt, modell, []));

    expect(bericht.angenommen).toBe(true);
    expect(bericht.befunde.map((b) => [b.art, b.code])).toEqual([
      ['hinweis', 'ALTE_NUMMER'],
      ['hinweis', 'ALTES_DATUM'],
    ]);
  });
});
