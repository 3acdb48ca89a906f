import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { einstimmigMitGegenstimmen, erfasse } from '../../bin/demo/ergebnisse.ts';
import {
  bringeInsGremium,
  entscheide,
  legeSitzungAn,
  setzeAufTagesordnung,
  sieh,
} from '../../bin/demo/vorlagenweg.ts';
import { uuidAus } from '../../bin/werkzeug/kennwerte.ts';
import { abdruckDerAkte } from '../hilfen/abdruck.ts';
import { legeEntwurfAn, reicheEinesEin, sendeEntwurf } from '../hilfen/entwuerfe.ts';
import { richtePersonEin } from '../hilfen/personen.ts';
import { type Rohantwort, sendeRoh, tokenVon } from '../hilfen/roh.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';
import { type Anfrage, faelle, type Lage } from './grenzen.faelle.ts';

describe('An den Grenzen', () => {
  let system: Testsystem;
  let lage: Lage;
  let vorher: string[];
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    system = await starteTestsystem();
    lage = await bereiteVor(system);
    const personen = ['feldkamp', 'ohlsen', 'reinicke', 'wolframm', 'kestner', 'strothmann', 'aydemir'];
    for (const p of [...personen, 'tesch', 'sommerlad', 'jugendamt', 'gast']) {
      tokens.set(p, await tokenVon(system.emulator, p));
    }
    await system.ruhe();
    vorher = await abdruckDerAkte(system.datenbank, system.tabelle);
  });
  afterAll(() => system?.beende());

  function sende(a: Anfrage, mehr: Readonly<Record<string, string>> = {}): Promise<Rohantwort> {
    const aendernd = a.methode !== 'GET';
    const schluessel = a.schluessel === undefined ? randomUUID() : a.schluessel;
    const { version } = a;
    return sendeRoh(system.emulator.urls.web, {
      methode: a.methode,
      pfad: `/api${a.pfad}`,
      kopf: {
        ...(a.person === null ? {} : { authorization: `Bearer ${tokens.get(a.person) ?? ''}` }),
        ...(aendernd ? { 'content-type': 'application/json' } : {}),
        ...(aendernd && schluessel ? { 'idempotency-key': schluessel } : {}),
        ...(version === undefined || version === ''
          ? {}
          : { 'if-match': typeof version === 'number' ? `"${version}"` : version }),
        ...mehr,
      },
      koerper: aendernd ? (a.roh ?? JSON.stringify(a.koerper ?? {})) : undefined,
    });
  }

  /** What the request changed in the record; the next case starts from there. */
  async function unterschied(): Promise<string[]> {
    await system.ruhe();
    const nachher = await abdruckDerAkte(system.datenbank, system.tabelle);
    const [alt, neu] = [new Set(vorher), new Set(nachher)];
    vorher = nachher;
    return [...nachher.filter((z) => !alt.has(z)), ...[...alt].filter((z) => !neu.has(z))];
  }

  describe.each(faelle)('%s', (_thema, liste) => {
    it.each(liste)('%s: %i %s', async (_name, status, code, baue) => {
      const antwort = await sende(baue(lage));
      expect(await unterschied()).toEqual([]);
      expect([antwort.status, antwort.text]).toEqual([status, expect.stringContaining(code)]);
      const json = JSON.parse(antwort.text) as { code: string; satz: string; einzelheiten?: unknown };
      expect(json.code).toBe(code);
      expect(json.satz).toMatch(/^[A-ZÄÖÜ„].{10,}\.$/su);
      expect(antwort.text).not.toMatch(/node_modules|\.ts:|\.mjs|Error:|\bat \w+ \(/);
      if (code === 'EINGABE_UNGUELTIG') {
        for (const { satz } of json.einzelheiten as { satz: string }[]) {
          expect(satz).toMatch(/^[A-ZÄÖÜ„].{5,}\.$/su);
          expect(satz).not.toMatch(/invalid|expected|received|unrecognized/i);
        }
      }
      if (code === 'KONFLIKT') {
        const einzelheiten = { person: 'feldkamp', art: 'Eingereicht', zeit: expect.any(String), nr: 2 };
        expect(json.einzelheiten).toEqual(einzelheiten);
      }
    });
  });

  describe('Vor der Tür weist der Zugang selbst ab, in seinen Worten', () => {
    const neu: Anfrage = { person: null, methode: 'POST', pfad: '/vorlagen' };
    const teil = (wert: unknown) => Buffer.from(JSON.stringify(wert)).toString('base64url');
    const echt = () => (tokens.get('feldkamp') ?? '').split('.');
    const tesch = () => (tokens.get('tesch') ?? '').split('.');

    it.each<[string, () => string | null]>([
      ['ohne Token', () => null],
      ['mit leerem Token', () => 'Bearer '],
      ['mit Unsinn', () => 'Bearer unsinn'],
      ['mit Kennwort statt Token', () => `Basic ${Buffer.from('feldkamp:musterstadt').toString('base64')}`],
      ['mit alg none', () => `Bearer ${teil({ alg: 'none' })}.${echt()[1]}.`],
      [
        'mit fremdem Inhalt unter echter Unterschrift',
        () => `Bearer ${echt()[0]}.${tesch()[1]}.${echt()[2]}`,
      ],
      ['mit HS256 statt RS256', () => `Bearer ${teil({ alg: 'HS256' })}.${echt()[1]}.${echt()[2]}`],
      ['mit verkürzter Unterschrift', () => `Bearer ${echt().join('.').slice(0, -8)}`],
    ])('%s: 401', async (_name, authorization) => {
      const wert = authorization();
      const antwort = await sende(neu, wert === null ? {} : { authorization: wert });
      expect([antwort.status, antwort.text]).toEqual([401, '{"message":"Unauthorized"}']);
      expect(await unterschied()).toEqual([]);
    });

    it('mehr als 10 MB: 413', async () => {
      const roh = JSON.stringify({ betreff: 'x'.repeat(11 * 1024 * 1024) });
      const antwort = await sende({ ...neu, person: 'feldkamp', roh });
      expect([antwort.status, antwort.text]).toEqual([413, '{"message":"Request Entity Too Large"}']);
      expect(await unterschied()).toEqual([]);
    });
  });

  it('Die Methode, die es nicht gibt, nennt die, die es gibt (RFC 9110, 15.5.6)', async () => {
    const antwort = await sende({ person: 'feldkamp', methode: 'DELETE', pfad: '/vorlagen' });
    expect(antwort.status).toBe(405);
    expect(antwort.kopf.get('allow')).toBe('POST');
  });
});

