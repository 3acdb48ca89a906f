import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { legeSitzungAn } from '../../../bin/demo/vorlagenweg.ts';
import { nutzeBrowser } from '../hilfen/browser.ts';
import { bereit, starteWebsystem, type Websystem } from '../hilfen/system.ts';
import type { Arbeitsweise, Bediener } from './bediener.ts';
import { mitFinger } from './finger.ts';
import { ereignisse } from './kette.ts';
import { mitMaus } from './maus.ts';
import { macheSitzungsreif, raeumeTagesordnung, tagesordnung, type Vorlage } from './saal.ts';
import { knopf } from './seitenteile.ts';
import {
  bewege,
  erwarteTeil,
  nimmBeinaheHerunter,
  nimmHerunter,
  nummeriere,
  oeffneVorbereitung,
  setzeAuf,
  speichereReihenfolge,
  vergissBegruendung,
  zeile,
} from './tagesordnung.ts';

const weisen = [mitMaus, mitFinger] as const;

const browser = nutzeBrowser();
let system: Websystem;
/** Ready for the Sozialausschuss. */
let reif: Vorlage[];
beforeAll(async () => {
  system = await starteWebsystem();
  reif = await macheSitzungsreif(
    system,
    ['Ferienpass', 'Mittagstisch', 'Sprachpaten', 'Wohnberatung', 'Stadtteilbus'],
    ['sozialausschuss'],
  );
});
afterAll(() => system.beende());

describe('an agenda is built', () => {
  let sitzung: string;

  // What one has put on an agenda, the next one finds in the pool again.
  afterEach(() => raeumeTagesordnung(system, sitzung));

  it.each(weisen)('$name', async (weise) => {
    const [ferien, mittag, sprache, ...weitere] = reif;
    // What is made nichtoeffentlich stays it: each way has one of its own for that.
    const vertraulich = weitere[weisen.indexOf(weise)];
    if (!ferien || !mittag || !sprache || !vertraulich) throw new Error('Zu wenige Vorlagen');
    const tag = `${20 + weisen.indexOf(weise)}.04.2026`;
    sitzung = await legeSitzungAn(
      system.welt,
      'wolframm',
      'sozialausschuss',
      `${tag.split('.').toReversed().join('-')}T15:00:00.000Z`,
    );
    const b = await als(weise, '/sitzungen?gremium=sozialausschuss');
    const { seite } = b;
    await oeffneVorbereitung(b, tag, sitzung);
    for (const [i, vorlage] of [vertraulich, sprache, ferien, mittag].entries()) {
      await setzeAuf(b, vorlage, `Ö ${i + 1}`);
    }

    await bewege(b, ferien, 'nach oben');
    if (weise === mitMaus) await zeile(seite, mittag).dragTo(zeile(seite, vertraulich));
    else for (let i = 0; i < 3; i += 1) await bewege(b, mittag, 'nach oben');
    await erwarteTeil(seite, 'Öffentlicher Teil', [
      'Ö 1 Mittagstisch',
      `Ö 2 ${vertraulich.betreff}`,
      'Ö 3 Ferienpass',
      'Ö 4 Sprachpaten',
    ]);
    await bewege(b, vertraulich, 'in den nichtöffentlichen Teil');
    await nummeriere(b, 'Öffentlicher Teil', '3');
    const oeffentlich = ['Ö 3 Mittagstisch', 'Ö 4 Ferienpass', 'Ö 5 Sprachpaten'];
    await erwarteTeil(seite, 'Öffentlicher Teil', oeffentlich);
    await erwarteTeil(seite, 'Nichtöffentlicher Teil', [`N 1 ${vertraulich.betreff}`]);
    expect(await gespeichert(sitzung)).toEqual([
      `Ö 1 ${vertraulich.betreff}`,
      'Ö 2 Sprachpaten',
      'Ö 3 Ferienpass',
      'Ö 4 Mittagstisch',
    ]);
    await speichereReihenfolge(b);
    expect(await gespeichert(sitzung)).toEqual([...oeffentlich, `N 1 ${vertraulich.betreff}`]);
    await seite.reload();
    await bereit(seite);
    await erwarteTeil(seite, 'Öffentlicher Teil', oeffentlich);

    await vergissBegruendung(b, ferien);
    await nimmBeinaheHerunter(b, ferien, 'Das Amt bittet darum.');
    expect(await gespeichert(sitzung)).toContain('Ö 4 Ferienpass');
    const vorher = await ereignisse(system, ferien.id);
    await nimmHerunter(b, ferien, 'Das Amt bittet darum.');
    expect(await gespeichert(sitzung)).toEqual([
      'Ö 3 Mittagstisch',
      'Ö 5 Sprachpaten',
      `N 1 ${vertraulich.betreff}`,
    ]);
    expect((await ereignisse(system, ferien.id)).slice(vorher.length)).toEqual(['VonTagesordnungGenommen']);
    await knopf(seite, `${ferien.nummer} Ferienpass auf die Tagesordnung`).waitFor();
    expect(b.maengel()).toEqual([]);
  });
});

async function als(weise: Arbeitsweise, pfad: string): Promise<Bediener> {
  return weise.bediene(await system.oeffne(browser, 'wolframm', pfad, weise.ansicht));
}

const gespeichert = async (sitzung: string) =>
  (await tagesordnung(system, sitzung)).map((t) => `${t.top} ${t.betreff}`);
