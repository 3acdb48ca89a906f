import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { nimmAuf } from './bilder/aufnahme.ts';
import { loeseNamenAuf } from './bilder/namen.ts';
import { abend, starteBilderstadt } from './bilder/stadt.ts';
import { tabelle } from './bilder/tabelle.ts';
import { liesOptionen } from './werkzeug/optionen.ts';
import { wurzel } from './werkzeug/system.ts';

/** `npm run bilder`: the pictures of the handbook, of a town of its own or of the one that runs at --url. */
const values = liesOptionen({
  url: undefined as string | undefined,
  /** Only pictures whose file name contains this. */
  nur: '',
  /** Where they go. */
  ordner: resolve(wurzel, 'docs/bild'),
  /** The clock of the town at --url stands at this instant: the pages' clock too. */
  uhr: undefined as string | undefined,
});
const bilder = tabelle.filter((b) => b.datei.includes(values.nur));
const sage = (zeile: string) => console.error(zeile);

const stadt = values.url ? null : await starteBilderstadt(sage);
try {
  const uhr = stadt ? abend : values.uhr ? new Date(values.uhr) : null;
  const basis = (stadt?.basis ?? values.url ?? '').replace(/\/$/, '');
  const loese = await loeseNamenAuf(basis, uhr ?? new Date());
  mkdirSync(values.ordner, { recursive: true });
  await nimmAuf(bilder, { basis, uhr, ordner: values.ordner, loese, sage });
} finally {
  await stadt?.beende();
}
