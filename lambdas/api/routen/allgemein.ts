import * as z from 'zod';
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
];
