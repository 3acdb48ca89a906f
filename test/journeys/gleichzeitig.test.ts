import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesPost, mailkennung } from '../../bin/demo/abschluss.ts';
import { sieh } from '../../bin/demo/vorlagenweg.ts';
import type { Antwort } from '../../bin/werkzeug/klient.ts';
import { reicheEinesEin, reicheKurzEin } from '../hilfen/entwuerfe.ts';
import { richtePersonEin } from '../hilfen/personen.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';

const zahlen = (anzahl: number) => Array.from({ length: anzahl }, (_, i) => i + 1);

interface Verlaufseintrag {
  readonly nr: number;
  readonly art: string;
  readonly person: string;
  readonly zeit: string;
}

describe('Was viele zugleich tun', () => {
  let system: Testsystem;
  beforeAll(async () => {
    system = await starteTestsystem();
  });
  afterAll(() => system?.beende());

  async function verlauf(id: string): Promise<Verlaufseintrag[]> {
    const antwort = await system.welt.als('feldkamp').get(`/vorlagen/${id}/verlauf`);
    return system.welt.gelungen<{ eintraege: Verlaufseintrag[] }>(antwort, 'Verlauf').eintraege;
  }

  /** What the Dezernat sees and decides on, as one request. */
  async function freigabe(id: string) {
    const { vorlage, version } = await sieh(system.welt, 'reinicke', id);
    const koerper = {
      station: 'Dezernat',
      wartenummer: vorlage.halt?.wartenummer,
      fassung: 1,
      entscheidung: 'freigegeben',
    };
    return { version, koerper };
  }

  it('50 Einreichungen ziehen 50 aufeinander folgende Nummern, keine fehlt, keine ist doppelt', async () => {
    const { welt } = system;
    const eingereicht = await reicheKurzEin(
      system,
      zahlen(50).map((n) => `Zugleich ${n}`),
    );
    const nummern = eingereicht.map((v) => v.nummer);
    expect(nummern.toSorted()).toEqual(zahlen(50).map((n) => `UV/${String(n).padStart(4, '0')}/2026`));
    await system.ruhe();
    for (const { id, nummer } of eingereicht) {
      expect((await sieh(welt, 'feldkamp', id)).vorlage.nummer).toBe(nummer);
    }
  });

  it('20 Personen entscheiden dieselbe Aufgabe: eine gewinnt, 19 erfahren, wer und wann', async () => {
    const { welt } = system;
    const personen = await Promise.all(
      zahlen(20).map(async (n) => {
        const id = `dezernat-${n}`;
        const mail = `${id}@musterstadt.example`;
        const stellen = [{ rolle: 'Dezernat' as const, bereich: '2' }];
        return { id, klient: await richtePersonEin(system, { id, name: `Person ${n}`, mail, stellen }) };
      }),
    );
    const { id } = await reicheEinesEin(system, 'Eine für zwanzig');
    // All are logged in and see the same before anyone acts.
    await Promise.all(personen.map(({ klient }) => klient.get(`/vorlagen/${id}`)));
    const anfrage = await freigabe(id);
    const antworten = await Promise.all(
      personen.map(async ({ id: person, klient }) => ({
        person,
        antwort: await klient.post(`/vorlagen/${id}/entscheidungen`, anfrage),
      })),
    );
    const gewonnen = antworten.filter(({ antwort }) => antwort.status === 200);
    expect(gewonnen).toHaveLength(1);
    const sieger = gewonnen[0]?.person ?? '';
    const verloren = antworten.filter(({ antwort }) => antwort.status !== 200);
    const erwartet = {
      art: 'StationFreigegeben',
      person: sieger,
      zeit: await welt.jetzt(),
      nr: anfrage.version + 1,
    };
    for (const { antwort } of verloren) {
      welt.abgelehnt(antwort, 409, 'KONFLIKT', 'zu spät');
      expect(antwort.json).toMatchObject({ einzelheiten: erwartet });
    }
    const entscheide = (await verlauf(id)).filter((e) => e.art === 'StationFreigegeben');
    expect(entscheide.map((e) => e.person)).toEqual([sieger]);

    await system.ruhe();
    const post = (await liesPost(welt)).filter((m) => m.text.includes(id));
    expect(new Set(post.map(mailkennung)).size).toBe(post.length);
    const an = (anfang: string) =>
      post.filter((m) => m.betreff.startsWith(anfang)).flatMap((m) => m.an.map((a) => a.split('@')[0]));
    // 20 new people and the two of the town, once each; then the Amt, once.
    expect(an('Wartet auf Sie').toSorted()).toEqual(
      [...personen.map((p) => p.id), 'brandner', 'reinicke', 'ohlsen'].toSorted(),
    );
  });

  it('Dieselbe Anfrage zehnmal zugleich: zehn gleiche Antworten, ein Ereignis', async () => {
    const { welt } = system;
    const { id } = await reicheEinesEin(system, 'Zehnmal dieselbe Anfrage');
    const anfrage = { ...(await freigabe(id)), absicht: 'zehnmal' };
    const antworten: Antwort[] = await Promise.all(
      zahlen(10).map(() => welt.als('reinicke').post(`/vorlagen/${id}/entscheidungen`, anfrage)),
    );
    const [erste] = antworten.map((a) => welt.gelungen(a, 'Entscheiden'));
    for (const antwort of antworten) expect(antwort.json).toEqual(erste);
    expect((await verlauf(id)).filter((e) => e.art === 'StationFreigegeben')).toHaveLength(1);
  });
});
