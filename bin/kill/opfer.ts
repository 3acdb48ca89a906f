import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthetisiereVorlage } from '../../lib/app.ts';
import { pruefeEinstellungen } from '../../lib/einstellungen.ts';
import { startEmulator } from '../../local/start.ts';
import { richteEin } from '../werkzeug/einrichten.ts';
import { wurzel } from '../werkzeug/system.ts';

/**
 * The system as `npm start` runs it, except that it dies by its own SIGKILL at a given point:
 *
 *     --tod schreiben:17:vor    before the 17th write of this process reaches the database
 *     --tod schreiben:17:nach   after it was written, before anybody hears of it
 *     --tod zeit:350            350 ms after it was ready
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '' },
    buendel: { type: 'string', default: '' },
    uhr: { type: 'string', default: '' },
    tod: { type: 'string', default: 'nie' },
  },
});
const [art, zahl, seite] = values.tod.split(':');
const stirb = () => process.kill(process.pid, 'SIGKILL');
const schreibend = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems']);
let geschrieben = 0;

/** The template is the same at every restart: synthesized once, then read. */
function vorlage(web: string): Record<string, unknown> {
  const datei = join(values.data, 'opfer-vorlage.json');
  if (!existsSync(datei)) {
    const text = JSON.stringify(synthetisiereVorlage(pruefeEinstellungen({ callbackUrls: [`${web}/`] })));
    writeFileSync(datei, text);
  }
  return JSON.parse(readFileSync(datei, 'utf8'));
}

const emulator = await startEmulator({
  root: wurzel,
  dataDir: values.data,
  bundleDir: values.buendel,
  port: 0,
  clockMode: { frozenAt: Date.parse(values.uhr) },
  control: true,
  template: (urls: { web: string }) => vorlage(urls.web),
  faults: {
    dynamoDb: async (vorgang, _eingabe, weiter) => {
      if (art !== 'schreiben' || !schreibend.has(vorgang)) return weiter();
      geschrieben += 1;
      const dran = geschrieben === Number(zahl);
      if (dran && seite === 'vor') stirb();
      const antwort = await weiter();
      if (dran) stirb();
      return antwort;
    },
  },
});
await richteEin(emulator);
console.log(`Adresse ${emulator.urls.web}`);
process.on('SIGINT', async () => {
  console.log(`Schreibvorgänge ${geschrieben}`);
  await emulator.stop();
  process.exit(0);
});
if (art === 'zeit') setTimeout(stirb, Number(zahl));
