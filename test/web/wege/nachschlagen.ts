import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entscheide, sieh } from '../../../bin/demo/vorlagenweg.ts';
import { uuidAus } from '../../../bin/werkzeug/kennwerte.ts';
import type { Demoname } from '../../../bin/werkzeug/musterstadt.ts';
import { type GespeichertesEreignis, pruefeKette } from '../../../domain/ereignisse/kette.ts';
import { sha256 } from '../../../lambdas/aws/pruefsumme.ts';
import { oeffneAutomat } from '../../hilfen/automat.ts';
import { type Kurz, reicheKurzEin } from '../../hilfen/entwuerfe.ts';
import { nutzeBrowser } from '../hilfen/browser.ts';
import { bereit, starteWebsystem, type Websystem } from '../hilfen/system.ts';
import type { Bediener } from './bediener.ts';
import { mitFinger } from './finger.ts';
import { lassHaengen, macheHaenger } from './haenger.ts';
import { mitMaus } from './maus.ts';
import { legePersonAn, nenneVertretung, wechsleStelle } from './pflege.ts';
import { feld, knopf, sendeJetzt, verweis, warteAufText } from './seitenteile.ts';
import { mitTastatur } from './tastatur.ts';

const weisen = [mitMaus, mitTastatur, mitFinger] as const;
const vertreter: Readonly<Record<string, readonly [Demoname, string]>> = {
  [mitMaus.name]: ['wolframm', 'Ines Wolframm'],
  [mitTastatur.name]: ['kestner', 'Paul Kestner'],
  [mitFinger.name]: ['strothmann', 'Helga Strothmann'],
};
const alte = ['Mobile Wohnberatung im Osten', 'Mobile Wohnberatung im Westen', 'Ferienpass; „Sommer“'];
const zuVertreten = weisen.map(({ name }) => `In Vertretung ${name}`);
const haengende = weisen.map(({ name }) => `Bleibt hängen ${name}`);

const browser = nutzeBrowser();
const haenger = macheHaenger();
let system: Websystem;
let vorlagen: ReadonlyMap<string, Kurz>;

beforeAll(async () => {
  system = await starteWebsystem({ faults: haenger.faults });
  const { welt } = system;
  const betreffe = [...alte, ...zuVertreten];
  const kurze = await reicheKurzEin(system, betreffe);
  const hangende = await lassHaengen(system, haenger, haengende);
  const alle = [...betreffe, ...haengende].map((b, i): [string, Kurz] => [
    b,
    [...kurze, ...hangende][i] as Kurz,
  ]);
  vorlagen = new Map(alle);
  const { id, version } = vorlage('Ferienpass; „Sommer“');
  welt.gelungen(
    await welt.als('feldkamp').post(`/vorlagen/${id}/zurueckziehung`, {
      version,
      absicht: 'zurückziehen',
      koerper: { begruendung: 'Der Pass bleibt, wie er ist.' },
    }),
    'Zurückziehen',
  );
  for (const betreff of zuVertreten)
    await entscheide(welt, 'reinicke', vorlage(betreff).id, 'Dezernat', 'freigegeben');
  await system.ruhe();
});
afterAll(() => system?.beende());

function vorlage(betreff: string): Kurz {
  const kurz = vorlagen.get(betreff);
  if (!kurz) throw new Error(`Nicht eingereicht: ${betreff}`);
  return kurz;
}

