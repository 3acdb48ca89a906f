import { createHash } from 'node:crypto';
import type { Papier } from '../../lambdas/aws/akte/papiere.ts';
import type { Demoname } from '../werkzeug/musterstadt.ts';
import type { Welt } from './welt.ts';

/** Fetches an issued paper by its short-lived link and checks its hash. */
export function ladePapier(
  welt: Welt,
  person: Demoname,
  vorlage: string,
  papier: Papier,
): Promise<Uint8Array> {
  return welt.bis(`${papier.dateiname} abholen`, async () => {
    const verweis = welt.gelungen<{ url: string; sha256: string }>(
      await welt.als(person).get(`/vorlagen/${vorlage}/papiere/${papier.ereignis}`),
      `Verweis auf ${papier.dateiname}`,
    );
    try {
      const antwort = await fetch(verweis.url);
      welt.erwarte(antwort.ok, `${papier.dateiname} ist abrufbar`, antwort.status);
      const bytes = new Uint8Array(await antwort.arrayBuffer());
      const summe = createHash('sha256').update(bytes).digest('hex');
      welt.erwarte(summe === papier.sha256, `${papier.dateiname} hat die Prüfsumme der Akte`, summe);
      return bytes;
    } catch (fehler) {
      if (fehler instanceof TypeError) return null;
      throw fehler;
    }
  });
}
