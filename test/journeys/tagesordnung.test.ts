import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesPost } from '../../bin/demo/abschluss.ts';
import { erfasse, gibFrei, leer } from '../../bin/demo/ergebnisse.ts';
import {
  bringeInsGremium,
  entscheide,
  legeSitzungAn,
  setzeAufTagesordnung,
  sieh,
} from '../../bin/demo/vorlagenweg.ts';
import type { Antwort } from '../../bin/werkzeug/klient.ts';
import { type Demoname, mailadresse } from '../../bin/werkzeug/musterstadt.ts';
import { sitzungsstandSchema } from '../../domain/sitzung/sitzung.ts';
import { vorlagenstandSchema } from '../../domain/vorlage/stand.ts';
import { type Kurz, reicheEinesEin, reicheKurzEin } from '../hilfen/entwuerfe.ts';
import { verbieteMailAn } from '../hilfen/rechte.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';
import { gleicheAbNach } from '../hilfen/zeitplan.ts';

interface Top {
  readonly top: string;
  readonly vorlage: string;
  readonly beratung: number;
  readonly oeffentlich: boolean;
}
interface Sitzung {
  readonly version: number;
  readonly tops: readonly (Top & Record<string, unknown>)[];
}

describe('Tagesordnung, Kalender und Zustellungen', () => {
  let system: Testsystem;
  beforeAll(async () => {
    system = await starteTestsystem({
      aendere: (vorlage) => verbieteMailAn(vorlage, mailadresse('ohlsen')),
    });
  });
  afterAll(() => system?.beende());

  const seheSitzung = async (id: string, person: Demoname = 'wolframm') =>
    system.welt.gelungen<Sitzung>(await system.welt.als(person).get(`/sitzungen/${id}`), 'Sitzung');
  /** The agenda with other numbers, by Vorlage. */
  const mitNummern = ({ tops }: Sitzung, nummern: Readonly<Record<string, string>>): Top[] =>
    tops.map(({ top: alt, vorlage, beratung }) => {
      const top = nummern[vorlage] ?? alt;
      return { vorlage, beratung, top, oeffentlich: top.startsWith('Ö') };
    });
  const ordne = (
    id: string,
    version: number,
    tops: readonly Top[],
    mehr: { person?: Demoname; absicht?: string } = {},
  ): Promise<Antwort> =>
    system.welt.als(mehr.person ?? 'wolframm').post(`/sitzungen/${id}/ordnung`, {
      version,
      koerper: { tops },
      ...(mehr.absicht ? { absicht: mehr.absicht } : {}),
    });
  const nummern = async (id: string) => (await seheSitzung(id)).tops.map((t) => [t.top, t.vorlage] as const);
  const mails = async (enthaelt: string) =>
    (await liesPost(system.welt)).filter((m) => m.betreff.includes(enthaelt)).length;

  describe('Eine Tagesordnung ordnen', () => {
    let drei: Kurz[];
    let sitzung: string;
    const id = (i: number) => drei[i]?.id ?? '';

    beforeAll(async () => {
      const { welt } = system;
      drei = await reicheKurzEin(system, ['Erster Bericht', 'Zweiter Bericht', 'Dritter Bericht']);
      for (const v of drei) await bringeInsGremium(welt, v.id);
      sitzung = await legeSitzungAn(welt, 'wolframm', 'sozialausschuss', '2026-04-22T15:00:00.000Z');
      for (const [i, v] of drei.entries()) {
        await setzeAufTagesordnung(welt, 'wolframm', sitzung, v.id, 1, `Ö ${i + 1}`);
      }
      await system.ruhe();
    });

    it('die Liste sagt je Punkt, was eine Übersicht zeigt, ohne weitere Anfragen', async () => {
      const { tops, version } = await seheSitzung(sitzung);
      expect(version).toBe(4);
      expect(tops[0]).toEqual({
        top: 'Ö 1',
        vorlage: id(0),
        beratung: 1,
        oeffentlich: true,
        nummer: drei[0]?.nummer,
        betreff: 'Erster Bericht',
        phase: 'beratung',
        hatErgebnis: false,
        freigegeben: false,
        version: (await sieh(system.welt, 'wolframm', id(0))).version,
      });
    });

    it('dreht die Reihenfolge in einem Schritt um; nur Bewegtes bekommt ein Ereignis, niemand Post', async () => {
      const { welt } = system;
      const vorher = await seheSitzung(sitzung);
      const post = await mails('Tagesordnung');
      const neu = mitNummern(vorher, { [id(0)]: 'Ö 3', [id(2)]: 'Ö 1' });
      const antwort = await ordne(sitzung, vorher.version, neu, { absicht: 'umdrehen' });
      expect(welt.gelungen(antwort, 'Ordnen')).toEqual({ id: sitzung, version: vorher.version + 1 });
      expect(
        welt.gelungen(await ordne(sitzung, vorher.version, neu, { absicht: 'umdrehen' }), 'noch einmal'),
      ).toEqual(antwort.json);
      const nachher = await seheSitzung(sitzung);
      expect(nachher.tops.map((t) => [t.top, t.vorlage])).toEqual([
        ['Ö 1', id(2)],
        ['Ö 2', id(1)],
        ['Ö 3', id(0)],
      ]);
      const versionen = (s: Sitzung) => new Map(s.tops.map((t) => [t.vorlage, Number(t.version)]));
      const [alt, jetzt] = [versionen(vorher), versionen(nachher)];
      expect(drei.map((v) => (jetzt.get(v.id) ?? 0) - (alt.get(v.id) ?? 0))).toEqual([1, 0, 1]);
      const { vorlage } = await sieh(welt, 'feldkamp', id(0));
      expect(vorlage.gremienweg[0]?.top).toBe('Ö 3');
      await system.ruhe();
      expect(await mails('Tagesordnung')).toBe(post);
      const { eintraege } = welt.gelungen<{ eintraege: { art: string }[] }>(
        await welt.als('feldkamp').get(`/vorlagen/${id(0)}/verlauf`),
        'Verlauf',
      );
      expect(eintraege.at(-1)?.art).toBe('TopGeaendert');
    });

    it('von zweien, die zugleich ordnen, gewinnt einer, und der andere erfährt es', async () => {
      const s = await seheSitzung(sitzung);
      const [a, b] = [
        mitNummern(s, { [id(0)]: 'Ö 10' }),
        mitNummern(s, { [id(0)]: 'Ö 11', [id(1)]: 'Ö 12' }),
      ];
      const antworten = await Promise.all([
        ordne(sitzung, s.version, a),
        ordne(sitzung, s.version, b, { person: 'strothmann' }),
      ]);
      expect(antworten.map((x) => x.status).sort()).toEqual([200, 409]);
      const verlierer = antworten.find((x) => x.status === 409)?.json;
      expect(verlierer).toMatchObject({ code: 'KONFLIKT', einzelheiten: { art: 'TagesordnungGeordnet' } });
      const gewonnen = antworten[0]?.status === 200 ? a : b;
      const erwartet = gewonnen.map((t) => [t.top, t.vorlage]);
      expect((await nummern(sitzung)).toSorted()).toEqual(erwartet.toSorted());
    });

    it('sagt, was nicht geht, und ändert dann nichts', async () => {
      const { welt } = system;
      const s = await seheSitzung(sitzung);
      const wie = mitNummern(s, {});
      const [erster, ...rest] = wie;
      if (!erster) throw new Error('keine Tagesordnung');
      const faelle: readonly [number, string, Promise<Antwort>][] = [
        [409, 'TAGESORDNUNG_ABWEICHEND', ordne(sitzung, s.version, rest)],
        [409, 'TOP_VERGEBEN', ordne(sitzung, s.version, [{ ...erster, top: rest[0]?.top ?? '' }, ...rest])],
        [409, 'TOP_TEIL', ordne(sitzung, s.version, [{ ...erster, top: 'N 1' }, ...rest])],
        [400, 'EINGABE_UNGUELTIG', ordne(sitzung, s.version, [{ ...erster, top: 'Fünf' }, ...rest])],
        [409, 'KONFLIKT', ordne(sitzung, s.version - 1, wie)],
        [403, 'NICHT_BERECHTIGT', ordne(sitzung, s.version, wie, { person: 'aydemir' })],
        [404, 'NICHT_GEFUNDEN', ordne(sitzung, s.version, wie, { person: 'feldkamp' })],
        [404, 'NICHT_GEFUNDEN', ordne('s-gibtesnicht', 1, wie)],
      ];
      for (const [status, code, antwort] of faelle) welt.abgelehnt(await antwort, status, code, code);
      const ohneVersion = await welt
        .als('wolframm')
        .post(`/sitzungen/${sitzung}/ordnung`, { koerper: { tops: wie } });
      welt.abgelehnt(ohneVersion, 428, 'VERSION_FEHLT', 'ohne If-Match');
      expect(await seheSitzung(sitzung)).toEqual(s);
      // What already stands there is not put there a second time: there is one way to renumber.
      const { version } = await sieh(welt, 'wolframm', erster.vorlage);
      const nocheinmal = await welt.als('wolframm').post(`/sitzungen/${sitzung}/tops`, {
        version,
        koerper: { ...erster, top: 'Ö 99' },
      });
      welt.abgelehnt(nocheinmal, 409, 'SCHON_ANGESETZT', 'noch einmal setzen');
    });

    it('rückt einen Punkt in den nichtöffentlichen Teil, sagt es den Beteiligten ohne Betreff, und nicht zurück', async () => {
      const { welt } = system;
      const s = await seheSitzung(sitzung);
      welt.gelungen(await ordne(sitzung, s.version, mitNummern(s, { [id(1)]: 'N 1' })), 'N');
      const { tops, version } = await seheSitzung(sitzung);
      expect(tops.at(-1)).toMatchObject({ top: 'N 1', vorlage: id(1), oeffentlich: false });
      await gleicheAbNach(system, 24 * 60);
      const sammelpost = (await liesPost(welt)).filter((m) => m.an.includes(mailadresse('feldkamp'))).at(-1);
      expect(sammelpost?.text).toContain(`${drei[1]?.nummer} (nichtöffentlich)`);
      expect(sammelpost?.text).not.toContain('Zweiter Bericht');
      const wieder = mitNummern(await seheSitzung(sitzung), { [id(1)]: 'Ö 40' });
      const zurueck = await ordne(sitzung, version, wieder);
      const { einzelheiten } = welt.abgelehnt(zurueck, 409, 'TEIL_GEAENDERT', 'wieder öffentlich');
      expect(einzelheiten).toMatchObject({ vorlage: id(1), top: 'Ö 40' });
    });

    it('ein erfasstes Ergebnis hindert nicht und bleibt, wo es hingehört; ein freigegebenes hält seine Nummer fest', async () => {
      const { welt } = system;
      await erfasse(welt, 'wolframm', id(2), 1, { ...leer, verbleib: 'zurueckgezogen' });
      const s = await seheSitzung(sitzung);
      const punkt = (x: Sitzung) => x.tops.find((t) => t.vorlage === id(2));
      expect(punkt(s)).toMatchObject({ hatErgebnis: true, freigegeben: false });
      expect(punkt(await seheSitzung(sitzung, 'aydemir'))).toMatchObject({ hatErgebnis: false });
      welt.gelungen(await ordne(sitzung, s.version, mitNummern(s, { [id(2)]: 'Ö 20' })), 'erfasst');
      await gibFrei(welt, 'wolframm', id(2), 1);
      const frei = await seheSitzung(sitzung, 'aydemir');
      expect(punkt(frei)).toMatchObject({ top: 'Ö 20', hatErgebnis: true, freigegeben: true });
      const nocheinmal = await ordne(sitzung, frei.version, mitNummern(frei, { [id(2)]: 'Ö 21' }));
      welt.abgelehnt(nocheinmal, 409, 'ERGEBNIS_FREIGEGEBEN', 'freigegeben');
      welt.gelungen(await ordne(sitzung, frei.version, mitNummern(frei, { [id(0)]: 'Ö 21' })), 'die anderen');
    });

    it('48 Punkte gehen in einem Schritt, mehr nicht; der Satz sagt, wie es geht', async () => {
      const { welt } = system;
      const voll = await legeSitzungAn(welt, 'wolframm', 'sozialausschuss', '2026-05-20T15:00:00.000Z');
      const muster = (await sieh(welt, 'wolframm', id(0))).vorlage;
      const lies = async (pk: string) => {
        const Key = { pk: { S: pk }, sk: { S: 'STAND' } };
        const { Item } = await system.datenbank.send(new GetItemCommand({ TableName: system.tabelle, Key }));
        if (!Item?.daten?.S) throw new Error(`${pk} fehlt`);
        return { ...Item, daten: Item.daten.S };
      };
      const lege = (alt: object, pk: string, stand: unknown) =>
        system.datenbank.send(
          new PutItemCommand({
            TableName: system.tabelle,
            Item: { ...alt, pk: { S: pk }, sk: { S: 'STAND' }, daten: { S: JSON.stringify(stand) } },
          }),
        );
      // A full agenda, written into the table: forty-nine Vorlagen on their way would take minutes.
      const vorlage = await lies(`musterstadt#VORLAGE#${muster.id}`);
      const stand = vorlagenstandSchema.parse(JSON.parse(vorlage.daten));
      const ids = Array.from({ length: 49 }, (_, i) => `v-voll-${i}`);
      for (const [i, kopie] of ids.entries()) {
        const gremienweg = stand.gremienweg.map((b) => ({ ...b, sitzung: voll, top: `Ö ${i + 1}` }));
        await lege(vorlage, `musterstadt#VORLAGE#${kopie}`, { ...stand, id: kopie, gremienweg });
      }
      const pk = `musterstadt#SITZUNG#${voll}`;
      const hier = await lies(pk);
      const tops = ids.map((kopie, i) => ({
        nummer: `Ö ${i + 1}`,
        vorlage: kopie,
        beratung: 1,
        oeffentlich: true,
      }));
      await lege(hier, pk, { ...sitzungsstandSchema.parse(JSON.parse(hier.daten)), tops });

      const verschoben = (anzahl: number) =>
        Object.fromEntries(ids.slice(-anzahl).map((kopie, i) => [kopie, `Ö ${100 + i}`]));
      const s = await seheSitzung(voll);
      const zuViel = await ordne(voll, s.version, mitNummern(s, verschoben(49)));
      const { satz } = welt.abgelehnt(zuViel, 409, 'ZU_VIELE_AENDERUNGEN', '49');
      expect(satz).toContain('49 Punkte');
      expect(satz).toContain('zwei Schritten');
      welt.gelungen(await ordne(voll, s.version, mitNummern(s, verschoben(48))), '48');
      expect((await nummern(voll)).at(-1)).toEqual(['Ö 147', 'v-voll-48']);
    });

    it('mit dem Beginn der Sitzung stehen die Nummern fest', async () => {
      const s = await seheSitzung(sitzung);
      system.emulator.clock.set(Date.parse('2026-04-22T15:00:00.000Z'));
      await system.ruhe();
      const antwort = await ordne(sitzung, s.version, mitNummern(s, { [id(0)]: 'Ö 30' }));
      system.welt.abgelehnt(antwort, 409, 'SITZUNG_BEGONNEN', 'nach dem Beginn');
    });
  });

  describe('Kalender', () => {
    interface Eintrag {
      readonly sitzung: string;
      readonly beginn: string;
    }
    const kalender = async (abfrage: string, person: Demoname = 'feldkamp') =>
      system.welt.gelungen<{ eintraege: Eintrag[] }>(
        await system.welt.als(person).get(`/kalender?${abfrage}`),
        abfrage,
      ).eintraege;
    let spaet: string;
    let rat: string;

    beforeAll(async () => {
      // 00:30 on 1 July in Berlin.
      spaet = await legeSitzungAn(system.welt, 'wolframm', 'sozialausschuss', '2026-06-30T22:30:00.000Z');
      rat = await legeSitzungAn(system.welt, 'kestner', 'jugendhilfeausschuss', '2026-06-30T15:00:00.000Z');
    });

    it('zeigt jedem, der angemeldet ist, die Sitzungen aller Gremien nach Beginn, ohne Tagesordnung', async () => {
      for (const person of ['feldkamp', 'aydemir', 'tesch'] as const) {
        expect(await kalender('von=2026-06-01&bis=2026-07-31', person)).toEqual([
          {
            sitzung: rat,
            gremium: 'jugendhilfeausschuss',
            gremiumName: 'Jugendhilfeausschuss',
            beginn: '2026-06-30T15:00:00.000Z',
            ort: 'Rathaus, Großer Saal',
          },
          {
            sitzung: spaet,
            gremium: 'sozialausschuss',
            gremiumName: 'Sozialausschuss',
            beginn: '2026-06-30T22:30:00.000Z',
            ort: 'Rathaus, Großer Saal',
          },
        ]);
      }
    });

    it('rechnet in Tagen der Ortszeit und auf Wunsch für ein Gremium', async () => {
      const sitzungen = async (abfrage: string) => (await kalender(abfrage)).map((e) => e.sitzung);
      expect(await sitzungen('von=2026-06-30&bis=2026-06-30')).toEqual([rat]);
      expect(await sitzungen('von=2026-07-01&bis=2026-07-01')).toEqual([spaet]);
      expect(await sitzungen('von=2026-06-01&bis=2026-07-31&gremium=sozialausschuss')).toEqual([spaet]);
      expect(await sitzungen('von=2026-06-01&bis=2026-07-31&gremium=stadtrat')).toEqual([]);
    });

    it.each([
      ['ohne Tage', '', 400, 'EINGABE_UNGUELTIG'],
      ['ein Tag, den es nicht gibt', 'von=2026-02-30&bis=2026-03-01', 400, 'EINGABE_UNGUELTIG'],
      ['das Ende vor dem Anfang', 'von=2026-03-02&bis=2026-03-01', 400, 'EINGABE_UNGUELTIG'],
      ['401 Tage', 'von=2026-01-01&bis=2027-02-06', 400, 'EINGABE_UNGUELTIG'],
      ['ein Gremium, das es nicht gibt', 'von=2026-01-01&bis=2026-01-02&gremium=x', 409, 'GREMIUM_UNBEKANNT'],
    ])('lehnt ab: %s', async (name, abfrage, status, code) => {
      const antwort = await system.welt.als('feldkamp').get(`/kalender?${abfrage}`);
      system.welt.abgelehnt(antwort, status, code, name);
    });

    const abonniere = (gremium: string, methode = 'GET') =>
      fetch(`${system.emulator.urls.web}/api/gremien/${gremium}/kalender.ics`, { method: methode });

    it('lässt sich ohne Anmeldung abonnieren: Termine seit einem Jahr, keine Titel', async () => {
      const antwort = await abonniere('sozialausschuss');
      expect(antwort.status).toBe(200);
      expect(antwort.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      const ics = await antwort.text();
      expect(ics.split('\r\n').slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
      expect(ics).toContain(`UID:${spaet}@musterstadt\r\n`);
      expect(ics).toContain('DTSTART:20260630T223000Z\r\n');
      expect(ics).toContain('LOCATION:Rathaus\\, Großer Saal\r\n');
      expect(ics).not.toContain(rat);
      expect(ics).not.toContain('Bericht');
      expect(new Set(ics.split('\r\n').map((z) => z.split(':')[0]))).toEqual(
        new Set('BEGIN VERSION PRODID UID DTSTAMP DTSTART SUMMARY LOCATION END '.split(' ')),
      );
      system.emulator.clock.set(Date.parse('2027-06-30T10:00:00.000Z'));
      expect(await (await abonniere('sozialausschuss')).text()).toContain('DTSTART:20260630T223000Z');
      system.emulator.clock.set(Date.parse('2027-07-02T10:00:00.000Z'));
      expect(await (await abonniere('sozialausschuss')).text()).not.toContain('DTSTART');
    });

    it('ein Gremium, das es nicht gibt, hat keinen, und mehr als lesen geht ohne Anmeldung nicht', async () => {
      const unbekannt = await abonniere('gibtesnicht');
      expect([unbekannt.status, ((await unbekannt.json()) as { code: string }).code]).toEqual([
        404,
        'NICHT_GEFUNDEN',
      ]);
      expect((await abonniere('sozialausschuss', 'POST')).status).toBe(401);
    });

    it('steht in der Beschreibung der Schnittstelle, der Kalender als öffentlich und als text/calendar', async () => {
      const antwort = await fetch(`${system.emulator.urls.web}/api/openapi.json`);
      const { paths } = (await antwort.json()) as { paths: Record<string, Record<string, unknown>> };
      expect(paths['/api/gremien/{gremium}/kalender.ics']).toMatchObject({
        get: { security: [], responses: { 200: { content: { 'text/calendar': {} } } } },
      });
      for (const pfad of ['/api/kalender', '/api/vorlagen/{id}/zustellungen']) {
        expect(paths[pfad]).toHaveProperty('get');
      }
      expect(paths['/api/sitzungen/{sitzung}/ordnung']).toHaveProperty('post');
    });
  });

  describe('Zustellungen', () => {
    interface Zeile {
      readonly anlass: string;
      readonly person: string;
      readonly weg: string;
      readonly zustand: string;
      readonly gesendetAm: string | null;
    }
    const zustellungen = async (id: string, person: Demoname = 'feldkamp') =>
      system.welt.gelungen<{ eintraege: Zeile[] }>(
        await system.welt.als(person).get(`/vorlagen/${id}/zustellungen`),
        'Zustellungen',
      ).eintraege;
    const zeile = (e: Zeile) => `${e.anlass} ${e.person} ${e.weg} ${e.zustand}`;

    it('sagt je Mitteilung, wer, wann, auf welchem Weg, und ob die Mail hinaus ist', async () => {
      const { welt } = system;
      const beginn = await welt.jetzt();
      const { id } = await reicheEinesEin(system, 'Wer was erfuhr');
      await system.ruhe();
      const [erste, ...mehr] = (await zustellungen(id)).filter((e) => e.person === 'reinicke');
      expect(mehr).toEqual([]);
      expect(erste).toEqual({
        anlass: 'wartetAufSie',
        person: 'reinicke',
        name: 'Almut Reinicke',
        zeit: beginn,
        weg: 'sofort',
        zustand: 'gesendet',
        gesendetAm: beginn,
      });

      await entscheide(welt, 'reinicke', id, 'Dezernat', 'freigegeben');
      await system.ruhe();
      const nachFreigabe = (await zustellungen(id)).map(zeile);
      expect(nachFreigabe).toContain('wartetAufSie ohlsen sofort wartet');
      expect(nachFreigabe).toContain('weitergegeben feldkamp sammelpost wartet');

      // The digest takes the one; the other, which the policy forbids, is given up after three attempts.
      for (const minuten of [2, 12, 24 * 60]) await gleicheAbNach(system, minuten);
      const amNaechstenTag = await zustellungen(id);
      expect(amNaechstenTag.map(zeile)).toContain('wartetAufSie ohlsen sofort gescheitert');
      const gesammelt = amNaechstenTag.find((e) => e.anlass === 'weitergegeben' && e.person === 'feldkamp');
      expect(gesammelt).toMatchObject({ weg: 'sammelpost', zustand: 'gesendet' });
      expect(new Date(gesammelt?.gesendetAm ?? 0).getTime()).toBeGreaterThan(Date.parse(beginn));
      const zeiten = amNaechstenTag.map((e) => (e as Zeile & { zeit: string }).zeit);
      expect(zeiten).toEqual(zeiten.toSorted().toReversed());
    });

    it('sehen die, die auch den Verlauf lesen; ein Mitglied des Gremiums nicht', async () => {
      const { welt } = system;
      const { id } = await reicheEinesEin(system, 'Wer es lesen darf');
      await bringeInsGremium(welt, id);
      for (const person of ['feldkamp', 'reinicke', 'ohlsen', 'wolframm', 'sommerlad'] as const) {
        expect((await zustellungen(id, person)).length).toBeGreaterThan(0);
      }
      expect((await sieh(welt, 'aydemir', id)).version).toBeGreaterThan(0);
      for (const person of ['aydemir', 'strothmann', 'kestner', 'tesch'] as const) {
        const antwort = await welt.als(person).get(`/vorlagen/${id}/zustellungen`);
        welt.abgelehnt(antwort, 404, 'NICHT_GEFUNDEN', person);
      }
    });
  });

  it('Einstellungen vor der Anmeldung: Ämter, Vorläufe, Größen, Demo und die Adressen der Anmeldung', async () => {
    const { web } = system.emulator.urls;
    const lies = async (pfad: string) =>
      (await fetch(`${web}${pfad}`)).json() as Promise<Record<string, unknown>>;
    const einstellungen = await lies('/api/einstellungen');
    expect(einstellungen).toMatchObject({
      koerperschaft: 'musterstadt',
      demo: true,
      vorlauf: { einladungVolleTage: 0, zustellungArbeitstage: 0, redaktionsschlussArbeitstage: 3 },
      hoechstgroesse: { entwurf: 20_000_000, anlage: 50_000_000 },
    });
    expect(einstellungen.aemter).toContainEqual({ nr: '50', name: 'Sozialamt', dezernat: '2' });
    const login = einstellungen.login as { abmelden: string; endpunkte: Record<string, string> };
    expect(await lies('/.well-known/openid-configuration')).toMatchObject(login.endpunkte);
    const abgemeldet = await fetch(login.abmelden, { redirect: 'manual' });
    expect([abgemeldet.status, abgemeldet.headers.get('location')]).toEqual([302, `${web}/`]);
  });
});
