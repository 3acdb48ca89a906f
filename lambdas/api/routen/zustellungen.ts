import * as z from 'zod';
import { sichtFuer } from '../../../domain/rollen/sicht.ts';
import { ladeZustellungen, zustellungSchema } from '../../aws/akte/zustellungen.ts';
import { ApiFehler } from '../fehler.ts';
import { json, route } from '../route.ts';
import { nichtGefunden } from '../vorlagenbefehl.ts';
import { ladeLesbar, namenVon } from './vorlagen.ts';

export const zustellungsrouten = [
  route(
    'get',
    '/vorlagen/{id}/zustellungen',
    {
      name: 'listeZustellungen',
      zweck: 'Wem wurde wann was mitgeteilt, und ist die Mail hinaus; neueste zuerst',
      antwort: z.object({ eintraege: z.array(zustellungSchema.extend({ name: z.string() })) }),
    },
    async (anfrage) => {
      const { stand } = await ladeLesbar(anfrage);
      if (!sichtFuer(anfrage.akteur, stand).verlauf) throw new ApiFehler(nichtGefunden);
      const { akte } = anfrage.dienste;
      const zustellungen = await ladeZustellungen(akte, stand.id);
      const namen = await namenVon(
        akte,
        zustellungen.map((e) => e.person),
      );
      return json({ eintraege: zustellungen.map((e) => ({ ...e, name: namen[e.person] ?? e.person })) });
    },
  ),
];
