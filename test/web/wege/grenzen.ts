import { expect, it } from 'vitest';
import { legeEntwurfAn } from '../../hilfen/entwuerfe.ts';
import { richtePersonEin } from '../../hilfen/personen.ts';
import { meldeSichAn } from './aufgaben.ts';
import { bedieneMitMaus } from './maus.ts';
import { anlage, entwurf, keinWord } from './papiere.ts';
import { feld, knopf, schritt, verweis, warteAufText } from './seitenteile.ts';
import type { Umfeld } from './umfeld.ts';

/** What is refused, forbidden or not there. */
export function grenzen(u: Umfeld): void {
  it('a refused draft says why in German, and the next one takes its place', async () => {
    const betreff = 'Abgelehnter Entwurf';
    const b = await u.bearbeite(await legeEntwurfAn(u.system().welt, betreff));
    const papier = schritt(b.seite, 'papier');
    await b.waehleDatei(knopf(papier, 'Word-Datei auswählen'), anlage.datei);
    await warteAufText(
      papier.getByRole('alert'),
      /^Das ist ein PDF\. Bitte laden Sie hier die Word-Datei hoch/,
    );
    await b.waehleDatei(knopf(papier, 'Word-Datei auswählen'), keinWord);
    await warteAufText(papier, 'Diese Datei können wir so nicht annehmen');
    await warteAufText(papier, /Dateiformat: nicht in Ordnung/);
    await warteAufText(papier, 'Berichtigen Sie die Datei in Word');
    await b.waehleDatei(knopf(papier, 'Andere Word-Datei auswählen'), await entwurf(betreff));
    await papier.getByText('Angenommen').waitFor();
    expect(await papier.getByText('Diese Datei können wir so nicht annehmen').count()).toBe(0);
    expect(await feld(b.seite, 'Betreff').inputValue()).toBe(betreff);
  });

  it('who may not see a Vorlage, and what does not exist, is told so', async () => {
    const betreff = 'Nicht für fremde Augen';
    const { id } = await u.eine(betreff);
    const stellen = [{ rolle: 'Sachbearbeitung', bereich: '51' }] as const;
    const mail = 'quandt@musterstadt.example';
    await richtePersonEin(u.system(), { id: 'quandt', name: 'Ruth Quandt', mail, stellen });
    const seite = await u.oeffneFremd();
    const main = seite.getByRole('main');
    await seite.goto(`${u.system().basis}/vorlagen/${id}`);
    await meldeSichAn(bedieneMitMaus(seite), 'quandt');
    for (const pfad of [`/vorlagen/${id}`, `/vorlagen/${id}/bearbeiten`, '/vorlagen/gibt-es-nicht']) {
      if (new URL(seite.url()).pathname !== pfad) await seite.goto(u.system().basis + pfad);
      await warteAufText(main, 'Das gibt es nicht, oder Sie dürfen es nicht sehen.');
      expect(await main.innerText()).not.toContain(betreff);
      expect(new URL(seite.url()).pathname).toBe(pfad);
    }
    await bedieneMitMaus(seite).druecke(verweis(main, 'Zur Suche'));
    await seite.getByRole('heading', { level: 1, name: 'Suche' }).waitFor();
    await u.browser.erwarteMeldung(seite, /status of 404/);
    await seite.goto(`${u.system().basis}/nirgendwo`);
    await seite.getByRole('heading', { level: 1, name: 'Diese Seite gibt es nicht' }).waitFor();
  });
}
