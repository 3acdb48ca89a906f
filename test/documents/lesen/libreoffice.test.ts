import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { leseEntwurf } from '../../../documents/lesen/entwurf.ts';
import { angaben } from '../hilfe/papiere.ts';

// LibreOffice 7.4 loses tags (and by way of .odt the controls), writes links as fields and restarts lists by override.
test.each(['direkt', 'ueber-odt'])(
  'a draft saved by LibreOffice 7.4 (%s) is read like ours',
  async (name) => {
    const bytes = await readFile(new URL(`libreoffice/${name}.docx`, import.meta.url));

    expect(await leseEntwurf(bytes)).toEqual({
      angenommen: true,
      befunde: [],
      felder: {
        nummer: null,
        datum: null,
        dezernat: '2',
        verfasser: '50-Sozialamt',
        az: null,
        betreff: 'Sprachcafé am Lindenplatz',
      },
      modell: angaben().modell,
      anlagen: ['Besuchszahlen', 'Konzept'],
      beratungen: [],
    });
  },
);
