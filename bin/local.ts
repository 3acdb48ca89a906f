import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FolderInUse } from '../local/start/lock.ts';
import { richteEin } from './werkzeug/einrichten.ts';
import { demokennwort, demopersonen } from './werkzeug/musterstadt.ts';
import { starteSystem, wurzel } from './werkzeug/system.ts';

/** `npm start`: the whole system on this machine, without cloud account, Docker or Java. */
const anfang = performance.now();
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: resolve(wurzel, '.gremienweg') },
    port: { type: 'string', default: '4510' },
    /** Freezes the clock at this instant and offers /_steuerung/uhr: for demos and tests. */
    uhr: { type: 'string' },
    buendel: { type: 'string' },
  },
});

try {
  const emulator = await starteSystem({
    dataDir: values.data,
    port: Number(values.port),
    ...(values.uhr ? { clockMode: { frozenAt: Date.parse(values.uhr) }, control: true } : {}),
    ...(values.buendel ? { bundleDir: values.buendel } : {}),
    log: (zeile) => console.error(zeile),
  });
  await richteEin(emulator);
  const breite = Math.max(...demopersonen.map((p) => p.id.length));
  console.log(`
Gremienweg läuft (bereit nach ${((performance.now() - anfang) / 1000).toFixed(1)} s).

  Adresse            ${emulator.urls.web}/
  API-Beschreibung   ${emulator.urls.web}/api/openapi.json
  Postfach           ${emulator.urls.inbox}
  Daten              ${values.data}

  Demo-Konten (Kennwort „${demokennwort}“):
${demopersonen.map((p) => `    ${p.id.padEnd(breite)}  ${p.name}, ${p.aufgabe}`).join('\n')}

Strg+C beendet.`);
  let beendet = false;
  const beende = async () => {
    if (beendet) return;
    beendet = true;
    await emulator.stop();
    console.log('Beendet. Die Daten bleiben; „npm start“ setzt fort, „npm run reset“ leert.');
    process.exit(0);
  };
  process.on('SIGINT', beende);
  process.on('SIGTERM', beende);
} catch (fehler) {
  if (!(fehler instanceof FolderInUse)) throw fehler;
  console.error(fehler.message);
  process.exitCode = 1;
}
