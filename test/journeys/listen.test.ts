import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesPost } from '../../bin/demo/abschluss.ts';
import { halteFest, kenntnis } from '../../bin/demo/ergebnisse.ts';
import { entscheide, legeSitzungAn, setzeAufTagesordnung } from '../../bin/demo/vorlagenweg.ts';
import type { Klient } from '../../bin/werkzeug/klient.ts';
import { type Demoname, demopersonen } from '../../bin/werkzeug/musterstadt.ts';
import { type Kurz, reicheEinesEin, reicheKurzEin } from '../hilfen/entwuerfe.ts';
import { richtePersonEin } from '../hilfen/personen.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';
import { gleicheAbNach } from '../hilfen/zeitplan.ts';

const zahlen = (anzahl: number) => Array.from({ length: anzahl }, (_, i) => i + 1);
const runden = 4;
const jeRunde = 3;
const anzahl = runden * jeRunde;
/** Stands in the subject of the nichtoeffentliche Vorlage and in its result, and nowhere else. */
const marke = 'Zwetschgenkrug';

interface Aufruf {
  readonly operation: string;
  readonly liste: string | undefined;
}
type Eintrag = Readonly<Record<string, string>>;

describe('Listen', () => {
  let system: Testsystem;
  let aufrufe: Aufruf[] = [];
  let alle: Kurz[];
  let geheim: Kurz;
  let sitzung: string;

  beforeAll(async () => {
    system = await starteTestsystem({
      faults: {
        dynamoDb: (operation, input, forward) => {
          const werte = input.ExpressionAttributeValues as Record<string, { S?: string }> | undefined;
          aufrufe.push({ operation, liste: werte?.[':pk']?.S });
          return forward();
        },
      },
    });
  });
  afterAll(() => system?.beende());

  /** Every page of a list; each costs one query of its partition and no scan. */
  async function seiten(person: Demoname, pfad: string, liste: string): Promise<Eintrag[][]> {
    const gelesen: Eintrag[][] = [];
    let cursor: string | null = null;
    do {
      await system.ruhe();
      aufrufe = [];
      const weiter: string = cursor === null ? '' : `&cursor=${cursor}`;
      const antwort = await system.welt.als(person).get(`${pfad}?anzahl=5${weiter}`);
      const seite: { eintraege: Eintrag[]; cursor: string | null } = system.welt.gelungen(antwort, pfad);
      gelesen.push(seite.eintraege);
      cursor = seite.cursor;
      const anfragen = aufrufe.map((a) => `${a.operation} ${a.liste ?? ''}`);
      expect(anfragen.filter((a) => a === `Query musterstadt#${liste}`)).toHaveLength(1);
      expect(anfragen.filter((a) => a.startsWith('Scan'))).toEqual([]);
      // Beside it only who asks: login, person, substitutions.
      expect(anfragen.length).toBeLessThanOrEqual(4);
    } while (cursor !== null);
    return gelesen;
  }

  const groessen = (gelesen: Eintrag[][]) => gelesen.map((s) => s.length);
  const namen = (gelesen: Eintrag[][], feld = 'vorlage') => gelesen.flat().map((e) => e[feld]);

  it('zwölf Vorlagen in Seiten zu fünf: keine doppelt, keine fehlt, neueste zuerst, eine Abfrage je Seite', async () => {
    // Created one after the other, each in its own minute.
    alle = [];
    for (const n of zahlen(runden)) {
      alle.push(
        ...(await reicheKurzEin(
          system,
          zahlen(jeRunde).map((m) => `Liste ${n}.${m}`),
        )),
      );
      system.emulator.clock.advance(60_000);
    }
    const ids = alle.map((v) => v.id);
    expect(new Set(ids).size).toBe(anzahl);
    const dezernat = await seiten('reinicke', '/dezernate/2/vorlagen', 'DEZERNAT#2');
    const amt = await seiten('feldkamp', '/aemter/50/vorlagen', 'AMT#50');
    const aufgaben = await seiten('reinicke', '/aufgaben', 'STELLE#Dezernat:2');
    for (const liste of [dezernat, amt, aufgaben]) {
      expect(groessen(liste)).toEqual([5, 5, 2]);
      expect(namen(liste).toSorted()).toEqual(ids.toSorted());
    }
    for (const liste of [dezernat, amt]) {
      const gruppe = (reihe: readonly (string | undefined)[], i: number) =>
        reihe.slice(i * jeRunde, (i + 1) * jeRunde);
      const jeMinute = zahlen(runden).map((n) => gruppe(namen(liste), n - 1));
      const neuesteZuerst = zahlen(runden).map((n) => gruppe(ids, runden - n));
      expect(jeMinute.map((g) => g.toSorted())).toEqual(neuesteZuerst.map((g) => g.toSorted()));
    }
  });

  it('der Pool und die Sitzungen ebenso', async () => {
    const { welt } = system;
    for (const [person, station] of [
      ['reinicke', 'Dezernat'],
      ['ohlsen', 'Sozialamt'],
      ['wolframm', 'Sozialausschuss'],
    ] as const) {
      await Promise.all(alle.map(({ id }) => entscheide(welt, person, id, station, 'freigegeben')));
    }
    const pool = await seiten('wolframm', '/gremien/sozialausschuss/pool', 'POOL#sozialausschuss');
    expect(groessen(pool)).toEqual([5, 5, 2]);
    expect(namen(pool).toSorted()).toEqual(alle.map((v) => v.id).toSorted());

    const tage = zahlen(anzahl).map((n) => `2026-05-${String(n).padStart(2, '0')}T15:00:00.000Z`);
    await Promise.all(tage.map((beginn) => legeSitzungAn(welt, 'wolframm', 'sozialausschuss', beginn)));
    const sitzungen = await seiten(
      'wolframm',
      '/gremien/sozialausschuss/sitzungen',
      'SITZUNGEN#sozialausschuss',
    );
    expect(groessen(sitzungen)).toEqual([5, 5, 2]);
    expect(namen(sitzungen, 'beginn')).toEqual(tage.toReversed());
  });

  it('eine Vorlage mit ihrer ganzen Geschichte ist eine Abfrage', async () => {
    const [eine] = alle;
    await system.ruhe();
    aufrufe = [];
    const antwort = await system.welt.als('feldkamp').get(`/vorlagen/${eine?.id}/verlauf`);
    expect(system.welt.gelungen<{ eintraege: unknown[] }>(antwort, 'Verlauf').eintraege).toHaveLength(5);
    const anfragen = aufrufe.filter((a) => a.liste === `musterstadt#VORLAGE#${eine?.id}`);
    expect(anfragen.map((a) => a.operation)).toEqual(['Query']);
    expect(aufrufe.some((a) => a.operation === 'Scan')).toBe(false);
  });

  describe('Nichtöffentliches', () => {
    const fremde: Record<string, Klient> = {};
    const duerfen: readonly Demoname[] = [
      'feldkamp',
      'ohlsen',
      'reinicke',
      'brandner',
      'wolframm',
      'strothmann',
      'aydemir',
      'sommerlad',
    ];

    beforeAll(async () => {
      const { welt } = system;
      const stelle = (rolle: 'Dezernat' | 'Sachbearbeitung' | 'Gremienmitglied', bereich: string) => [
        { rolle, bereich },
      ];
      for (const [id, stellen] of [
        ['jugendamt', stelle('Sachbearbeitung', '51')],
        ['dezernat-1', stelle('Dezernat', '1')],
        ['stadtratsmitglied', stelle('Gremienmitglied', 'stadtrat')],
        ['ohne-stelle', []],
      ] as const) {
        const mail = `${id}@musterstadt.example`;
        fremde[id] = await richtePersonEin(system, { id, name: id, mail, stellen });
      }
      for (const { id } of demopersonen) if (!duerfen.includes(id)) fremde[id] = welt.als(id);
      geheim = await reicheEinesEin(system, `Der ${marke}`, false);
      // Through every occasion of a mail: returned, reminded, on an agenda, released.
      await entscheide(welt, 'reinicke', geheim.id, 'Dezernat', 'freigegeben', `${marke}: einverstanden.`);
      await entscheide(welt, 'ohlsen', geheim.id, 'Sozialamt', 'freigegeben');
      await gleicheAbNach(system, 20 * 24 * 60);
      await entscheide(welt, 'wolframm', geheim.id, 'Sozialausschuss', 'freigegeben');
      const beginn = new Date(system.emulator.clock.now() - 60_000).toISOString();
      sitzung = await legeSitzungAn(welt, 'wolframm', 'sozialausschuss', beginn);
      await setzeAufTagesordnung(welt, 'wolframm', sitzung, geheim.id, 1, 'N 1');
      await halteFest(welt, 'wolframm', geheim.id, 1, { ...kenntnis, vermerk: `Der ${marke} ist bekannt.` });
      await gleicheAbNach(system, 26 * 60);
    });

    /** Every address that can be read, with this Vorlage wherever a name is asked for. */
    async function adressen(): Promise<string[]> {
      const antwort = await fetch(`${system.emulator.urls.web}/api/openapi.json`);
      const { paths } = (await antwort.json()) as { paths: Record<string, Record<string, unknown>> };
      const werte: Readonly<Record<string, readonly string[]>> = {
        id: [geheim.id],
        upload: ['u1'],
        ereignis: ['2', '7'],
        art: ['Vorlage', 'Sitzung'],
        dezernat: ['2'],
        amt: ['50'],
        gremium: ['sozialausschuss'],
        sitzung: [sitzung],
        person: ['reinicke'],
      };
      const lesbar = Object.entries(paths).filter(([, methoden]) => 'get' in methoden);
      return lesbar.flatMap(([pfad]) =>
        [...pfad.matchAll(/\{(\w+)\}/g)].reduce(
          (pfade, [platz, name = '']) => {
            const moeglich = werte[name];
            if (!moeglich) throw new Error(`Der Test kennt keinen Wert für ${platz} in ${pfad}.`);
            return pfade.flatMap((p) => moeglich.map((wert) => p.replace(platz, wert)));
          },
          [pfad.replace(/^\/api/, '')],
        ),
      );
    }

    it('liest, wer darf: das Wort steht wirklich da', async () => {
      for (const person of duerfen) {
        const antwort = await system.welt.als(person).get(`/vorlagen/${geheim.id}`);
        expect([person, JSON.stringify(antwort.json)]).toEqual([person, expect.stringContaining(marke)]);
      }
    });

    it('erreicht niemanden sonst, unter keiner Adresse der Schnittstelle', async () => {
      const liste = await adressen();
      expect(liste.length).toBeGreaterThan(20);
      expect(Object.keys(fremde)).toHaveLength(6);
      for (const [person, klient] of Object.entries(fremde)) {
        const gesehen = await Promise.all(
          liste.map(async (pfad) => {
            const antwort = await klient.get(`${pfad}${pfad.includes('?') ? '&' : '?'}anzahl=100`);
            return [pfad, antwort.status, Buffer.from(antwort.bytes).toString('utf8')] as const;
          }),
        );
        for (const [pfad, status, text] of gesehen) {
          expect([person, pfad, text.includes(marke)]).toEqual([person, pfad, false]);
          expect([person, pfad, status < 500]).toEqual([person, pfad, true]);
        }
      }
    });

    it('steht in keiner Mail und keiner Nachricht, auch nicht an die, die es lesen dürfen', async () => {
      const mails = await liesPost(system.welt);
      const hierzu = mails.filter((m) => m.text.includes(geheim.id));
      expect(hierzu.some((m) => m.betreff.startsWith('Ergebnis'))).toBe(true);
      expect(hierzu.length).toBeGreaterThan(8);
      expect(JSON.stringify(mails)).not.toContain(marke);
      for (const person of duerfen) {
        const antwort = await system.welt.als(person).get('/nachrichten?anzahl=100');
        expect(JSON.stringify(antwort.json)).not.toContain(marke);
      }
    });
  });
});
