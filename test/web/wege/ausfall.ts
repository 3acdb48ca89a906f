import { expect, it } from 'vitest';
import { legeEntwurfAn } from '../../hilfen/entwuerfe.ts';
import { bereit } from '../hilfen/system.ts';
import { begruendung } from './aufgaben.ts';
import { mitBetreff, stand } from './kette.ts';
import { entwurf } from './papiere.ts';
import { feld, idVon, knopf, schritt, sendeJetzt, verweis, warteAufText } from './seitenteile.ts';
import {
  brichUploadAb,
  halteUploadAuf,
  lassVergehen,
  trenneApi,
  verliereAntwort,
  zaehle,
} from './stoerungen.ts';
import type { Umfeld } from './umfeld.ts';

/** Network, API and page go away in the middle of it. */
export function ausfall(u: Umfeld): void {
  it('the API is away for a minute: what was typed stays and is sent afterwards, once', async () => {
    const entwurf = await legeEntwurfAn(u.system().welt, 'Ohne Server');
    const { seite, schreibe } = await u.bearbeite(entwurf);
    const verbinde = await trenneApi(seite);
    await schreibe(feld(seite, 'Betreff'), 'Ohne Server weitergeschrieben');
    await lassVergehen(seite, 2_000);
    await warteAufText(seite.locator('body'), 'Der Server antwortet nicht.');
    await lassVergehen(seite, 30_000);
    await warteAufText(seite.getByRole('alert'), 'Ihre Eingaben sind in diesem Browser gemerkt.');
    expect(await feld(seite, 'Betreff').inputValue()).toBe('Ohne Server weitergeschrieben');
    await verbinde();
    await lassVergehen(seite, 30_000);
    await warteAufText(seite.locator('body'), 'Gespeichert um');
    await u.browser.erwarteMeldung(seite, /ERR_CONNECTION_REFUSED/);
    const { nr, betreff } = await stand(u.system(), entwurf.id);
    expect([nr, betreff]).toEqual([entwurf.version + 1, 'Ohne Server weitergeschrieben']);
  });

  it('an answer is lost: the repetition changes nothing twice', async () => {
    const { id, version } = await u.eine('Verlorene Antwort');
    const b = await u.mausFuer('brandner', `/vorlagen/${id}`);
    const gesendet = zaehle(b.seite, 'POST', /\/entscheidungen$/);
    await verliereAntwort(b.seite, 'POST', /\/entscheidungen$/);
    await b.druecke(knopf(b.seite, 'Freigeben'));
    await b.druecke(knopf(b.seite, 'Jetzt senden'));
    await warteAufText(b.seite.locator('body'), 'Der Server antwortet nicht.');
    await b.seite.clock.runFor(1_000);
    await warteAufText(b.seite.getByRole('main'), 'Liegt bei der Amtsleitung');
    await u.browser.erwarteMeldung(b.seite, /ERR_CONNECTION_RESET/);
    expect(gesendet()).toBe(2);
    expect((await stand(u.system(), id)).nr).toBe(version + 1);
  });

  it('an answer is lost and the API away for long: who tries again later changes nothing twice', async () => {
    const { id, version } = await u.eine('Lange verlorene Antwort');
    const b = await u.mausFuer('brandner', `/vorlagen/${id}?tun=zurueckgeben`);
    const verbinde = await trenneApi(b.seite);
    await verliereAntwort(b.seite, 'POST', /\/entscheidungen$/);
    await b.schreibe(begruendung(b.seite), 'Bitte die Kosten nennen.');
    await b.druecke(knopf(b.seite, 'Zurückgeben'));
    await b.druecke(knopf(b.seite, 'Jetzt senden'));
    await warteAufText(b.seite.locator('body'), 'Der Server antwortet nicht.');
    await lassVergehen(b.seite, 120_000);
    await warteAufText(b.seite.getByRole('alert'), 'Das wurde nicht ausgeführt');
    expect(await begruendung(b.seite).inputValue()).toBe('Bitte die Kosten nennen.');
    await verbinde();
    await b.druecke(knopf(b.seite, 'Zurückgeben'));
    await sendeJetzt(b);
    await warteAufText(b.seite.getByRole('main'), 'Liegt zur Überarbeitung bei');
    await u.browser.erwarteMeldung(b.seite, /ERR_CONNECTION_RE/);
    expect((await stand(u.system(), id)).nr).toBe(version + 1);
    expect(await u.zahl(id, 'Zurueckgewiesen')).toBe(1);
  });

  it('what cannot be loaded says so, and comes when the API is back', async () => {
    const betreff = 'Gerade nicht zu laden';
    await u.eine(betreff);
    const b = await u.mausFuer('brandner', '/?wort=Gerade+nicht');
    const verbinde = await trenneApi(b.seite);
    await b.druecke(verweis(b.seite, betreff));
    await warteAufText(b.seite.locator('body'), 'Der Server antwortet nicht.');
    await lassVergehen(b.seite, 10_000);
    await warteAufText(b.seite.getByRole('main'), 'Nicht erreichbar');
    await verbinde();
    await b.druecke(knopf(b.seite, 'Erneut versuchen'));
    await b.seite.getByRole('heading', { level: 1, name: betreff }).waitFor();
    await u.browser.erwarteMeldung(b.seite, /ERR_CONNECTION_REFUSED/);
  });

  it('a reload in the middle of typing loses nothing and creates nothing twice', async () => {
    const betreff = 'Mitten im Tippen neu geladen';
    const b = await u.mausFuer('feldkamp', '/neu');
    await b.waehle(feld(b.seite, 'Gremium'), 'Stadtrat');
    await b.schreibe(feld(b.seite, 'Betreff'), betreff);
    await b.seite.reload();
    await bereit(b.seite);
    expect(await feld(b.seite, 'Betreff').inputValue()).toBe(betreff);
    expect(await feld(b.seite, 'Gremium').inputValue()).toBe('stadtrat');
    await b.schreibe(b.seite.getByLabel('Aktenzeichen (Az.)'), '1');
    await lassVergehen(b.seite, 2_000);
    await warteAufText(b.seite.locator('body'), 'Gespeichert um');
    expect(await mitBetreff(u.system(), betreff)).toEqual([idVon(b.seite)]);

    const { id } = await u.eine('Grund wird getippt');
    const dezernat = await u.mausFuer('brandner', `/vorlagen/${id}?tun=zurueckgeben`);
    const grund = begruendung(dezernat.seite);
    await dezernat.schreibe(grund, 'Bitte die');
    await dezernat.seite.reload();
    await bereit(dezernat.seite);
    expect(await grund.inputValue()).toBe('Bitte die');
    expect(await u.zahl(id, 'Zurueckgewiesen')).toBe(0);
  });

  it('an upload is aborted, interrupted and repeated', async () => {
    const betreff = 'Hochladen mit Hindernissen';
    const b = await u.bearbeite(await legeEntwurfAn(u.system().welt, betreff));
    const { files } = u.system().emulator.urls;
    const datei = await entwurf(betreff);
    const papier = schritt(b.seite, 'papier');
    await halteUploadAuf(b.seite, files);
    await b.waehleDatei(knopf(papier, 'Word-Datei auswählen'), datei);
    await b.druecke(knopf(papier, `Hochladen von ${datei.name} abbrechen`));
    await papier.getByText(datei.name).waitFor({ state: 'detached' });
    await brichUploadAb(b.seite, files);
    await b.waehleDatei(knopf(papier, 'Word-Datei auswählen'), datei);
    await warteAufText(papier.getByRole('alert'), 'Die Verbindung ist weg, die Datei ist nicht angekommen.');
    await b.druecke(knopf(papier, `${datei.name} noch einmal senden`));
    await papier.getByText('Angenommen').waitFor();
    await u.browser.erwarteMeldung(b.seite, /ERR_CONNECTION_RESET/);
  });
}
