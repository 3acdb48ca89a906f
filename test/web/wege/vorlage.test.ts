import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { legeSitzungAn } from '../../../bin/demo/vorlagenweg.ts';
import type { Demoname } from '../../../bin/werkzeug/musterstadt.ts';
import { type Kurz, reicheKurzEin } from '../../hilfen/entwuerfe.ts';
import { nutzeBrowser } from '../hilfen/browser.ts';
import { starteWebsystem, type Websystem } from '../hilfen/system.ts';
import {
  beginneVorlage,
  begruendung,
  gibZurueck,
  holeWordVorlage,
  ladeAnlageHoch,
  ladeEntwurfHoch,
  meldeSichAn,
  reicheEin,
  reicheNeueFassungEin,
  vergissGrund,
  waehleZurFreigabe,
} from './aufgaben.ts';
import { ausfall } from './ausfall.ts';
import type { Arbeitsweise, Bediener } from './bediener.ts';
import { mitFinger } from './finger.ts';
import { grenzen } from './grenzen.ts';
import { ereignisse, stand } from './kette.ts';
import { mitMaus } from './maus.ts';
import { mehrfach } from './mehrfach.ts';
import { folgeDerMail } from './post.ts';
import { idVon, knopf, sendeJetzt, verweis, warteAufText } from './seitenteile.ts';
import { mitTastatur } from './tastatur.ts';
import { macheUmfeld } from './umfeld.ts';

// Half a dozen screens with real uploads: on a loaded machine that is minutes, not seconds.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 300_000 });

const weisen = [mitMaus, mitTastatur, mitFinger] as const;

const browser = nutzeBrowser();
let system: Websystem;
const umfeld = macheUmfeld(browser, () => system);

const betreffe = ({ name }: Arbeitsweise) => ({
  neu: `Wohnberatung vorgelegt ${name}`,
  zurueck: `Sprachpaten zurückgegeben ${name}`,
  mail: `Ferienpass freigegeben ${name}`,
  sammel: ['Erste', 'Zweite', 'Dritte'].map((n) => `${n} von dreien ${name}`),
});

beforeAll(async () => {
  system = await starteWebsystem();
});
beforeAll(async () => {
  await legeSitzungAn(system.welt, 'wolframm', 'sozialausschuss', '2026-04-22T15:00:00.000Z');
});
afterAll(() => system.beende());

