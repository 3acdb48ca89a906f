import { resolve } from 'node:path';
import { FolderInUse } from '../local/start/lock.ts';
import { richteEin } from './werkzeug/einrichten.ts';
import { demokennwort, demopersonen } from './werkzeug/musterstadt.ts';
import { baueOberflaeche } from './werkzeug/oberflaeche.ts';
import { liesOptionen } from './werkzeug/optionen.ts';
import { starteSystem, wurzel } from './werkzeug/system.ts';

/** `npm start`: the whole system on this machine, without cloud account, Docker or Java. */
const anfang = performance.now();
const values = liesOptionen({
  data: resolve(wurzel, '.gremienweg'),
  port: '4510',
  /** Freezes the clock at this instant and offers /_steuerung/uhr: for demos and tests. */
  uhr: undefined as string | undefined,
  buendel: undefined as string | undefined,
  /** "aus": the API alone, for those who need no pages. */
  oberflaeche: 'an',
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_533) {
  console.error('--port: bitte eine Zahl von 0 bis 65533 angeben (0 = freie Ports).');
  process.exit(2);
}
if (values.uhr !== undefined && Number.isNaN(Date.parse(values.uhr))) {
  console.error('--uhr: bitte einen Zeitpunkt wie 2026-03-24T08:00:00Z angeben.');
  process.exit(2);
}

try {
  const emulator = await starteSystem({
    dataDir: values.data,
    port,
    ...(values.uhr ? { clockMode: { frozenAt: Date.parse(values.uhr) }, control: true } : {}),
    ...(values.buendel ? { bundleDir: values.buendel } : {}),
    ...(values.oberflaeche === 'aus' ? {} : { oberflaeche: () => baueOberflaeche(wurzel) }),
    log: (zeile) => console.error(zeile),
  });
  await richteEin(emulator);
  const breite = Math.max(...demopersonen.map((p) => p.id.length));
  console.log(`
Gremienweg läuft (bereit nach ${((performance.now() - anfang) / 1000).toFixed(1)} s).

  Adresse            ${emulator.urls.web}/
  Übersicht          ${emulator.urls.web}/_start
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
