import { readFile, stat } from 'node:fs/promises';
import { befund } from '../documents/lesen/befunde.ts';
import { leseEntwurf } from '../documents/lesen/entwurf.ts';
import { standardgrenzen } from '../documents/lesen/grenzen.ts';
import type { Befund, Lesebericht } from '../documents/modell/schema.ts';

/**
 * Checks drafts as the upload does: `npm run -s pruefen -- [--json] DATEI...`
 * Exit code 0: all accepted, 1: one or more refused, 2: wrong usage.
 */
const argumente = process.argv.slice(2);
const json = argumente.includes('--json');
const dateien = argumente.filter((argument) => argument !== '--json');
if (dateien.length === 0 || dateien.some((datei) => datei.startsWith('--'))) {
  console.error('Aufruf: npm run -s pruefen -- [--json] DATEI...');
  process.exit(2);
}

for (const datei of dateien) {
  const beginn = performance.now();
  const bericht = await pruefe(datei);
  const millisekunden = Math.round(performance.now() - beginn);
  if (!bericht.angenommen) process.exitCode = 1;
  console.log(json ? JSON.stringify(alsZeile(datei, bericht, millisekunden)) : alsText(datei, bericht));
}

async function pruefe(datei: string): Promise<Lesebericht> {
  try {
    const { size } = await stat(datei);
    if (size > standardgrenzen.dateiBytes)
      return abgelehnt(befund('ZU_GROSS', `${Math.ceil(size / 1024 / 1024)} MB`));
    return await leseEntwurf(await readFile(datei));
  } catch {
    return abgelehnt(befund('NICHT_ZU_OEFFNEN'));
  }
}

function abgelehnt(grund: Befund): Lesebericht {
  return { angenommen: false, befunde: [grund], felder: null, modell: null, anlagen: [] };
}

function alsZeile(datei: string, bericht: Lesebericht, millisekunden: number) {
  const nurArt = (art: Befund['art']) =>
    bericht.befunde
      .filter((b) => b.art === art)
      .map(({ code, satz, ort, abhilfe }) => ({ code, satz, ort, abhilfe }));
  return {
    datei,
    angenommen: bericht.angenommen,
    fehler: nurArt('fehler'),
    warnungen: nurArt('warnung'),
    hinweise: nurArt('hinweis'),
    felder: bericht.felder && {
      ...bericht.felder,
      beratungen: bericht.beratungen ?? [],
      anlagen: bericht.anlagen,
    },
    millisekunden,
  };
}

function alsText(datei: string, bericht: Lesebericht): string {
  const ueberschriften = { fehler: 'Fehler', warnung: 'Warnung', hinweis: 'Hinweis' } as const;
  const urteil = bericht.angenommen
    ? 'Der Entwurf kann eingereicht werden.'
    : 'Der Entwurf kann so nicht eingereicht werden.';
  const befunde = bericht.befunde.map(({ art, code, satz, ort, abhilfe }) =>
    [
      `  ${ueberschriften[art]} (${code}): ${satz}`,
      ...(ort === null ? [] : [`    Wo: ${ort}`]),
      `    ${abhilfe}`,
    ].join('\n'),
  );
  return [`${datei}: ${urteil}`, ...befunde].join('\n');
}
