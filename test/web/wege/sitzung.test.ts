import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { liesPost, mailkennung, type Postmail } from '../../../bin/demo/abschluss.ts';
import { legeSitzungAn } from '../../../bin/demo/vorlagenweg.ts';
import { nutzeBrowser } from '../hilfen/browser.ts';
import { bereit, starteWebsystem, type Websystem } from '../hilfen/system.ts';
import type { Arbeitsweise, Bediener } from './bediener.ts';
import {
  amTop,
  bestaetigeAlle,
  ergebniszeile,
  freigeben,
  macheErfasser,
  pruefung,
  weiterZu,
  zaehleStimmen,
  zurPhase,
  zwoelfFaelle,
} from './erfassung.ts';
import { mitFinger } from './finger.ts';
import { ereignisse } from './kette.ts';
import { mitMaus } from './maus.ts';
import {
  ergebnisVon,
  eroeffneSitzung,
  macheSitzungsreif,
  postSeit,
  raeumeTagesordnung,
  type Saal,
  tagesordnung,
  type Vorlage,
  verlaufVon,
} from './saal.ts';
import { feld, knopf, sendeJetzt, verweis, warteAufText } from './seitenteile.ts';
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
import { mitTastatur } from './tastatur.ts';

const weisen = [mitMaus, mitTastatur, mitFinger] as const;

const browser = nutzeBrowser();
let system: Websystem;
/** Ready for the Sozialausschuss, and with a further Beratung for every Sitzung of the Stadtrat below. */
let sechs: Vorlage[];
beforeAll(async () => {
  system = await starteWebsystem();
  sechs = await macheSitzungsreif(
    system,
    ['Ferienpass', 'Mittagstisch', 'Sprachpaten', 'Wohnberatung', 'Stadtteilbus', 'Kleiderkammer'],
    ['sozialausschuss', 'stadtrat', 'stadtrat', 'stadtrat', 'stadtrat'],
  );
});
afterAll(() => system.beende());

