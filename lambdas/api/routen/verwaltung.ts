import * as z from 'zod';
import { gremien } from '../../../domain/aggregat.ts';
import { gremiumAnlegenSchema } from '../../../domain/gremium/gremium.ts';
import { type Akte, alle } from '../../aws/akte/akte.ts';
import { daten } from '../../aws/akte/eintrag.ts';
import { legeAggregatAn } from '../neu.ts';
import { json, route } from '../route.ts';
import { pruefeRecht } from '../vorlagenbefehl.ts';
import { angelegtSchema } from './antworten.ts';

export const verwaltungsrouten = [
  route(
    'post',
    '/gremien',
    {
      name: 'legeGremiumAn',
      erfolg: 201,
      zweck: 'Ein Gremium anlegen',
      koerper: gremiumAnlegenSchema,
      antwort: angelegtSchema,
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'verwaltung.pflegen', {});
      const { id, name, gesetzlicheZahl } = anfrage.koerper;
      const ereignis = { art: 'GremiumAngelegt' as const, daten: { name, gesetzlicheZahl } };
      return json(await legeAggregatAn(anfrage, gremien, id, null, [ereignis]), 201);
    },
  ),
  route(
    'get',
    '/gremien',
    {
      name: 'listeGremien',
      zweck: 'Alle Gremien',
      antwort: z.object({ eintraege: z.array(z.object({ id: z.string(), name: z.string() })) }),
    },
    async ({ dienste }) => json({ eintraege: await gremienliste(dienste.akte) }),
  ),
];

async function gremienliste(akte: Akte): Promise<unknown[]> {
  return (await alle(akte, { pk: akte.schluessel.partition('GREMIEN') })).map((e) => daten(e));
}
