import { baueApp, einstellungenAusKontext } from '../lib/app.ts';
import { EinstellungenFehler } from '../lib/einstellungen.ts';

/** The CDK app: `npm run synth`, `npx cdk deploy -c gremienweg=einstellungen.json`. */
try {
  baueApp({ einstellungen: einstellungenAusKontext(), bundling: true });
} catch (fehler) {
  if (!(fehler instanceof EinstellungenFehler)) throw fehler;
  console.error(fehler.message);
  process.exitCode = 1;
}
