import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { kostenJeVorlage } from '../lib/kosten/kosten.ts';
import { type Posten, preisstand, preistabelle } from '../lib/kosten/preistabelle.ts';
import { gemessenerVerbrauch, zaehle } from './kosten/verbrauch.ts';
import { wurzel } from './werkzeug/system.ts';

/**
 * `npm run -s kosten [-- --demo DIR]`: what one Vorlage costs in US dollars. State transitions and mails are
 * counted in what `npm run demo` left in DIR; the other quantities are estimates, marked so.
 */
const { values } = parseArgs({
  options: { demo: { type: 'string', default: resolve(wurzel, 'demo-out') } },
});

const ausfuehrungen = liste('ausfuehrungen', '.json');
if (ausfuehrungen.length === 0) {
  console.error(`In ${values.demo} liegen keine Ausführungen. Bitte zuerst: npm run demo`);
  process.exit(1);
}

const gezaehlt = ausfuehrungen.map((datei) => zaehle(JSON.parse(readFileSync(datei, 'utf8'))));
// A demo against a deployed system leaves no mails: they are in real mailboxes.
const mails = liste('mails', '.eml').length || null;
const { summe, posten } = kostenJeVorlage(gemessenerVerbrauch(gezaehlt, mails));

const gezaehltePosten: ReadonlySet<Posten> = new Set(
  mails === null ? ['uebergaenge'] : ['uebergaenge', 'mails'],
);
const zahl = (wert: number) => wert.toLocaleString('de-DE', { maximumFractionDigits: 1 });
console.log(`Kosten je Vorlage in US-Dollar, Preise Stand ${preisstand}\n`);
for (const p of posten) {
  if (p.usd === 0) continue;
  const herkunft = gezaehltePosten.has(p.posten) ? 'gezählt' : 'geschätzt';
  const { einheit, region, beleg } = preistabelle[p.posten];
  const menge = `${zahl(p.menge).padStart(6)} ${einheit}`;
  const ort = `${region}${beleg === 'U' ? ', Preis ungeprüft' : ''}`;
  console.log(`${p.usd.toFixed(6)}  ${menge.padEnd(42)} ${herkunft.padEnd(9)}  ${ort}`);
}
console.log(`${summe.toFixed(6)}  Summe`);
console.log(
  `\nGezählt an ${gezaehlt.length} Vorlagen: ${gezaehlt.map((g) => g.uebergaenge).join(', ')} Übergänge${mails === null ? '' : `; ${mails} Mails`}.`,
);

/** Files of the demo with this ending; none where the folder is missing. */
function liste(ordner: string, endung: string): string[] {
  const pfad = join(values.demo, ordner);
  if (!existsSync(pfad)) return [];
  return readdirSync(pfad)
    .filter((name) => name.endsWith(endung))
    .map((name) => join(pfad, name));
}
