import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesPost } from '../../bin/demo/abschluss.ts';
import { ferienpass } from '../../bin/demo/entwuerfe.ts';
import { bringeInsGremium, entscheide, legeSitzungAn, reicheEin, sieh } from '../../bin/demo/vorlagenweg.ts';
import { abdruckDerAkte } from '../hilfen/abdruck.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';

describe('Zwei zugleich', () => {
  let system: Testsystem;
  beforeAll(async () => {
    system = await starteTestsystem();
  });
  afterAll(() => system?.beende());

  it('eine Löschung wird von keiner zweiten und von keinem Befehl daneben zurückgenommen', async () => {
    const { welt } = system;
    for (let i = 0; i < 8; i++) {
      const marke = `Löschmarke-${i}-ende`;
      const { id } = await reicheEin(welt, { ...ferienpass, betreff: marke }, null);
      const { version } = await sieh(welt, 'feldkamp', id);
      const loesche = (ereignis: number) =>
        welt.als('tesch').post('/betrieb/loeschung', { koerper: { art: 'Vorlage', id, ereignis } });
      const daneben = welt.als('feldkamp').post(`/vorlagen/${id}/zurueckziehung`, {
        version,
        koerper: { begruendung: 'Doppelt angelegt.' },
      });
      const antworten = await Promise.all([loesche(1), loesche(2), daneben]);
      // Whoever lost the race is told, and repeats.
      for (const nr of [1, 2])
        if (antworten[nr - 1]?.status !== 200) welt.gelungen(await loesche(nr), 'Löschen');
      const akte = await abdruckDerAkte(
        system.datenbank,
        system.tabelle,
        // What the reader found in the uploaded file lies with the upload, and goes with it.
        (pk, sk) => /#(VORLAGE|AMT|DEZERNAT|STELLE)#/.test(pk) && !sk.startsWith('UPLOAD#'),
      );
      expect(akte.filter((z) => z.includes(marke))).toEqual([]);
    }
  });

  it('eine Anmeldung gehört nur einer Person', async () => {
    const login = { issuer: 'https://login.example/pool', subject: 'einmal' };
    const lege = (id: string) =>
      system.welt.als('tesch').post('/personen', {
        koerper: { id, name: 'Neu', mail: 'neu@musterstadt.example', login, stellen: [] },
      });
    const antworten = await Promise.all(['neu-a', 'neu-b', 'neu-c'].map(lege));
    expect(antworten.map((a) => a.status).sort()).toEqual([201, 409, 409]);
    expect(antworten.filter((a) => a.status === 409).map((a) => (a.json as { code: string }).code)).toEqual([
      'LOGIN_VERGEBEN',
      'LOGIN_VERGEBEN',
    ]);
  });

  it('verschiedene Vorlagen kommen zugleich auf eine Tagesordnung', async () => {
    const { welt } = system;
    const ids: string[] = [];
    for (let i = 0; i < 4; i++) {
      const { id } = await reicheEin(welt, { ...ferienpass, betreff: `Ferienpass, Teil ${i}` }, null);
      await bringeInsGremium(welt, id);
      ids.push(id);
    }
    const sitzung = await legeSitzungAn(welt, 'wolframm', 'sozialausschuss', '2026-04-22T15:00:00.000Z');
    const versionen = await Promise.all(ids.map(async (id) => (await sieh(welt, 'wolframm', id)).version));
    const antworten = await Promise.all(
      ids.map((vorlage, i) =>
        welt.als('wolframm').post(`/sitzungen/${sitzung}/tops`, {
          version: versionen[i] ?? 0,
          koerper: { vorlage, beratung: 1, top: `Ö ${i + 1}`, oeffentlich: true },
        }),
      ),
    );
    expect(antworten.map((a) => a.status)).toEqual([200, 200, 200, 200]);
  });

  it('wer gegangen ist, bekommt keine Mail mehr; sie geht an die, die jetzt dort sitzen', async () => {
    const { welt } = system;
    const { id, nummer } = await reicheEin(welt, { ...ferienpass, betreff: 'Ferienpass, geerbt' }, null);
    const stellen = { stellen: [{ rolle: 'Sachbearbeitung', bereich: '50' }] };
    welt.gelungen(
      await welt.als('tesch').put('/personen/brandner/stellen', { koerper: stellen }),
      'Nachfolge',
    );
    welt.gelungen(
      await welt.als('tesch').put('/personen/feldkamp/stellen', { koerper: { stellen: [] } }),
      'Weggang',
    );
    await entscheide(welt, 'reinicke', id, 'Dezernat', 'zurueckgewiesen', 'Bitte kürzen.');
    await system.ruhe();
    const an = (await liesPost(welt))
      .filter((m) => m.betreff.startsWith(`Zurückgegeben: ${nummer}`))
      .map((m) => m.an[0]);
    expect(an).toEqual(['brandner@musterstadt.example']);
  });
});
