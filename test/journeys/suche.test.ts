import { DeleteItemCommand, type DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringeInsGremium } from '../../bin/demo/vorlagenweg.ts';
import type { Klient } from '../../bin/werkzeug/klient.ts';
import { type Demoname, demopersonen } from '../../bin/werkzeug/musterstadt.ts';
import type { Personenstand } from '../../domain/person/person.ts';
import type { Sucheintrag } from '../../domain/suche/sucheintrag.ts';
import { type Akte, oeffneAkte } from '../../lambdas/aws/akte/akte.ts';
import { schreibeSuchindex } from '../../lambdas/aws/akte/suchindex.ts';
import { abdruckDerAkte } from '../hilfen/abdruck.ts';
import { type Kurz, kopfdaten, legeEntwurfAn, reicheEinesEin } from '../hilfen/entwuerfe.ts';
import { richtePersonEin } from '../hilfen/personen.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';

interface Seite<T> {
  readonly eintraege: T[];
  readonly cursor: string | null;
}
interface Ich {
  readonly vertretungen: { vertreter: string; von: string; bis: string }[];
  readonly sofort: string[] | null;
  readonly namen: Record<string, string>;
}

const zahlen = (anzahl: number) => Array.from({ length: anzahl }, (_, i) => i);
/** Stands in the subject of the nichtoeffentliche Vorlage and nowhere else. */
const marke = 'Zwetschgenkrug';

