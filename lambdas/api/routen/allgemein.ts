import * as z from 'zod';
import { ueblicherVorlauf, vorlaufSchema } from '../../../domain/fristen/rueckrechnung.ts';
import { hoechstgroesse } from '../../../domain/upload/upload.ts';
import { verwaltung } from '../../../templates/verwaltung.ts';
import type { Dienste } from '../dienste.ts';
import { json, route } from '../route.ts';

/**
 * The login's endpoints at Cognito's fixed paths below its domain. The browser needs no discovery document:
 * one request less, and no further origin that a page must be allowed to talk to.
 */
function loginangaben({ login, adresse }: Pick<Dienste, 'login' | 'adresse'>) {
  const endpunkt = (pfad: string) => `${login.adresse}${pfad}`;
  const abmelden = new URLSearchParams({ client_id: login.clientId, logout_uri: `${adresse}/` });
  return {
    issuer: login.issuer,
    clientId: login.clientId,
    endpunkte: {
      authorization_endpoint: endpunkt('/oauth2/authorize'),
      token_endpoint: endpunkt('/oauth2/token'),
      revocation_endpoint: endpunkt('/oauth2/revoke'),
      end_session_endpoint: endpunkt('/logout'),
    },
    abmelden: `${endpunkt('/logout')}?${abmelden}`,
  };
}

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
        demo: z.boolean().describe('Nichts hiervon ist echt, und die Oberfläche sagt es'),
        login: z.object({
          issuer: z.string(),
          clientId: z.string(),
          endpunkte: z
            .object({
              authorization_endpoint: z.string(),
              token_endpoint: z.string(),
              revocation_endpoint: z.string(),
              end_session_endpoint: z.string(),
            })
            .describe('Adressen der Anmeldung, benannt wie in OpenID Connect Discovery 1.0'),
          abmelden: z.string().describe('Dorthin schickt die Oberfläche zum Abmelden'),
        }),
        aemter: z.array(z.object({ nr: z.string(), name: z.string(), dezernat: z.string() })),
        vorlauf: vorlaufSchema.describe('Vorläufe der Stadt, mit denen Fristen zurückgerechnet werden'),
        hoechstgroesse: z.object({ entwurf: z.int(), anlage: z.int() }).describe('Bytes'),
      }),
    },
    async ({ dienste }) =>
      json({
        koerperschaft: dienste.akte.schluessel.koerperschaft,
        name: dienste.name,
        demo: dienste.demo,
        login: loginangaben(dienste),
        aemter: verwaltung.aemter,
        vorlauf: ueblicherVorlauf,
        hoechstgroesse,
      }),
  ),
];
