import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { anmelden } from '../werkzeug/anmelden.ts';
import { Klient } from '../werkzeug/klient.ts';
import { type Demoname, demokennwort, demopersonen } from '../werkzeug/musterstadt.ts';
import { Aufruffehler } from './aufruf.ts';
import type { Weltoptionen } from './welt.ts';

const einstellungenSchema = z.object({ login: z.object({ clientId: z.string() }) });
const loginSchema = z.object({ authorization_endpoint: z.url() });
const tokensSchema = z.record(z.string(), z.string());

/** How long a running system may take for its first answer, ms. */
const frist = 15_000;

/**
 * A running system at `url`: an embedded one is recognised by its own login page at the same address and logs
 * the demo people in by their password; every other one needs a file with tokens. Throws Aufruffehler.
 */
export async function oeffneFremdsystem(
  url: string,
  tokensdatei: string | undefined,
  saat: string,
): Promise<Omit<Weltoptionen, 'sage'>> {
  const tokens = tokensdatei === undefined ? null : liesTokens(tokensdatei);
  const basis = adresse(url);
  const einstellungen = einstellungenSchema.safeParse(await hole(basis, '/api/einstellungen'));
  if (!einstellungen.success) throw new Aufruffehler(`Unter ${basis} läuft kein Gremienweg.`);
  const { clientId } = einstellungen.data.login;
  const eingebettet = await istEingebettet(basis);
  const gemeinsam = { basis, clientId, saat, stellbareUhr: false, postfach: eingebettet, geduld: 0 };
  if (tokens) {
    const anmeldung = (id: Demoname) =>
      new Klient({ basis, saat: `${saat}|${id}`, anmelden: async () => tokens[id] ?? '' });
    return { ...gemeinsam, anmeldung };
  }
  if (!eingebettet || !(await nimmtDemokennwort(basis, clientId))) {
    throw new Aufruffehler(
      `Unter ${basis} können sich die Demo-Personen nicht mit dem Demo-Kennwort anmelden; bitte nennen Sie mit --tokens eine Datei mit ihren Zugangstoken (docs/betrieb.md, Abnahme).`,
    );
  }
  return gemeinsam;
}

function adresse(url: string): string {
  if (!URL.canParse(url) || !['http:', 'https:'].includes(new URL(url).protocol)) {
    throw new Aufruffehler(`„${url}“ ist keine Adresse; erwartet wird zum Beispiel http://127.0.0.1:4510.`);
  }
  return url.replace(/\/+$/, '');
}

/** JSON of a page; null if it has none. */
async function hole(basis: string, pfad: string): Promise<unknown> {
  try {
    const antwort = await fetch(`${basis}${pfad}`, { signal: AbortSignal.timeout(frist) });
    const text = await antwort.text();
    return antwort.ok && text.startsWith('{') ? JSON.parse(text) : null;
  } catch (fehler) {
    if (fehler instanceof SyntaxError) return null;
    throw new Aufruffehler(`Unter ${basis} antwortet niemand.`);
  }
}

/** The demo password goes to nobody else than the system itself. */
async function istEingebettet(basis: string): Promise<boolean> {
  const login = loginSchema.safeParse(await hole(basis, '/.well-known/openid-configuration'));
  return login.success && new URL(login.data.authorization_endpoint).origin === new URL(basis).origin;
}

async function nimmtDemokennwort(basis: string, clientId: string): Promise<boolean> {
  const [person] = demopersonen;
  const konto = { username: person.id, password: demokennwort };
  return anmelden({ basis, clientId, redirectUri: `${basis}/`, ...konto }).then(
    () => true,
    () => false,
  );
}

function liesTokens(datei: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(datei, 'utf8');
  } catch (fehler) {
    const { code } = fehler as NodeJS.ErrnoException;
    throw new Aufruffehler(`Die Datei ${datei} lässt sich nicht lesen (${code}).`);
  }
  let inhalt: unknown;
  try {
    inhalt = JSON.parse(text);
  } catch {
    inhalt = null;
  }
  const tokens = tokensSchema.safeParse(inhalt);
  if (!tokens.success) {
    throw new Aufruffehler(
      `${datei} ist kein JSON der Form {"feldkamp": "<Zugangstoken>", …} mit einem Token je Demo-Person.`,
    );
  }
  const fehlend = demopersonen.filter((p) => !tokens.data[p.id]).map((p) => p.id);
  if (fehlend.length > 0)
    throw new Aufruffehler(`In ${datei} fehlen Zugangstoken für ${fehlend.join(', ')}.`);
  return tokens.data;
}
