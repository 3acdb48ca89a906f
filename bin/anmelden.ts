import { parseArgs } from 'node:util';
import { anmelden } from './werkzeug/anmelden.ts';
import { demokennwort } from './werkzeug/musterstadt.ts';

/**
 * Logs a demo person in at the running embedded system and prints the access token, for curl:
 * `TOKEN=$(npm run -s anmelden -- feldkamp)`. Valid for one hour.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string', default: 'http://127.0.0.1:4510' } },
});
const [username] = positionals;
if (!username || positionals.length > 1) {
  console.error('Aufruf: npm run -s anmelden -- [--url URL] BENUTZERNAME');
  process.exit(2);
}

const basis = values.url.replace(/\/$/, '');
try {
  const antwort = await fetch(`${basis}/api/einstellungen`);
  const { login } = (await antwort.json()) as { login: { clientId: string } };
  const { accessToken } = await anmelden({
    basis,
    clientId: login.clientId,
    redirectUri: `${basis}/`,
    username,
    password: demokennwort,
  });
  console.log(accessToken);
} catch (fehler) {
  const grund = fehler instanceof Error ? fehler.message : String(fehler);
  console.error(`Keine Anmeldung unter ${basis}: ${grund}`);
  process.exitCode = 1;
}
