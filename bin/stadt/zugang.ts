import * as z from 'zod';
import { anmelden } from '../werkzeug/anmelden.ts';
import type { Demosystem } from '../werkzeug/einrichten.ts';
import { Klient } from '../werkzeug/klient.ts';
import { type Demoname, demokennwort } from '../werkzeug/musterstadt.ts';

const erneuert = z.object({ access_token: z.string() });

/**
 * A demo person at the API for weeks: enters the password once, then renews the access token as an
 * application does (RFC 6749, 6). The story would else spend its time on passwords.
 */
export function dauerklient({ basis, clientId }: Demosystem, person: Demoname, saat: string): Klient {
  let refreshToken: string | null = null;
  return new Klient({
    basis,
    saat: `${saat}|${person}`,
    anmelden: async () => {
      if (refreshToken !== null) {
        const koerper = { grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken };
        const antwort = await fetch(`${basis}/oauth2/token`, {
          method: 'POST',
          body: new URLSearchParams(koerper),
        });
        if (antwort.ok) return erneuert.parse(await antwort.json()).access_token;
      }
      const konto = { username: person, password: demokennwort };
      const tokens = await anmelden({ basis, clientId, redirectUri: `${basis}/`, ...konto });
      refreshToken = tokens.refreshToken;
      return tokens.accessToken;
    },
  });
}
