import { wohnberatung, wohnberatungMitKosten } from '../../../bin/demo/entwuerfe.ts';
import { kleinesPdf } from '../../../bin/demo/kleinesPdf.ts';
import { schreibeEntwurf } from '../../../documents/papiere/entwurf.ts';
import { hausstil } from '../../../templates/hausstil.ts';
import type { Wahldatei } from './bediener.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The file number of all drafts here. */
export const az = wohnberatung.az;

const [erste] = wohnberatung.anlagen;
if (!erste) throw new Error('The draft of the demo town has an Anlage.');

/** A draft of the demo town under another Betreff, as a clerk brings it back from Word. */
export async function entwurf(betreff: string, dateiname = 'Unterrichtungsvorlage.docx'): Promise<Wahldatei> {
  return schreibe(betreff, dateiname, wohnberatung.modell, [erste?.titel ?? '']);
}

/** The same after the Dezernat has asked for the costs. */
export async function neueFassung(betreff: string): Promise<Wahldatei> {
  return schreibe(betreff, 'Unterrichtungsvorlage Fassung 2.docx', wohnberatungMitKosten.modell, []);
}

async function schreibe(
  betreff: string,
  name: string,
  modell: typeof wohnberatung.modell,
  anlagen: readonly string[],
): Promise<Wahldatei> {
  const kopf = { nummer: null, datum: null, dezernat: '2', verfasser: '50-Sozialamt', az, betreff };
  const bytes = await schreibeEntwurf(kopf, modell, anlagen, hausstil);
  return { name, mimeType: docx, buffer: Buffer.from(bytes) };
}

export const anlage = {
  titel: erste.titel,
  datei: {
    name: erste.dateiname,
    mimeType: 'application/pdf',
    buffer: Buffer.from(kleinesPdf(erste.titel)),
  },
} as const;

/** Looks like a Word file by its name only. */
export const keinWord: Wahldatei = {
  name: 'Vorlage.docx',
  mimeType: docx,
  buffer: Buffer.from('Das ist ein Brief und kein Word-Dokument.'),
};
