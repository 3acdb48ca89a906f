import type { Emulator } from '../../local/start.ts';
import type { Einrichtung } from '../stadt/ordner.ts';
import { demokennwort, demopersonen } from './musterstadt.ts';

/** Who sees what first in the invented town. */
const vorschlaege: readonly (readonly [string, string])[] = [
  ['feldkamp', 'ein Entwurf, eine zurückgegebene Vorlage, und wo alle anderen liegen'],
  ['reinicke', 'was zu entscheiden ist, eine Vorlage über der Frist'],
  ['wolframm', 'eine Sitzung, deren Ergebnisse noch zu erfassen sind'],
];

interface Gestartet {
  readonly sekunden: number;
  readonly urls: Emulator['urls'];
  readonly ordner: string;
  readonly einrichtung: Einrichtung;
  /** Whether `--empty` was asked for. */
  readonly leer: boolean;
}

/** What `npm start` says when the system is there. */
export function begruessung({ sekunden, urls, ordner, einrichtung, leer }: Gestartet): string {
  const breite = Math.max(...demopersonen.map((p) => p.id.length));
  const konten = demopersonen.map((p) => `    ${p.id.padEnd(breite)}  ${p.name}, ${p.aufgabe}`);
  return `
Gremienweg läuft (bereit nach ${sekunden.toFixed(1)} s).

  Adresse            ${urls.web}/
  Übersicht          ${urls.web}/_start
  API-Beschreibung   ${urls.web}/api/openapi.json
  Postfach           ${urls.inbox}
  Daten              ${ordner}

  Demo-Konten (Kennwort „${demokennwort}“; auf der Anmeldeseite genügt ein Klick):
${konten.join('\n')}

${hinweis(einrichtung, leer, breite)}

Strg+C beendet.`;
}

function hinweis(einrichtung: Einrichtung, leer: boolean, breite: number): string {
  if (einrichtung === 'konten') {
    return `  Leere Installation, wie nach dem Einrichten in der Cloud: Nur Rolf Tesch (tesch, Systembetreuung) hat
  schon ein Personenkonto; Gremien und alle anderen Personen legt er an. Deren Anmeldungen gibt es bereits.`;
  }
  const zuerst = vorschlaege.map(([id, was]) => `    ${id.padEnd(breite)}  ${was}`);
  return [
    ...(einrichtung === 'personen' ? [] : [`  Zum Umsehen:\n${zuerst.join('\n')}`]),
    '  Musterstadt, ihre Menschen und ihre Vorlagen sind erfunden.',
    ...(leer
      ? [
          '  --empty wirkt nur in einem neuen Datenordner; dieser bleibt, wie er ist („npm run reset“ leert ihn).',
        ]
      : []),
  ].join('\n\n');
}