describe.each(weisen)('$name', (weise) => {
  const { neu, zurueck, mail, sammel } = betreffe(weise);
  const als = async (person: Demoname, pfad: string): Promise<Bediener> =>
    weise.bediene(await system.oeffne(browser, person, pfad, weise.ansicht));

  /** Submitted Vorlagen by Betreff, waiting at the Dezernat. */
  let eingereicht: ReadonlyMap<string, Kurz>;
  beforeAll(async () => {
    const alle = [zurueck, mail, ...sammel];
    const kurze = await reicheKurzEin(system, alle);
    await system.ruhe();
    eingereicht = new Map(alle.map((betreff, i) => [betreff, kurze[i] as Kurz]));
  });
  const vorlage = (betreff: string): Kurz => {
    const kurz = eingereicht.get(betreff);
    if (!kurz) throw new Error(`Nicht eingereicht: ${betreff}`);
    return kurz;
  };

  it('a first Vorlage is submitted', async () => {
    const b = await als('feldkamp', '/');
    await beginneVorlage(b, neu);
    await holeWordVorlage(b, neu);
    const verlauf = await ladeEntwurfHoch(b, neu);
    expect(verlauf[0]).toHaveLength(6);
    expect(verlauf[0]?.every((z) => z.endsWith('wird geprüft'))).toBe(true);
    expect(verlauf.at(-1)).toHaveLength(6);
    expect(verlauf.at(-1)?.filter((z) => !/: (in Ordnung|nichts gefunden)$/.test(z))).toEqual([]);
    await ladeAnlageHoch(b);
    const id = await reicheEin(b);
    const { nummer, halt, fassungen } = await stand(system, id);
    expect(nummer).toMatch(/^UV\/\d{4}\/2026$/);
    expect(halt?.station).toBe('Dezernat');
    expect(fassungen[0]?.anlagen).toHaveLength(1);
    expect((await ereignisse(system, id)).filter((art) => art === 'Eingereicht')).toHaveLength(1);
    expect(b.maengel()).toEqual([]);
  });

  it('a Vorlage is sent back with a reason and comes again', async () => {
    const { id, nummer } = vorlage(zurueck);
    const grund = 'Bitte die jährlichen Kosten ergänzen.';
    const dezernat = await als('brandner', `/vorlagen/${id}`);
    await vergissGrund(dezernat);
    // Where the error is, there the next key goes.
    await begruendung(dezernat.seite).and(dezernat.seite.locator(':focus')).waitFor();
    expect((await stand(system, id)).halt?.station).toBe('Dezernat');
    await gibZurueck(dezernat, grund);
    const amt = await als('feldkamp', `/vorlagen/${id}`);
    await warteAufText(amt.seite.getByRole('main'), grund);
    await reicheNeueFassungEin(amt, zurueck);
    await warteAufText(amt.seite.getByRole('main'), `2. Fassung von ${nummer} eingereicht.`);
    expect((await ereignisse(system, id)).slice(-2)).toEqual(['Zurueckgewiesen', 'FassungEingereicht']);
    expect([...dezernat.maengel(), ...amt.maengel()]).toEqual([]);
  });

  it('a Vorlage is released from the link of a mail', async () => {
    const { id, nummer } = vorlage(mail);
    const seite = await umfeld.oeffneFremd(weise.ansicht);
    const b = await weise.bediene(seite);
    await folgeDerMail(b, system.basis, 'reinicke', nummer ?? '');
    await meldeSichAn(b, 'reinicke');
    await warteAufText(seite.getByRole('main'), 'Ihre Entscheidung');
    expect(idVon(seite)).toBe(id);

    await b.druecke(knopf(seite, 'Freigeben'));
    await b.druecke(knopf(seite, 'Rückgängig'));
    await warteAufText(seite.locator('body'), 'Zurückgenommen. Es wurde nichts gesendet.');
    await seite.clock.runFor(7_000);
    expect((await stand(system, id)).freigaben).toEqual([]);

    const vorher = b.taten();
    await b.druecke(knopf(seite, 'Freigeben'));
    await sendeJetzt(b);
    await warteAufText(seite.getByRole('main'), 'Liegt bei der Amtsleitung, Amt 50 (Sozialamt)');
    expect(b.taten() - vorher).toBe(2);
    expect((await ereignisse(system, id)).at(-1)).toBe('StationFreigegeben');
    expect(b.maengel()).toEqual([]);
  });

  it('three Vorlagen are released at once, one of them was withdrawn meanwhile', async () => {
    const b = await als('reinicke', '/');
    const { seite } = b;
    await b.schreibe(seite.getByLabel('In der Liste suchen'), `von dreien ${weise.name}`);
    await waehleZurFreigabe(b, sammel);
    const [erste, zweite, dritte] = sammel.map(vorlage);
    await zieheZurueck(zweite);
    await b.druecke(knopf(seite, '3 freigeben'));
    await sendeJetzt(b);
    const ergebnis = seite.getByRole('status').filter({ hasText: '2 freigegeben, 1 übersprungen' }).first();
    await warteAufText(ergebnis, /Inzwischen geändert/);
    expect(await verweis(ergebnis, new RegExp(zweite?.nummer ?? '-')).getAttribute('href')).toBe(
      `/vorlagen/${zweite?.id}`,
    );
    for (const frei of [erste, dritte]) {
      expect((await ereignisse(system, frei?.id ?? '')).at(-1)).toBe('StationFreigegeben');
    }
    expect((await ereignisse(system, zweite?.id ?? '')).at(-1)).toBe('Zurueckgezogen');
    await browser.erwarteMeldung(seite, /status of 409/);
    expect(b.maengel()).toEqual([]);
  });
});

describe('whatever happens', () => {
  mehrfach(umfeld);
  ausfall(umfeld);
  grenzen(umfeld);
});

async function zieheZurueck(kurz: Kurz | undefined): Promise<void> {
  if (!kurz) throw new Error('Nichts zurückzuziehen');
  const { nr } = await stand(system, kurz.id);
  const antwort = await system.welt.als('feldkamp').post(`/vorlagen/${kurz.id}/zurueckziehung`, {
    absicht: `zurueck ${kurz.id}`,
    version: nr,
    koerper: { begruendung: 'Ein Irrtum.' },
  });
  system.welt.gelungen(antwort, 'Zurückziehen');
}
