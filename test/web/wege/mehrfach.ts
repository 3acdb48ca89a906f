import { expect, it } from 'vitest';
import type { Demoname } from '../../../bin/werkzeug/musterstadt.ts';
import { legeEntwurfAn } from '../../hilfen/entwuerfe.ts';
import {
  beginneVorlage,
  begruendung,
  gibZurueck,
  holeWordVorlage,
  ladeAnlageHoch,
  ladeEntwurfHoch,
  reicheEin,
  reicheNeueFassungEin,
  vergissGrund,
} from './aufgaben.ts';
import { ereignisse, mitBetreff, stand } from './kette.ts';
import { bedieneMitDoppelklick } from './maus.ts';
import { feld, knopf, sendeJetzt, warteAufText } from './seitenteile.ts';
import { lassVergehen } from './stoerungen.ts';
import type { Umfeld } from './umfeld.ts';

/** The same act or the same Vorlage twice: clicks, history, tabs. */
export function mehrfach(u: Umfeld): void {
  const doppelt = async (person: Demoname, pfad: string) =>
    bedieneMitDoppelklick(await u.seiteFuer(person, pfad));

  it('double clicks on everything submit once, send back once, submit the new Fassung once', async () => {
    const betreff = 'Alles doppelt geklickt';
    const amt = await doppelt('feldkamp', '/');
    await beginneVorlage(amt, betreff);
    await holeWordVorlage(amt, betreff);
    await ladeEntwurfHoch(amt, betreff);
    await ladeAnlageHoch(amt);
    const id = await reicheEin(amt);
    const dezernat = await doppelt('brandner', `/vorlagen/${id}`);
    await vergissGrund(dezernat);
    await gibZurueck(dezernat, 'Bitte kürzer.');
    await u.system().gehe(amt.seite, 'feldkamp', `/vorlagen/${id}`);
    await reicheNeueFassungEin(amt, betreff);
    await warteAufText(amt.seite.getByRole('main'), /2\. Fassung von .* eingereicht\./);
    expect((await ereignisse(u.system(), id)).filter((art) => art !== 'EntwurfGeaendert')).toEqual([
      'VorlageAngelegt',
      'Eingereicht',
      'Zurueckgewiesen',
      'FassungEingereicht',
    ]);
    expect(await mitBetreff(u.system(), betreff)).toEqual([id]);
  });

  it('double clicks on everything release once, and not past the preview', async () => {
    const betreff = 'Doppelt freigegeben';
    const { id } = await u.eine(betreff);
    const dezernat = await doppelt('reinicke', '/?wort=Doppelt+frei');
    await dezernat.druecke(
      dezernat.seite.getByRole('checkbox', { name: new RegExp(`${betreff} auswählen$`) }),
    );
    await dezernat.druecke(knopf(dezernat.seite, 'Eine ausgewählte freigeben …'));
    expect(await knopf(dezernat.seite, 'Jetzt senden').count()).toBe(0);
    await dezernat.druecke(knopf(dezernat.seite, 'Eine freigeben'));
    await sendeJetzt(dezernat);
    await warteAufText(dezernat.seite.getByRole('main'), '1 freigegeben');
    const leitung = await doppelt('ohlsen', `/vorlagen/${id}`);
    await leitung.druecke(knopf(leitung.seite, 'Freigeben und zur Sitzung anmelden'));
    await sendeJetzt(leitung);
    await warteAufText(leitung.seite.getByRole('main'), 'Liegt zur Formprüfung beim Sitzungsdienst');
    expect(await u.zahl(id, 'StationFreigegeben')).toBe(2);
  });

  it('back after submitting leads to where one came from, and the old form is closed', async () => {
    const betreff = 'Zurück nach dem Einreichen';
    const b = await u.mausFuer('feldkamp', '/');
    await beginneVorlage(b, betreff);
    await ladeEntwurfHoch(b, betreff);
    const id = await reicheEin(b);
    await b.seite.goBack();
    await b.seite.getByRole('heading', { level: 1, name: 'Meine Aufgaben' }).waitFor();
    await b.seite.goForward();
    await b.seite.getByRole('heading', { level: 1, name: betreff }).waitFor();
    await u.system().gehe(b.seite, 'feldkamp', `/vorlagen/${id}/bearbeiten`);
    await warteAufText(b.seite.getByRole('main'), /ist schon eingereicht/);
    expect(await u.zahl(id, 'Eingereicht')).toBe(1);
  });

  it('two tabs with one draft: what was typed stays, both are shown, a person decides', async () => {
    const entwurf = await legeEntwurfAn(u.system().welt, 'Zwei Fenster');
    const erstes = await u.bearbeite(entwurf);
    const zweites = await u.bearbeite(entwurf);
    await erstes.schreibe(feld(erstes.seite, 'Betreff'), 'Zwei Fenster, das erste');
    await lassVergehen(erstes.seite, 2_000);
    await warteAufText(erstes.seite.locator('body'), 'Gespeichert um');
    await zweites.schreibe(feld(zweites.seite, 'Betreff'), 'Zwei Fenster, das zweite');
    await lassVergehen(zweites.seite, 2_000);
    const streit = zweites.seite.getByRole('alert').filter({ hasText: 'Jemand hat inzwischen dasselbe' });
    await warteAufText(streit, 'Zwei Fenster, das erste');
    await warteAufText(streit, 'Zwei Fenster, das zweite');
    expect(await feld(zweites.seite, 'Betreff').inputValue()).toBe('Zwei Fenster, das zweite');
    expect((await stand(u.system(), entwurf.id)).betreff).toBe('Zwei Fenster, das erste');
    await zweites.druecke(knopf(streit, 'Betreff: meine Eingabe behalten'));
    await lassVergehen(zweites.seite, 2_000);
    await warteAufText(zweites.seite.locator('body'), 'Gespeichert um');
    await u.browser.erwarteMeldung(zweites.seite, /status of 409/);
    expect((await stand(u.system(), entwurf.id)).betreff).toBe('Zwei Fenster, das zweite');
  });

  it('two tabs with one decision: the slower one keeps its text and learns who was faster', async () => {
    const { id } = await u.eine('Zwei Entscheidungen');
    const schnell = await u.mausFuer('reinicke', `/vorlagen/${id}`);
    const langsam = await u.mausFuer('brandner', `/vorlagen/${id}?tun=zurueckgeben`);
    const grund = 'Bitte die Kosten nennen.';
    await langsam.schreibe(begruendung(langsam.seite), grund);
    await schnell.druecke(knopf(schnell.seite, 'Freigeben'));
    await sendeJetzt(schnell);
    await warteAufText(schnell.seite.getByRole('main'), 'Liegt bei der Amtsleitung');
    await langsam.druecke(knopf(langsam.seite, 'Zurückgeben'));
    await langsam.druecke(knopf(langsam.seite, 'Jetzt senden'));
    const hinweis = langsam.seite.getByRole('alert').filter({ hasText: 'Jemand war schneller' });
    await warteAufText(hinweis, /Almut Reinicke, 24\.03\.2026/);
    await warteAufText(hinweis, grund);
    await warteAufText(langsam.seite.getByRole('main'), 'Liegt bei der Amtsleitung');
    await u.browser.erwarteMeldung(langsam.seite, /status of 409/);
    expect(await u.zahl(id, 'Zurueckgewiesen')).toBe(0);
  });
}
