import * as z from 'zod';
import { personen } from '../../../domain/aggregat.ts';
import { stelleSchema } from '../../../domain/rollen/stelle.ts';
import { lade } from '../../aws/akte/laden.ts';
import { json, route } from '../route.ts';

export const allgemeineRouten = [
  route(
    'get',
    '/einstellungen',
    {
      name: 'liesEinstellungen',
      zweck: 'Was eine Oberfläche vor der Anmeldung braucht',
      oeffentlich: true,
      antwort: z.object({
        koerperschaft: z.string(),
        name: z.string(),
        login: z.object({ issuer: z.string(), clientId: z.string() }),
      }),
    },
    async ({ dienste }) =>
      json({
        koerperschaft: dienste.akte.schluessel.koerperschaft,
        name: dienste.name,
        login: dienste.login,
      }),
  ),
  route(
    'get',
    '/ich',
    {
      name: 'liesMich',
      zweck: 'Wer ich bin und was ich darf',
      antwort: z.object({
        person: z.string(),
        name: z.string(),
        stellen: z.array(z.object({ ...stelleSchema.shape, fuer: z.string().nullable() })),
      }),
    },
    async ({ dienste, akteur }) => {
      const person = await lade(dienste.akte, personen, akteur.person);
      return json({
        person: akteur.person,
        name: person?.stand.name ?? akteur.person,
        stellen: akteur.stellen,
      });
    },
  ),
];
