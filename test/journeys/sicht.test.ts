import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ferienpass } from '../../bin/demo/entwuerfe.ts';
import { erfasse, gibFrei, kenntnis } from '../../bin/demo/ergebnisse.ts';
import {
  bringeInsGremium,
  legeSitzungAn,
  reicheEin,
  setzeAufTagesordnung,
  sieh,
} from '../../bin/demo/vorlagenweg.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';

describe('Wer was sieht, und was ein Rückzug auf der Tagesordnung hinterlässt', () => {
  let system: Testsystem;
  beforeAll(async () => {
    system = await starteTestsystem();
  });
  afterAll(() => system?.beende());

  const angesetzt = async (name: string, beginn: string, top: string) => {
    const { id } = await reicheEin(system.welt, { ...ferienpass, betreff: `Ferienpass (${name})` }, null);
    await bringeInsGremium(system.welt, id);
    const sitzung = await legeSitzungAn(system.welt, 'wolframm', 'sozialausschuss', beginn);
    await setzeAufTagesordnung(system.welt, 'wolframm', sitzung, id, 1, top);
    return { id, sitzung };
  };
  const tops = async (sitzung: string) =>
    ((await system.welt.als('wolframm').get(`/sitzungen/${sitzung}`)).json as { tops: unknown[] }).tops;

  it('nimmt eine zurückgezogene Vorlage in derselben Transaktion von der Tagesordnung und sagt es dem Sitzungsdienst', async () => {
    const { welt } = system;
    const { id, sitzung } = await angesetzt('Rückzug', '2026-04-22T15:00:00.000Z', 'Ö 3');
    expect(await tops(sitzung)).toHaveLength(1);
    const { version } = await sieh(welt, 'feldkamp', id);
    const koerper = { begruendung: 'Der Bericht wird nachgereicht.' };
    welt.gelungen(
      await welt.als('feldkamp').post(`/vorlagen/${id}/zurueckziehung`, { version, koerper }),
      'Rückzug',
    );
    expect(await tops(sitzung)).toEqual([]);
    await welt.bis('Der Sitzungsdienst erfährt es', async () => {
      const { eintraege } = (await welt.als('wolframm').get('/nachrichten')).json as {
        eintraege: { anlass: string }[];
      };
      return eintraege.some((n) => n.anlass === 'zurueckgezogen');
    });
  });

  it('nimmt einen Punkt vor der Sitzung herunter; er liegt wieder im Pool und kann neu angesetzt werden', async () => {
    const { welt } = system;
    const { id, sitzung } = await angesetzt('Absetzen', '2026-04-23T15:00:00.000Z', 'Ö 4');
    const { version } = await sieh(welt, 'wolframm', id);
    const koerper = { vorlage: id, beratung: 1, begruendung: 'Die Referentin ist verhindert.' };
    welt.gelungen(
      await welt.als('wolframm').post(`/sitzungen/${sitzung}/tops/entfernung`, { version, koerper }),
      'Herunternehmen',
    );
    expect(await tops(sitzung)).toEqual([]);
    const { eintraege } = (await welt.als('wolframm').get('/gremien/sozialausschuss/pool')).json as {
      eintraege: { vorlage: string }[];
    };
    expect(eintraege.map((e) => e.vorlage)).toContain(id);
    const neu = { version: (await sieh(welt, 'wolframm', id)).version };
    const wieder = { vorlage: id, beratung: 1, top: 'Ö 7', oeffentlich: true };
    welt.gelungen(
      await welt.als('wolframm').post(`/sitzungen/${sitzung}/tops`, { ...neu, koerper: wieder }),
      'neu',
    );
    expect(await tops(sitzung)).toHaveLength(1);
  });

  it('zeigt ein nicht freigegebenes Ergebnis nur dem Sitzungsdienst, danach allen, die lesen dürfen', async () => {
    const { welt } = system;
    const { id } = await angesetzt('Ergebnis', '2026-03-24T08:00:00.000Z', 'Ö 5');
    await erfasse(welt, 'wolframm', id, 1, { ...kenntnis, vermerk: 'Marke-offen' });
    const alles = async (person: 'aydemir' | 'reinicke' | 'wolframm') => {
      const teile = await Promise.all(
        ['', '/verlauf', '/kette'].map((t) => welt.als(person).get(`/vorlagen/${id}${t}`)),
      );
      return JSON.stringify(teile.map((t) => t.json));
    };
    expect(await alles('wolframm')).toContain('Marke-offen');
    expect(await alles('reinicke')).not.toContain('Marke-offen');
    expect(await alles('aydemir')).not.toContain('Marke-offen');
    welt.abgelehnt(await welt.als('reinicke').get(`/vorlagen/${id}/kette`), 409, 'ERGEBNIS_OFFEN', 'Kette');
    welt.abgelehnt(
      await welt.als('aydemir').get(`/vorlagen/${id}/verlauf`),
      404,
      'NICHT_GEFUNDEN',
      'Verlauf',
    );
    await gibFrei(welt, 'wolframm', id, 1);
    expect(await alles('reinicke')).toContain('Marke-offen');
    expect(await alles('aydemir')).toContain('Marke-offen');
  });

  it('lässt Nichtöffentliches nicht durch eine TOP-Nummer öffentlich werden', async () => {
    const { welt } = system;
    const klient = welt.als('feldkamp');
    const { id } = await reicheEin(
      welt,
      { ...ferienpass, betreff: 'Ferienpass (nichtöffentlich)' },
      null,
      false,
    );
    await bringeInsGremium(welt, id);
    const sitzung = await legeSitzungAn(welt, 'wolframm', 'sozialausschuss', '2026-04-29T15:00:00.000Z');
    const { version } = await sieh(welt, 'wolframm', id);
    const koerper = { vorlage: id, beratung: 1, top: 'Ö 9', oeffentlich: true };
    welt.abgelehnt(
      await welt.als('wolframm').post(`/sitzungen/${sitzung}/tops`, { version, koerper }),
      409,
      'TEIL_GEAENDERT',
      'öffentlich ansetzen',
    );
    expect((await klient.get(`/vorlagen/${id}`)).status).toBe(200);
  });
});
