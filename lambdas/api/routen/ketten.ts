import * as z from 'zod';
import { aggregatarten } from '../../../domain/ereignisse/ereignis.ts';
import { pruefeKette } from '../../../domain/ereignisse/kette.ts';
import { alle, hole } from '../../aws/akte/akte.ts';
import { daten, type Eintrag } from '../../aws/akte/eintrag.ts';
import { standSk } from '../../aws/akte/schluessel.ts';
import { sha256 } from '../../aws/pruefsumme.ts';
import { ApiFehler } from '../fehler.ts';
import { json, route } from '../route.ts';
import { nichtGefunden, pruefeRecht } from '../vorlagenbefehl.ts';

const befundSchema = z.object({
  gueltig: z.boolean(),
  laenge: z.int(),
  kopf: z.string().nullable(),
  fehler: z.string().nullable(),
});

/** What was never submitted is the clerk's own: not even the Revision looks into drafts. */
function istEntwurf(eintrag: Eintrag): boolean {
  const { phase } = z.object({ phase: z.string().optional() }).parse(daten(eintrag));
  return phase === 'entwurf' || phase === 'verworfen';
}

/** The chains of all aggregates, for the Revision: stored bytes, to be verified by whoever reads them. */
export const kettenrouten = [
  route(
    'get',
    '/ketten',
    {
      name: 'listeKetten',
      zweck: 'Alle Ereignisketten mit Länge und Kopf',
      antwort: z.object({
        eintraege: z.array(z.object({ art: z.string(), id: z.string(), nr: z.int(), kopf: z.string() })),
      }),
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'kette.alle', {});
      const { akte } = anfrage.dienste;
      const eintraege = [];
      for (const art of aggregatarten) {
        for (const e of await alle(akte, { pk: akte.schluessel.koepfe(art), index: 'gsi2' })) {
          if (istEntwurf(e)) continue;
          eintraege.push({ art, id: String(e.gsi2sk), nr: Number(e.nr), kopf: String(e.kopf) });
        }
      }
      return json({ eintraege });
    },
  ),
  route(
    'get',
    '/ketten/{art}/{id}',
    {
      name: 'liesKetteDerArt',
      zweck: 'Eine Ereigniskette in ihren gespeicherten Bytes, mit dem Befund des Prüfers',
      antwort: z.object({
        ereignisse: z.array(z.object({ bytes: z.string(), hash: z.string() })),
        befund: befundSchema,
      }),
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'kette.alle', {});
      const art = aggregatarten.find((a) => a === anfrage.pfad.art);
      if (!art) throw new ApiFehler(nichtGefunden);
      const { akte } = anfrage.dienste;
      const pk = akte.schluessel.aggregat(art, anfrage.pfad.id ?? '');
      const stand = await hole(akte, { pk, sk: standSk });
      if (!stand || istEntwurf(stand)) throw new ApiFehler(nichtGefunden);
      const gespeichert = await alle(akte, { pk, beginnt: 'E#' });
      if (gespeichert.length === 0) throw new ApiFehler(nichtGefunden);
      const ereignisse = gespeichert.map((e) => ({ bytes: String(e.bytes), hash: String(e.hash) }));
      return json({ ereignisse, befund: pruefeKette(ereignisse, sha256) });
    },
  ),
];