describe('an agenda is built', () => {
  let sitzung: string;

  // What one has put on an agenda, the next one finds in the pool again.
  afterEach(() => raeumeTagesordnung(system, sitzung));

  it.each(weisen)('$name', async (weise) => {
    const [ferien, mittag, sprache, ...weitere] = sechs;
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
      await fokusIn(weise, seite.getByRole('region', { name: 'Sitzungsreif' }));
    }

    await bewege(b, ferien, 'nach oben');
    await fokusIn(weise, zeile(seite, ferien));
    if (weise === mitMaus) await zeile(seite, mittag).dragTo(zeile(seite, vertraulich));
    else for (let i = 0; i < 3; i += 1) await bewege(b, mittag, 'nach oben');
    await fokusIn(weise, zeile(seite, mittag));
    await erwarteTeil(seite, 'Öffentlicher Teil', [
      'Ö 1 Mittagstisch',
      `Ö 2 ${vertraulich.betreff}`,
      'Ö 3 Ferienpass',
      'Ö 4 Sprachpaten',
    ]);
    await bewege(b, vertraulich, 'in den nichtöffentlichen Teil');
    await fokusIn(weise, zeile(seite, vertraulich));
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
    await fokusIn(weise, seite.getByRole('main'));
    expect(await gespeichert(sitzung)).toEqual([...oeffentlich, `N 1 ${vertraulich.betreff}`]);
    await seite.reload();
    await bereit(seite);
    await erwarteTeil(seite, 'Öffentlicher Teil', oeffentlich);

    await vergissBegruendung(b, ferien);
    await nimmBeinaheHerunter(b, ferien, 'Das Amt bittet darum.');
    expect(await gespeichert(sitzung)).toContain('Ö 4 Ferienpass');
    const vorher = await ereignisse(system, ferien.id);
    await nimmHerunter(b, ferien, 'Das Amt bittet darum.');
    await fokusIn(weise, seite.getByRole('main'));
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

describe('twelve outcomes are recorded and released', () => {
  let zwoelf: Vorlage[];
  const saele = new Map<string, Saal>();
  beforeAll(async () => {
    const betreffe = zwoelfFaelle.map((_, i) => `Bericht ${i + 1}`);
    zwoelf = await macheSitzungsreif(
      system,
      betreffe,
      weisen.map(() => 'sozialausschuss'),
    );
  });

  it.each(weisen)('$name', async (weise) => {
    const nr = weisen.indexOf(weise) + 1;
    const saal = await eroeffneSitzung(system, `zwölf ${weise.name}`, 'sozialausschuss', zwoelf, nr);
    saele.set(weise.name, saal);
    const e = macheErfasser(weise, await als(weise, saal.pfad));
    const { seite } = e;
    for (const [i, fall] of zwoelfFaelle.entries()) {
      if (i > 0) await weiterZu(e, `Ö ${i + 1}`);
      else await amTop(seite, 'Ö 1');
      await fall.tue(e);
      if (i !== 2) continue;
      await warteAufText(pruefung(seite), /Stimmengleichheit \(6 : 6\): Der Antrag ist abgelehnt/);
      await warteAufText(pruefung(seite), '§ 40 Abs. 1 S. 2 GemO');
    }
    await e.druecke(verweis(seite, 'Fertig, zur Nachbereitung'));
    const zuKlaeren = seite.locator('.gw-befundliste').first();
    await warteAufText(zuKlaeren, /Stimmengleichheit \(6 : 6\)/);
    await warteAufText(zuKlaeren, '§ 40 Abs. 1 S. 2 GemO');
    await warteAufText(ergebniszeile(seite, 'Ö 3'), 'Widerspruch');
    expect(await bestaetigeAlle(e)).toBeGreaterThan(3);
    await freigeben(seite, 11).waitFor();
    await e.druecke(verweis(zuKlaeren, /^Ö 3 /));
    await amTop(seite, 'Ö 3');
    await zaehleStimmen(e, { ja: 8, nein: 4 });
    await pruefung(seite).getByText('Stimmengleichheit').waitFor({ state: 'detached' });
    await zurPhase(e, 'Nachbereiten');
    await ergebniszeile(seite, 'Ö 3').getByText('(8 Ja, 4 Nein)').waitFor();
    await bestaetigeAlle(e);

    const vorher = await liesPost(system.welt);
    await e.druecke(freigeben(seite, 12));
    await e.druecke(knopf(seite, 'Rückgängig'));
    await warteAufText(seite.locator('body'), 'Zurückgenommen. Es wurde nichts gesendet.');
    expect((await tagesordnung(system, saal.id)).filter((t) => t.freigegeben)).toEqual([]);
    await e.druecke(freigeben(seite, 12));
    await sendeJetzt(e);
    await warteAufText(seite.getByRole('alert'), '12 freigegeben');
    for (const { top } of saal.punkte) {
      await ergebniszeile(seite, top).getByText('freigegeben', { exact: true }).waitFor();
    }
    for (const [i, punkt] of saal.punkte.entries()) {
      expect.soft(await ergebnisVon(system, punkt), punkt.top).toMatchObject(zwoelfFaelle[i]?.soll ?? {});
      const arten = await verlaufVon(system, punkt);
      expect.soft(arten.filter((a) => a === 'ErgebnisFreigegeben')).toHaveLength(1);
    }
    const post = await postSeit(system, vorher);
    expect(doppelte(post)).toEqual([]);
    const anDezernat = post.filter((m) => m.an.some((a) => a.startsWith('brandner@')));
    for (const { nummer } of zwoelf) {
      const ergebnisse = anDezernat.filter((m) => m.betreff.startsWith(`Ergebnis: ${nummer}`));
      expect.soft(ergebnisse, nummer).toHaveLength(1);
    }
    expect(e.maengel()).toEqual([]);
  });

  it.each(weisen)('one of them is corrected $name', async (weise) => {
    const saal = saele.get(weise.name);
    const punkt = saal?.punkte[2];
    if (!saal || !punkt) throw new Error('Keine Sitzung mit freigegebenen Ergebnissen');
    const e = macheErfasser(weise, await als(weise, `${saal.pfad}?phase=nachbereiten`));
    const { seite } = e;
    const vorher = await liesPost(system.welt);
    await e.druecke(verweis(seite, 'Ö 3 berichtigen'));
    const festhalten = knopf(seite, 'Berichtigung festhalten');
    await e.druecke(festhalten);
    await warteAufText(seite.getByRole('alert'), 'Bitte begründen Sie die Berichtigung.');
    await zaehleStimmen(e, { ja: 9, nein: 3 });
    const seitenteil = (name: string) =>
      seite
        .locator('.gw-gegenueber__seite')
        .filter({ has: seite.getByRole('heading', { name, exact: true }) });
    await warteAufText(seitenteil('Freigegeben'), 'Mehrheitlich angenommen (8 Ja, 4 Nein)');
    await warteAufText(seitenteil('Berichtigt'), 'Mehrheitlich angenommen (9 Ja, 3 Nein)');
    await e.schreibe(feld(seite, 'Warum berichtigt wird'), 'Es war falsch gezählt.');
    for (const kaestchen of await seite
      .getByRole('group', { name: 'Zu bestätigen' })
      .getByRole('checkbox')
      .all()) {
      await e.druecke(kaestchen);
    }
    await e.druecke(festhalten);
    await sendeJetzt(e);
    await ergebniszeile(seite, 'Ö 3').getByText('(9 Ja, 3 Nein)').waitFor();
    const arten = await verlaufVon(system, punkt);
    expect(arten.slice(-2)).toEqual(['ErgebnisFreigegeben', 'ErgebnisBerichtigt']);
    const post = await postSeit(system, vorher);
    expect(doppelte(post)).toEqual([]);
    const [mail, ...weitere] = post.filter((m) => m.an.some((a) => a.startsWith('brandner@')));
    expect(weitere).toEqual([]);
    expect(mail?.betreff).toContain(`Berichtigt: ${punkt.nummer}`);
    expect(mail?.text).toContain('9 Ja, 3 Nein');
    expect(e.maengel()).toEqual([]);
  });
});

/** Mails that came twice. */
function doppelte(mails: readonly Postmail[]): readonly string[] {
  const namen = mails.map((m) => `${mailkennung(m)} ${m.an.join()} ${m.betreff}`);
  return namen.filter((n, i) => namen.indexOf(n) !== i);
}

async function als(weise: Arbeitsweise, pfad: string): Promise<Bediener> {
  return weise.bediene(await system.oeffne(browser, 'wolframm', pfad, weise.ansicht));
}

/** Who works by keys is not sent back to the top of the page: the focus is there, and not nowhere. */
async function fokusIn(weise: Arbeitsweise, ort: Locator): Promise<void> {
  if (weise !== mitTastatur) return;
  const wo = () =>
    ort.evaluate((e) => (e.contains(document.activeElement) ? 'dort' : (window as any).__f?.slice(-14).join('\n')));
  await expect.poll(wo, { timeout: 15_000 }).toBe('dort');
}

const gespeichert = async (sitzung: string) =>
  (await tagesordnung(system, sitzung)).map((t) => `${t.top} ${t.betreff}`);