async function bereiteVor(system: Testsystem): Promise<Lage> {
  const { welt } = system;
  const mail = (id: string) => `${id}@musterstadt.example`;
  const stellen = [{ rolle: 'Sachbearbeitung' as const, bereich: '51' }];
  await richtePersonEin(system, { id: 'jugendamt', name: 'Jörn Amtmann', mail: mail('jugendamt'), stellen });
  await richtePersonEin(system, { id: 'gast', name: 'Gerda Gast', mail: mail('gast'), stellen: null });
  const dezernat = await reicheEinesEin(system, 'Liegt beim Dezernat');
  const amt = await reicheEinesEin(system, 'Liegt beim Amt');
  await entscheide(welt, 'reinicke', amt.id, 'Dezernat', 'freigegeben');
  const beratung = await reicheEinesEin(system, 'Ist in Beratung');
  await bringeInsGremium(welt, beratung.id);
  const sitzung = await legeSitzungAn(welt, 'wolframm', 'sozialausschuss', '2026-03-24T07:00:00.000Z');
  const fremdeSitzung = await legeSitzungAn(welt, 'wolframm', 'stadtrat', '2026-03-24T07:00:00.000Z');
  await setzeAufTagesordnung(welt, 'wolframm', sitzung, beratung.id, 1, 'Ö 5');
  await erfasse(welt, 'wolframm', beratung.id, 1, einstimmigMitGegenstimmen);
  const entwurf = await legeEntwurfAn(welt, 'Ist ein Entwurf');
  const upload = await sendeEntwurf(welt, entwurf.id);
  const vertretung = {
    stelle: { rolle: 'Amtsleitung', bereich: '50' },
    vertreter: 'feldkamp',
    von: '2026-03-24',
    bis: '2026-03-31',
  };
  welt.gelungen(await welt.als('ohlsen').post('/ich/vertretungen', { koerper: vertretung }), 'Vertretung');
  const seite = welt.gelungen<{ cursor: string }>(
    await welt.als('feldkamp').get('/aemter/50/vorlagen?anzahl=1'),
    'Liste des Amts',
  );
  const halt = async (id: string) => {
    const { vorlage, version } = await sieh(welt, 'feldkamp', id);
    return { id, version, wartenummer: vorlage.halt?.wartenummer ?? 0 };
  };
  return {
    entwurf: { id: entwurf.id, version: entwurf.version, upload },
    dezernat: await halt(dezernat.id),
    amt: await halt(amt.id),
    beratung: await halt(beratung.id),
    sitzung,
    fremdeSitzung,
    verbraucht: uuidAus('test|feldkamp|anlegen Ist ein Entwurf'),
    cursor: seite.cursor,
  };
}
