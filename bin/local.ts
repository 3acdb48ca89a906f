import { resolve } from 'node:path';
import { FolderInUse } from '../local/start/lock.ts';
import { erzaehlbeginn, erzaehle } from './stadt/erzaehle.ts';
import { zeigeFortschritt } from './stadt/fortschritt.ts';
import { bereiteOrdner, stadtSteht } from './stadt/ordner.ts';
import { begruessung } from './werkzeug/begruessung.ts';
import { legeKontenAn, richteEin } from './werkzeug/einrichten.ts';
import { baueOberflaeche } from './werkzeug/oberflaeche.ts';
import { liesOptionen } from './werkzeug/optionen.ts';
import { starteSystem, wurzel } from './werkzeug/system.ts';

/** `npm start`: the whole system on this machine, without cloud account, Docker or Java. */
const anfang = performance.now();
const values = liesOptionen({
  data: resolve(wurzel, '.gremienweg'),
  port: '4510',
  /** Without the invented town: as right after a deployment. */
  empty: false,
  /** Freezes the clock at this instant and offers /_steuerung/uhr: for demos and tests. No town is told. */
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

let beendet = false;
try {
  const { data, uhr } = values;
  const einrichtung = await bereiteOrdner(data, { leer: values.empty, gestellt: uhr !== undefined });
  const jetzt = new Date();
  const emulator = await starteSystem({
    dataDir: data,
    port,
    ...(uhr ? { clockMode: { frozenAt: Date.parse(uhr) }, control: true } : {}),
    ...(einrichtung === 'stadt' ? { clockMode: { frozenAt: erzaehlbeginn(jetzt) }, hasty: true } : {}),
    ...(values.buendel ? { bundleDir: values.buendel } : {}),
    ...(values.oberflaeche === 'aus' ? {} : { oberflaeche: () => baueOberflaeche(wurzel) }),
    log: (zeile) => console.error(zeile),
  });
  let erzaehlt = einrichtung !== 'stadt';
  const beende = async () => {
    if (beendet) return;
    beendet = true;
    await emulator.stop();
    console.log(
      erzaehlt
        ? 'Beendet. Die Daten bleiben; „npm start“ setzt fort, „npm run reset“ leert.'
        : '\nAbgebrochen. Der nächste Start richtet die Musterstadt neu ein.',
    );
    process.exit(erzaehlt ? 0 : 130);
  };
  process.on('SIGINT', beende);
  process.on('SIGTERM', beende);
  switch (einrichtung) {
    case 'stadt':
      await erzaehle(emulator, jetzt, zeigeFortschritt(process.stdout));
      stadtSteht(data);
      break;
    case 'personen':
      await richteEin(emulator);
      break;
    case 'konten':
      await legeKontenAn(emulator);
      break;
    case 'nichts':
      break;
  }
  erzaehlt = true;
  const sekunden = (performance.now() - anfang) / 1000;
  console.log(begruessung({ sekunden, urls: emulator.urls, ordner: data, einrichtung, leer: values.empty }));
} catch (fehler) {
  // Whoever interrupts the telling of the town takes the system away under its people.
  if (!beendet) {
    if (!(fehler instanceof FolderInUse)) throw fehler;
    console.error(fehler.message);
    process.exitCode = 1;
  }
}