describe('Suche und Personen', () => {
  let system: Testsystem;
  let aufrufe: string[] = [];
  const klienten: Record<string, Klient> = {};
  const vorlagen: Record<string, Kurz> = {};

  const id = (name: string) => vorlagen[name]?.id ?? '';
  const klient = (person: string) => klienten[person] ?? system.welt.als(person as Demoname);
  const hole = async <T>(person: string, pfad: string) =>
    system.welt.gelungen<T>(await klient(person).get(pfad), `${person} ${pfad}`);

  /** All pages of a search. */
  async function suche(person: string, abfrage: string, anzahl = 100): Promise<Sucheintrag[]> {
    const treffer: Sucheintrag[] = [];
    let cursor: string | null = null;
    do {
      const weiter: string = cursor === null ? '' : `&cursor=${cursor}`;
      const seite: Seite<Sucheintrag> = await hole(person, `/suche?${abfrage}&anzahl=${anzahl}${weiter}`);
      treffer.push(...seite.eintraege);
      cursor = seite.cursor;
    } while (cursor !== null);
    return treffer;
  }
  const findet = async (person: string, abfrage: string) =>
    (await suche(person, abfrage)).map((t) => t.vorlage);

  beforeAll(async () => {
    system = await starteTestsystem({
      faults: {
        dynamoDb: (operation, _eingabe, forward) => {
          aufrufe.push(operation);
          return forward();
        },
      },
    });
    const { welt } = system;
    for (const [person, stellen] of [
      ['jugendamt', [{ rolle: 'Sachbearbeitung', bereich: '51' }]],
      ['dezernat-1', [{ rolle: 'Dezernat', bereich: '1' }]],
      ['stadtratsmitglied', [{ rolle: 'Gremienmitglied', bereich: 'stadtrat' }]],
      ['ohne-stelle', []],
    ] as const) {
      const mail = `${person}@musterstadt.example`;
      klienten[person] = await richtePersonEin(system, { id: person, name: person, mail, stellen });
    }
    // Each in its own minute: the clock stands still otherwise.
    const lege = async (name: string, anlegen: Promise<Kurz>) => {
      vorlagen[name] = await anlegen;
      await system.ruhe();
      system.emulator.clock.advance(60_000);
    };
    await lege('entwurf', legeEntwurfAn(welt, 'Entwurf zur Jugendhilfe in der Müllerstraße'));
    await lege('dezernat', reicheEinesEin(system, 'Jugendschutz am Dezernat'));
    await lege('beratung', reicheEinesEin(system, 'Jugend und Alter: Mittagstisch'));
    await lege('geheim', reicheEinesEin(system, `Der ${marke} der Jugend`, false));
    await lege('verworfen', legeEntwurfAn(welt, 'Verworfene Jugendfahrt'));
    await lege('zurueckgezogen', reicheEinesEin(system, 'Zurückgezogene Jugendfahrt'));
    await bringeInsGremium(welt, id('beratung'));
    await bringeInsGremium(welt, id('geheim'));
    for (const name of ['verworfen', 'zurueckgezogen']) {
      const antwort = await welt.als('feldkamp').post(`/vorlagen/${id(name)}/zurueckziehung`, {
        version: vorlagen[name]?.version ?? 0,
        koerper: { begruendung: 'Nicht mehr nötig.' },
      });
      welt.gelungen(antwort, `${name} zurückziehen`);
    }
    const fremd = await klient('jugendamt').post('/vorlagen', {
      koerper: { art: 'UV', amt: '51', ...kopfdaten('Jugendamt: eigener Entwurf') },
    });
    vorlagen.fremd = welt.gelungen<Kurz>(fremd, 'Entwurf des Jugendamts');
    await system.ruhe();
  });
  afterAll(() => system?.beende());

  const alleLeute = [
    ...demopersonen.map((p) => p.id),
    'jugendamt',
    'dezernat-1',
    'stadtratsmitglied',
    'ohne-stelle',
  ];

  describe('Sicht', () => {
    it.each(alleLeute)('%s findet genau, was sie oder er öffnen darf', async (person) => {
      const offen: string[] = [];
      for (const { id: vorlage } of Object.values(vorlagen)) {
        const { status } = await klient(person).get(`/vorlagen/${vorlage}`);
        expect([200, 404]).toContain(status);
        if (status === 200) offen.push(vorlage);
      }
      expect((await findet(person, '')).toSorted()).toEqual(offen.toSorted());
      expect((await findet(person, 'q=Jugend')).toSorted()).toEqual(offen.toSorted());
    });

    it.each([
      ['feldkamp', ['entwurf', 'dezernat', 'beratung', 'geheim', 'verworfen', 'zurueckgezogen']],
      ['ohlsen', ['entwurf', 'dezernat', 'beratung', 'geheim', 'verworfen', 'zurueckgezogen']],
      ['reinicke', ['dezernat', 'beratung', 'geheim', 'zurueckgezogen']],
      ['wolframm', ['dezernat', 'beratung', 'geheim', 'zurueckgezogen']],
      ['kestner', []],
      ['strothmann', ['beratung', 'geheim']],
      ['aydemir', ['beratung', 'geheim']],
      ['sommerlad', ['dezernat', 'beratung', 'geheim', 'zurueckgezogen']],
      ['tesch', []],
      ['jugendamt', ['fremd']],
      ['dezernat-1', []],
      ['stadtratsmitglied', []],
      ['ohne-stelle', []],
    ])('%s findet %j', async (person, namen) => {
      expect((await findet(person, 'q=jugend')).toSorted()).toEqual(namen.map(id).toSorted());
    });

    it.each(['kestner', 'tesch', 'jugendamt', 'dezernat-1', 'stadtratsmitglied', 'ohne-stelle'])(
      '%s erfährt nicht einmal, dass es etwas Nichtöffentliches gibt',
      async (person) => {
        for (const abfrage of [`q=${marke}`, `q=${marke}&anzahl=1`, 'phase=beratung&anzahl=1']) {
          expect(await hole(person, `/suche?${abfrage}`)).toEqual({ eintraege: [], cursor: null });
        }
      },
    );

    it('eine Vertretung sucht für die, die sie vertritt, und nur so lange', async () => {
      const { welt } = system;
      const heute = (await welt.jetzt()).slice(0, 10);
      const vertretung = { stelle: { rolle: 'Dezernat', bereich: '2' }, vertreter: 'kestner' };
      const richteEin = (von: string, bis: string) =>
        welt.als('reinicke').post('/ich/vertretungen', { koerper: { ...vertretung, von, bis } });
      welt.gelungen(await richteEin(heute, heute), 'Vertretung');
      expect(await findet('kestner', `q=${marke}`)).toEqual([id('geheim')]);
      system.emulator.clock.advance(24 * 3_600_000);
      await system.ruhe();
      expect(await findet('kestner', `q=${marke}`)).toEqual([]);
    });
  });

  describe('Wörter und Facetten', () => {
    it('Nummer, Betreff, Az. und Amt, in jeder Schreibweise; alle Wörter müssen vorkommen', async () => {
      const nummer = vorlagen.beratung?.nummer ?? '';
      const [, laufend = '', jahr = ''] = nummer.split('/');
      for (const q of [
        nummer,
        `${Number(laufend)}/${jahr}`,
        laufend,
        'mittagstisch',
        'MITTAG alter',
        'Sozialamt Mittagstisch',
      ]) {
        expect([q, await findet('feldkamp', `q=${encodeURIComponent(q)}`)]).toEqual([q, [id('beratung')]]);
      }
      for (const q of ['Muellerstrasse', 'MÜLLERSTRASSE', 'Müller']) {
        expect(await findet('feldkamp', `q=${encodeURIComponent(q)}`)).toEqual([id('entwurf')]);
      }
      for (const q of ['Mittagstisch Jugendschutz', 'stisch', 'Feldkamp', '%3F%3F']) {
        expect([q, await findet('feldkamp', `q=${q}`)]).toEqual([q, []]);
      }
    });

    it('das genaue Wort vor dem Wortanfang, dann die neueste zuerst', async () => {
      expect(await findet('feldkamp', 'q=jugend')).toEqual(
        ['geheim', 'beratung', 'zurueckgezogen', 'verworfen', 'entwurf', 'dezernat'].map(id),
      );
      expect(await findet('feldkamp', '')).toEqual(
        ['zurueckgezogen', 'verworfen', 'geheim', 'beratung', 'dezernat', 'entwurf'].map(id),
      );
    });

    it('Facetten grenzen ein, auch ohne Wort und leer gesendet', async () => {
      for (const [abfrage, namen] of [
        ['phase=entwurf', ['entwurf']],
        ['phase=beratung&q=', ['geheim', 'beratung']],
        ['amt=51', []],
        ['dezernat=2&phase=unterwegs&jahr=2026&art=UV&gremium=sozialausschuss&amt=50', ['dezernat']],
        ['gremium=stadtrat', []],
        ['jahr=2025', []],
        ['q=jugend&phase=zurueckgezogen', ['zurueckgezogen']],
        ['q=mittagstisch&art=&phase=&amt=&dezernat=&gremium=&jahr=', ['beratung']],
      ] as const) {
        expect([abfrage, await findet('feldkamp', abfrage)]).toEqual([abfrage, namen.map(id)]);
      }
    });

    it('zeigt einen Treffer mit allem, wonach man eingrenzt', async () => {
      const [treffer] = await suche('reinicke', 'q=jugendschutz');
      expect(treffer).toEqual({
        vorlage: id('dezernat'),
        nummer: vorlagen.dezernat?.nummer,
        betreff: 'Jugendschutz am Dezernat',
        phase: 'unterwegs',
        dezernat: '2',
        amt: '50',
        amtName: 'Sozialamt',
        az: null,
        gremien: ['sozialausschuss'],
        angelegtAm: expect.stringMatching(/^2026-03-24T/),
        oeffentlich: true,
        liegtBei: 'Dezernat',
        seit: expect.any(String),
        frist: expect.any(String),
        fassung: 1,
      });
    });

    it('lehnt ab, was keine Abfrage ist, mit Feld und Satz', async () => {
      for (const abfrage of ['phase=fertig', 'jahr=26', 'amt=A%23', `q=${'x'.repeat(201)}`, 'anzahl=101']) {
        const antwort = await klient('feldkamp').get(`/suche?${abfrage}`);
        system.welt.abgelehnt(antwort, 400, 'EINGABE_UNGUELTIG', abfrage);
      }
      const { cursor } = await hole<Seite<Sucheintrag>>('feldkamp', '/suche?q=jugend&anzahl=1');
      for (const falsch of [`q=alter&cursor=${cursor}`, 'cursor=quatsch', `cursor=${cursor}`]) {
        system.welt.abgelehnt(
          await klient('feldkamp').get(`/suche?${falsch}`),
          400,
          'CURSOR_UNGUELTIG',
          falsch,
        );
      }
    });
  });

  describe('der Index', () => {
    const zeilen = (vorlage: string) =>
      abdruckDerAkte(
        system.datenbank,
        system.tabelle,
        (pk, sk) => pk.startsWith('musterstadt#SUCHE#') && sk.endsWith(vorlage),
      );

    it('folgt Betreff und Stand: das alte Wort findet nichts mehr', async () => {
      const { welt } = system;
      const entwurf = await legeEntwurfAn(welt, 'Das alte Schwimmbad');
      await system.ruhe();
      expect(await findet('feldkamp', 'q=schwimmbad')).toEqual([entwurf.id]);
      const geaendert = await welt.als('feldkamp').put(`/vorlagen/${entwurf.id}/entwurf`, {
        version: entwurf.version,
        koerper: { ...kopfdaten('Das neue Hallenbad'), az: '50.30-07' },
      });
      welt.gelungen(geaendert, 'Ändern');
      await system.ruhe();
      expect(await findet('feldkamp', 'q=schwimmbad')).toEqual([]);
      expect(await findet('feldkamp', 'q=hallenbad+503007')).toEqual([entwurf.id]);
    });

    it('verliert, was gelöscht wird, bis in die Schlüssel', async () => {
      const { welt } = system;
      const { id: vorlage } = await legeEntwurfAn(welt, 'Anfrage von Frau Sperlingshausen');
      await system.ruhe();
      expect(await findet('feldkamp', 'q=sperling')).toEqual([vorlage]);
      const koerper = { art: 'Vorlage', id: vorlage, ereignis: 1 };
      welt.gelungen(await welt.als('tesch').post('/betrieb/loeschung', { koerper }), 'Löschen');
      await system.ruhe();
      expect(await findet('feldkamp', 'q=sperling')).toEqual([]);
      expect(await findet('feldkamp', `q=${encodeURIComponent('gelöscht')}`)).toEqual([]);
      const akte = (await abdruckDerAkte(system.datenbank, system.tabelle)).join('\n');
      expect(akte).toContain('zwetschgenkrug');
      expect(akte.toLowerCase()).not.toContain('sperling');
    });

    it('fasst den längsten Betreff vor vielen Gremien, in mehreren Transaktionen', async () => {
      const { welt } = system;
      const betreff = Array.from({ length: 125 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join(' ');
      const gremien = ['sozialausschuss', 'jugendhilfeausschuss', 'stadtrat'];
      const gremienweg = Array.from({ length: 20 }, (_, i) => ({
        gremium: gremien[i % 3],
        rolle: 'Kenntnisnahme',
        datum: null,
        oeffentlich: true,
      }));
      const antwort = await welt
        .als('feldkamp')
        .post('/vorlagen', { koerper: { art: 'UV', amt: '50', betreff, gremienweg } });
      const { id: vorlage } = welt.gelungen<Kurz>(antwort, 'Anlegen');
      await system.ruhe();
      const fertig = await zeilen(vorlage);
      expect(fertig.length).toBeGreaterThan(125);
      expect(await findet('feldkamp', `q=${encodeURIComponent('\u4e00 \u4e7c')}`)).toEqual([vorlage]);

      // Five beside each other change nothing; what broke off in the middle is completed by five again.
      const akte = { ...oeffneAkte(system.tabelle, 'musterstadt'), client: system.datenbank };
      const zugleich = () => Promise.all(zahlen(5).map(() => schreibeSuchindex(akte, vorlage)));
      await zugleich();
      expect(await zeilen(vorlage)).toEqual(fertig);
      await verliere(vorlage, fertig);
      await expect(schreibeSuchindex(nachEinerTransaktionTot(akte), vorlage)).rejects.toThrow('tot');
      expect((await zeilen(vorlage)).length).toBe(99);
      await zugleich();
      expect(await zeilen(vorlage)).toEqual(fertig);
    });

    /** The index of a Vorlage as if it had never been written. */
    async function verliere(vorlage: string, fertig: readonly string[]): Promise<void> {
      const { suchstand } = oeffneAkte(system.tabelle, 'musterstadt').schluessel;
      const orte = fertig.map(
        (z) => Object.fromEntries(JSON.parse(z)) as { pk: { S: string }; sk: { S: string } },
      );
      const { pk, sk } = suchstand(vorlage);
      for (const ort of [...orte, { pk: { S: pk }, sk: { S: sk } }]) {
        const Key = { pk: ort.pk, sk: ort.sk };
        await system.datenbank.send(new DeleteItemCommand({ TableName: system.tabelle, Key }));
      }
    }

    /** Writes one transaction and dies with the second. */
    function nachEinerTransaktionTot(akte: Akte): Akte {
      let geschrieben = 0;
      const client = Object.create(akte.client) as DynamoDBClient;
      client.send = ((befehl: object) => {
        if (befehl instanceof TransactWriteItemsCommand && ++geschrieben > 1) throw new Error('tot');
        return akte.client.send(befehl as TransactWriteItemsCommand);
      }) as DynamoDBClient['send'];
      return { ...akte, client };
    }

    it('kostet für ein seltenes Wort dasselbe bei 10 und bei 60 Vorlagen, ohne Scan', async () => {
      const messe = async (abfrage: string) => {
        await system.ruhe();
        aufrufe = [];
        expect(await findet('feldkamp', abfrage)).toEqual([id('beratung')]);
        expect(aufrufe).not.toContain('Scan');
        return aufrufe.toSorted();
      };
      const selten = 'q=mittagstisch';
      const mitHaeufigen = 'q=sozialamt+jugend+mittagstisch&phase=beratung';
      const vorher = [await messe(selten), await messe(mitHaeufigen)];
      // Beside login, person and substitutions: one query of the index and one of the states.
      expect(vorher[0]).toEqual(['BatchGetItem', 'GetItem', 'GetItem', 'Query', 'Query']);
      for (let n = 0; n < 50; n++) await legeEntwurfAn(system.welt, `Jugend und Alltag ${n}`);
      expect([await messe(selten), await messe(mitHaeufigen)]).toEqual(vorher);
    });

    it('blättert ohne Lücke und ohne Doppelte, auch wo ein Wort die Vorlage mehrfach nennt', async () => {
      const mehrfach = await legeEntwurfAn(system.welt, 'Jubel, Jugend und Jugendherberge');
      await system.ruhe();
      const alle = (await findet('feldkamp', 'q=j')).toSorted();
      expect(alle.length).toBeGreaterThan(50);
      expect(alle).toContain(mehrfach.id);
      expect(new Set(alle).size).toBe(alle.length);
      const inSeiten = (await suche('feldkamp', 'q=j', 7)).map((t) => t.vorlage);
      expect(inSeiten.toSorted()).toEqual(alle);
    });
  });

  describe('von mir', () => {
    it('meine Vorlagen, neueste zuerst, in Seiten', async () => {
      const erste = await hole<Seite<Sucheintrag>>('jugendamt', '/ich/vorlagen');
      expect(erste).toMatchObject({ eintraege: [{ vorlage: id('fremd') }], cursor: null });
      const meine: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const seite: Seite<Sucheintrag> = await hole(
          'feldkamp',
          `/ich/vorlagen?anzahl=20${cursor && `&cursor=${cursor}`}`,
        );
        meine.push(...seite.eintraege.map((e) => e.vorlage));
        cursor = seite.cursor;
      }
      expect(meine.slice(-6)).toEqual(
        ['zurueckgezogen', 'verworfen', 'geheim', 'beratung', 'dezernat', 'entwurf'].map(id),
      );
      expect((await hole<Seite<Sucheintrag>>('ohlsen', '/ich/vorlagen')).eintraege).toEqual([]);
    });

    it('nicht mehr, was ich im neuen Amt nicht lesen darf', async () => {
      const { welt } = system;
      const setze = async (bereich: string) => {
        const koerper = { stellen: [{ rolle: 'Sachbearbeitung', bereich }] };
        welt.gelungen(await welt.als('tesch').put('/personen/jugendamt/stellen', { koerper }), 'Stellen');
        return hole<Seite<Sucheintrag>>('jugendamt', '/ich/vorlagen');
      };
      expect((await setze('10')).eintraege).toEqual([]);
      expect(await findet('jugendamt', 'q=eigener')).toEqual([]);
      expect((await setze('51')).eintraege).toHaveLength(1);
    });
  });

  describe('Personen', () => {
    it('nach Nachnamen, in Seiten; wer nicht die Systembetreuung ist, sieht nur Namen', async () => {
      const namen: { id: string; name: string }[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const seite: Seite<{ id: string; name: string }> = await hole(
          'feldkamp',
          `/personen?anzahl=4${cursor && `&cursor=${cursor}`}`,
        );
        expect(seite.eintraege.length).toBeLessThanOrEqual(4);
        namen.push(...seite.eintraege);
        cursor = seite.cursor;
      }
      expect(namen.map((n) => n.id)).toEqual([
        'dezernat-1',
        'aydemir',
        'brandner',
        'feldkamp',
        'jugendamt',
        'kestner',
        'ohlsen',
        'reinicke',
        'sommerlad',
        'stadtratsmitglied',
        'ohne-stelle',
        'strothmann',
        'tesch',
        'wolframm',
      ]);
      expect(namen[2]).toEqual({ id: 'brandner', name: 'Tilo Brandner' });
      const { eintraege } = await hole<Seite<Personenstand>>('tesch', '/personen?anzahl=100');
      expect(eintraege.map(({ id, name }) => ({ id, name }))).toEqual(namen);
      expect(eintraege.find((p) => p.id === 'ohlsen')).toEqual({
        id: 'ohlsen',
        name: 'Martin Ohlsen',
        mail: 'ohlsen@musterstadt.example',
        login: { issuer: expect.any(String), subject: expect.any(String) },
        stellen: [{ rolle: 'Amtsleitung', bereich: '50' }],
        vertretungen: [],
        version: 1,
      });
    });

    it('die Systembetreuung berichtigt Namen und Mailadresse, sonst niemand', async () => {
      const { welt } = system;
      const koerper = { name: 'Jana Feldkamp-Özil', mail: 'feldkamp-oezil@musterstadt.example' };
      const pfad = '/personen/feldkamp';
      welt.abgelehnt(await welt.als('feldkamp').put(pfad, { koerper }), 403, 'NICHT_BERECHTIGT', 'selbst');
      welt.abgelehnt(await welt.als('feldkamp').get(pfad), 403, 'NICHT_BERECHTIGT', 'lesen');
      const tesch = welt.als('tesch');
      welt.abgelehnt(await tesch.put('/personen/niemand', { koerper }), 404, 'NICHT_GEFUNDEN', 'niemand');
      welt.abgelehnt(await tesch.get('/personen/niemand'), 404, 'NICHT_GEFUNDEN', 'niemand');
      for (const falsch of [
        { ...koerper, mail: 'x' },
        { ...koerper, name: '' },
        { ...koerper, mehr: 1 },
      ]) {
        welt.abgelehnt(await tesch.put(pfad, { koerper: falsch }), 400, 'EINGABE_UNGUELTIG', 'falsch');
      }
      const berichtige = () => tesch.put(pfad, { koerper, absicht: 'berichtigen' });
      const antwort = welt.gelungen(await berichtige(), 'Berichtigen');
      expect(welt.gelungen(await berichtige(), 'noch einmal dieselbe Anfrage')).toEqual(antwort);
      expect(await hole('tesch', pfad)).toMatchObject({ ...koerper, ...antwort });
      expect(await hole('feldkamp', '/ich')).toMatchObject(koerper);
      const { eintraege } = await hole<Seite<{ id: string; name: string }>>('ohlsen', '/personen?anzahl=100');
      expect(eintraege.filter((p) => p.id === 'feldkamp')).toEqual([{ id: 'feldkamp', name: koerper.name }]);
      const kette = await hole<{ ereignisse: { bytes: string }[] }>('sommerlad', '/ketten/Person/feldkamp');
      const bytes = JSON.stringify(kette.ereignisse.map((e) => e.bytes));
      expect(bytes).toContain('PersonBerichtigt');
      expect(bytes).not.toContain('zil');
    });

    it('ich sehe meine Vertretungen, die gelten und die kommen, und meinen Mailwunsch', async () => {
      const { welt } = system;
      const ohlsen = welt.als('ohlsen');
      const stelle = { rolle: 'Amtsleitung', bereich: '50' };
      const tag = (n: number) =>
        new Date(system.emulator.clock.now() + n * 86_400_000).toISOString().slice(0, 10);
      const zeiten = [
        { von: tag(30), bis: tag(40) },
        { von: tag(-1), bis: tag(0) },
        { von: tag(-9), bis: tag(-1) },
      ];
      for (const zeit of zeiten) {
        const koerper = { stelle, vertreter: 'brandner', ...zeit };
        welt.gelungen(await ohlsen.post('/ich/vertretungen', { koerper }), 'Vertretung');
      }
      const ich = await hole<Ich>('ohlsen', '/ich');
      expect(ich.vertretungen).toEqual(
        [zeiten[1], zeiten[0]].map((zeit) => ({ stelle, vertreter: 'brandner', ...zeit })),
      );
      expect(ich.namen).toEqual({ brandner: 'Tilo Brandner' });
      expect(ich.sofort).toBeNull();
      welt.gelungen(await ohlsen.put('/ich/mailwunsch', { koerper: { sofort: ['ergebnis'] } }), 'Mailwunsch');
      expect((await hole<Ich>('ohlsen', '/ich')).sofort).toEqual(['ergebnis']);
      expect((await hole<Ich>('brandner', '/ich')).namen).toEqual({ ohlsen: 'Martin Ohlsen' });
    });
  });
});