describe.each(weisen)('$name', (weise) => {
  const als = async (person: Demoname, pfad: string): Promise<Bediener> =>
    weise.bediene(await system.oeffne(browser, person, pfad, weise.ansicht));
  const hauptmenue = ({ seite }: Bediener) => seite.getByRole('navigation', { name: 'Hauptmenü' });

  it('an old Vorlage is found by the beginning of a word, by its number, and narrowed down', async () => {
    const b = await als('feldkamp', '/');
    const { seite } = b;
    const treffer = seite.getByRole('region', { name: 'Treffer' });
    const frage = feld(seite, 'Nummer, Betreff, Aktenzeichen oder Amt');
    await b.druecke(verweis(hauptmenue(b), 'Suche'));
    await b.schreibe(frage, 'wohnbera ost');
    await warteAufText(treffer, '1 Vorlage');
    await b.druecke(verweis(treffer, /Mobile Wohnberatung im Osten/));
    await seite.getByRole('heading', { level: 1, name: 'Mobile Wohnberatung im Osten' }).waitFor();
    await seite.goBack();
    await warteAufText(treffer, '1 Vorlage');
    expect(await frage.inputValue()).toBe('wohnbera ost');

    const { nummer } = vorlage('Mobile Wohnberatung im Westen');
    await b.schreibe(frage, nummer ?? '-');
    await warteAufText(treffer, 'Mobile Wohnberatung im Westen');
    await warteAufText(treffer, '1 Vorlage');

    await b.schreibe(frage, 'sozialamt');
    await warteAufText(treffer, '9 Vorlagen');
    if (weise === mitFinger) await b.druecke(seite.getByText('Eingrenzen', { exact: true }));
    await b.waehle(seite.getByLabel('Stand'), 'Zurückgezogen');
    await warteAufText(treffer, '1 Vorlage');
    const [geladen] = await Promise.all([
      seite.waitForEvent('download'),
      b.druecke(knopf(seite, 'Alle Treffer als CSV speichern')),
    ]);
    const [kopf, zeile, ...rest] = (await readFile(await geladen.path(), 'utf8')).split('\r\n');
    expect(kopf).toMatch(/^\uFEFFNummer;Betreff;Stand;/);
    const gesucht = vorlage('Ferienpass; „Sommer“').nummer;
    expect(zeile).toContain(`${gesucht};"Ferienpass; „Sommer“";Zurückgezogen;`);
    expect(zeile).toMatch(/;Sozialausschuss;ja;24\.03\.2026$/);
    expect(rest).toEqual(['']);
    expect(b.maengel()).toEqual([]);
  });

  it('the Revision verifies all chains, and notices one that was tampered with', async () => {
    const b = await als('sommerlad', '/nachweis');
    const { seite } = b;
    const { id } = vorlage('Mobile Wohnberatung im Osten');
    await b.druecke(knopf(seite, /^Alle \d+ Ketten prüfen$/));
    await warteAufText(seite.getByRole('main'), /^Geprüft bis .*: unversehrt$/);

    const adresse = `**/api/ketten/Vorlage/${id}`;
    await seite.route(adresse, async (anfrage) => {
      const antwort = await anfrage.fetch();
      await anfrage.fulfill({
        response: antwort,
        body: (await antwort.text()).replace('feldkamp', 'ohlsen'),
      });
    });
    await b.druecke(knopf(seite, /^Alle \d+ Ketten prüfen$/));
    await warteAufText(seite.getByRole('main'), /^1 von \d+ Ketten ist beschädigt$/);
    await b.druecke(verweis(seite.getByRole('main'), `Vorlage ${id}`));
    await warteAufText(seite.getByRole('main'), /(geändert|passt nicht)/);

    await seite.unroute(adresse);
    await seite.reload();
    await bereit(seite);
    await warteAufText(seite.getByRole('main'), /^Unversehrt: \d+ Ereignisse/);
    await warteAufText(seite.getByRole('main'), /^Eingereicht als UV\/\d{4}\/2026/);
    const saetze = await seite.locator('.gw-kette li > p:first-child').allInnerTexts();
    for (const satz of saetze) expect(satz).toMatch(/^\p{Lu}.* .*[^{}]$/u);
    const [geladen] = await Promise.all([
      seite.waitForEvent('download'),
      b.druecke(knopf(seite, 'Kette als JSON speichern')),
    ]);
    const { ereignisse } = JSON.parse(await readFile(await geladen.path(), 'utf8')) as {
      ereignisse: GespeichertesEreignis[];
    };
    expect(pruefeKette(ereignisse, sha256)).toMatchObject({ gueltig: true, laenge: saetze.length });
    expect(b.maengel()).toEqual([]);
  });

  it('the Systembetreuung lets go on what halted, and sends again what failed', async () => {
    const { id } = vorlage(`Bleibt hängen ${weise.name}`);
    const b = await als('tesch', '/');
    const { seite } = b;
    await b.druecke(verweis(hauptmenue(b), 'Systembetreuung'));
    const halt = knopf(seite, `Ablauf der Vorlage ${id} erneut versuchen`);
    await b.druecke(halt);
    await halt.waitFor({ state: 'detached' });
    const papier = knopf(seite, new RegExp(`Papier ausfertigen ${id}.*: erneut$`));
    await b.druecke(papier);
    await papier.waitFor({ state: 'detached' });
    await system.ruhe();
    const automat = oeffneAutomat(system);
    expect(await automat.status(`${id}.1`)).toBe('RUNNING');
    expect(await automat.besucht(`${id}.1`)).toContain('Dezernat');
    expect((await sieh(system.welt, 'feldkamp', id)).papiere).toHaveLength(1);
    await seite.reload();
    await bereit(seite);
    expect(await seite.getByText(id).count()).toBe(0);
    expect(b.maengel()).toEqual([]);
  });

  it('somebody new gets a Stelle, and then another', async () => {
    const kurz = ['maus', 'taste', 'finger'][weisen.indexOf(weise)] ?? '';
    const name = `Lena Vogt${kurz}`;
    const mail = `${kurz}@musterstadt.example`;
    const subject = uuidAus(`test|login|${kurz}`);
    const b = await als('tesch', '/betrieb');
    await legePersonAn(b, { name, mail, subject });
    const stellen = async () => {
      const antwort = await system.welt.als('tesch').get('/personen?anzahl=100');
      const { eintraege } = system.welt.gelungen<{ eintraege: { name: string; stellen: unknown }[] }>(
        antwort,
        'Personen lesen',
      );
      return eintraege.find((p) => p.name === name)?.stellen;
    };
    expect(await stellen()).toEqual([{ rolle: 'Amtsleitung', bereich: '50' }]);
    await wechsleStelle(b, name);
    const zeile = b.seite.getByRole('row').filter({ hasText: name });
    await warteAufText(zeile, 'Revision');
    expect(await stellen()).toEqual([{ rolle: 'Revision', bereich: '*' }]);
    expect(b.maengel()).toEqual([]);
  });

  it('a substitute is named and acts i. V.', async () => {
    const [person, wer] = vertreter[weise.name] ?? ['wolframm', ''];
    const betreff = `In Vertretung ${weise.name}`;
    const { id } = vorlage(betreff);
    const amtsleitung = await als('ohlsen', '/ich');
    await nenneVertretung(amtsleitung, wer, '2026-03-31', weise === mitTastatur);

    const b = await als(person, '/');
    const { seite } = b;
    const blatt = verweis(seite.getByRole('main'), /^In Vertretung/);
    // Who has nothing of their own sees it at once.
    if ((await blatt.count()) > 0) await b.druecke(blatt.first());
    await b.druecke(verweis(seite.getByRole('main'), new RegExp(betreff)));
    await warteAufText(seite.getByRole('main'), /Sie entscheiden i\. V\. für Martin Ohlsen/);
    await b.druecke(knopf(seite, 'Freigeben'));
    await sendeJetzt(b);
    await warteAufText(seite.getByRole('main'), new RegExp(`${wer} i\\. V\\. für Martin Ohlsen`));
    const antwort = await system.welt.als('sommerlad').get(`/ketten/Vorlage/${id}`);
    const { ereignisse } = antwort.json as { ereignisse: GespeichertesEreignis[] };
    expect(JSON.parse(ereignisse.at(-1)?.bytes ?? '{}')).toMatchObject({
      art: 'StationFreigegeben',
      person,
      vertretungFuer: 'ohlsen',
    });
    expect([...amtsleitung.maengel(), ...b.maengel()]).toEqual([]);
  });
});
