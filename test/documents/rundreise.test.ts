import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leseEntwurf } from '../../documents/lesen/entwurf.ts';
import { leseFormularsicht } from '../../documents/lesen/formularsicht.ts';
import { modellSchema } from '../../documents/modell/schema.ts';
import { schreibeEntwurf } from '../../documents/papiere/entwurf.ts';
import { renderUnterrichtungsvorlage } from '../../documents/papiere/unterrichtungsvorlage.ts';
import { modelle } from './hilfe/modelle.ts';
import { angaben, beratung } from './hilfe/papiere.ts';
import { ooxmlBefunde } from './hilfe/pruefer.ts';

const anzahl = fc.option(fc.integer({ min: 0, max: 99 }), { nil: null });
const sicht = fc.record({
  einstimmig: fc.boolean(),
  mehrheitlich: fc.boolean(),
  abgelehnt: fc.boolean(),
  kenntnis: fc.boolean(),
  verwiesen: fc.boolean(),
  vertagt: fc.boolean(),
  ohneBE: fc.boolean(),
  abgesetzt: fc.boolean(),
  geaendert: fc.boolean(),
  enthaltungen: anzahl,
  gegenstimmen: anzahl,
});
const beratungen = fc.array(
  fc.record({
    datum: fc.constantFrom(null, '2026-04-22', '2026-12-01'),
    gremium: fc.constantFrom('Sozialausschuss', 'Haupt- und Finanzausschuss', 'Ortsbeirat <Süd> & Umland'),
    top: fc.constantFrom(null, 'Ö 5.1', 'N 2'),
    oeffentlich: fc.boolean(),
    formularsicht: sicht,
    vermerk: fc.constantFrom(null, 'Die Verwaltung ergänzt mündlich.'),
  }),
  { minLength: 1, maxLength: 9 },
);

describe('what is written is read back', () => {
  test('any body, through a filled draft', async () => {
    await fc.assert(
      fc.asyncProperty(modelle, async (modell) => {
        expect(modellSchema.parse(modell)).toEqual(modell);
        const felder = {
          nummer: null,
          datum: null,
          dezernat: '2',
          verfasser: '50-Sozialamt',
          az: null,
          betreff: 'Probe',
        };

        const bericht = await leseEntwurf(await schreibeEntwurf(felder, modell, ['Eins']));

        expect(bericht.modell).toEqual(modell);
        expect(bericht.felder).toEqual(felder);
        expect(bericht.anlagen).toEqual(['Eins']);
        expect(bericht.befunde.filter((b) => b.art !== 'hinweis')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('any outcome of any Gremienweg, and any body, through the official paper', async () => {
    await fc.assert(
      fc.asyncProperty(beratungen, modelle, fc.boolean(), async (weg, modell, mitAnlagen) => {
        const anlagen = mitAnlagen ? angaben().anlagen : [];
        const papier = angaben({ beratungen: weg, modell, anlagen, dezernat: '2' });

        const gelesen = await leseFormularsicht(await renderUnterrichtungsvorlage(papier));

        expect(gelesen).toEqual({
          felder: {
            nummer: papier.nummer,
            datum: papier.datum,
            dezernat: '2',
            verfasser: papier.verfasser,
            az: papier.az,
            betreff: papier.betreff,
          },
          fassung: papier.fassung,
          ereignisHash: papier.ereignisHash,
          beratungen: weg,
          modell,
          anlagen,
        });
      }),
      { numRuns: 40 },
    );
  });

  test('without an outcome every box is empty', async () => {
    const { beratungen: gelesen } = await leseFormularsicht(
      await renderUnterrichtungsvorlage(angaben({ beratungen: [beratung()] })),
    );

    expect(Object.values(gelesen[0]?.formularsicht ?? {})).toEqual([...Array(9).fill(false), null, null]);
  });

  test('a body that itself ends with a list headed “Anlagen” loses nothing', async () => {
    const modell = modellSchema.parse({
      schemaVersion: 1,
      bloecke: [
        { art: 'absatz', laeufe: [{ text: 'Unterrichtung:' }] },
        { art: 'ueberschrift', ebene: 1, laeufe: [{ text: 'Anlagen' }] },
        { art: 'absatz', laeufe: [{ text: 'im Park' }] },
      ],
    });

    const papier = await renderUnterrichtungsvorlage(angaben({ modell, anlagen: [] }));
    const entwurf = await schreibeEntwurf(
      { nummer: null, datum: null, dezernat: null, verfasser: null, az: null, betreff: 'x' },
      modell,
      [],
    );

    expect((await leseFormularsicht(papier)).modell).toEqual(modell);
    expect((await leseEntwurf(entwurf)).modell).toEqual(modell);
  });
});

test('the Open XML SDK finds nothing in papers of random bodies', async () => {
  const proben = fc.sample(fc.tuple(modelle, beratungen), { numRuns: 3, seed: 4 });

  for (const [modell, weg] of proben) {
    expect(
      await ooxmlBefunde(await renderUnterrichtungsvorlage(angaben({ modell, beratungen: weg }))),
    ).toEqual([]);
  }
});

test('a good file damaged anywhere is refused or read the same, never a crash', async () => {
  const gut = await schreibeEntwurf(
    { nummer: null, datum: null, dezernat: '2', verfasser: '50-Sozialamt', az: null, betreff: 'Probe' },
    angaben().modell,
    ['Eins'],
  );
  const richtig = await leseEntwurf(gut);
  expect(richtig.angenommen).toBe(true);

  const schaden = fc.record({
    ort: fc.nat(gut.length - 1),
    byte: fc.nat(255),
    laenge: fc.integer({ min: 1, max: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(schaden, { minLength: 1, maxLength: 3 }), async (schaeden) => {
      const kaputt = Uint8Array.from(gut);
      for (const { ort, byte, laenge } of schaeden) kaputt.fill(byte, ort, ort + laenge);

      const bericht = await leseEntwurf(kaputt);

      if (bericht.angenommen) expect(bericht).toEqual(richtig);
      else expect(bericht.befunde.map((b) => b.code)).not.toContain('UNLESBAR');
    }),
    { numRuns: 150 },
  );
});
