import { anmelden } from '../../bin/werkzeug/anmelden.ts';
import { demokennwort } from '../../bin/werkzeug/musterstadt.ts';
import { logindaten } from '../../bin/werkzeug/system.ts';
import type { Emulator } from '../../local/start.ts';

/** A request as no good client sends it: every header and byte is the test's own. */
export interface Rohanfrage {
  readonly methode: string;
  readonly pfad: string;
  readonly kopf?: Readonly<Record<string, string>>;
  readonly koerper?: string | Uint8Array | undefined;
}

export interface Rohantwort {
  readonly status: number;
  readonly text: string;
  readonly kopf: Headers;
}

export async function sendeRoh(basis: string, anfrage: Rohanfrage): Promise<Rohantwort> {
  const { koerper } = anfrage;
  const antwort = await fetch(`${basis}${anfrage.pfad}`, {
    method: anfrage.methode,
    headers: { ...anfrage.kopf },
    ...(koerper === undefined
      ? {}
      : { body: typeof koerper === 'string' ? koerper : new Uint8Array(koerper) }),
  });
  return { status: antwort.status, text: await antwort.text(), kopf: antwort.headers };
}

/** An access token, by the login's own form. */
export async function tokenVon(emulator: Emulator, username: string): Promise<string> {
  const basis = emulator.urls.web;
  const { clientId } = logindaten(emulator);
  const login = { basis, clientId, redirectUri: `${basis}/`, username, password: demokennwort };
  return (await anmelden(login)).accessToken;
}
