import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beende, type Server, starteServer } from '../../../bin/demo/serverprozess.ts';
import { sieh } from '../../../bin/demo/vorlagenweg.ts';
import { Welt } from '../../../bin/demo/welt.ts';
import type { Sitzungsname } from '../../../bin/stadt/kalender.ts';
import { sitzungskennung, vorlagenkennung } from '../../../bin/stadt/kennungen.ts';
import { type Vorlagenname, vorlagen } from '../../../bin/stadt/stadt.ts';
import { type Demoname, demopersonen } from '../../../bin/werkzeug/musterstadt.ts';
import { wurzel } from '../../../bin/werkzeug/system.ts';
import type { Pruefung } from '../../../domain/ergebnis/umfeld.ts';

const ordner = mkdtempSync(join(tmpdir(), 'gremienweg-stadt-'));
const [daten, leereDaten] = [join(ordner, 'stadt'), join(ordner, 'leer')];
const buendel = join(tmpdir(), 'gremienweg-test-buendel');
const marke = () => JSON.parse(readFileSync(join(daten, 'stadt.json'), 'utf8')) as { stadt: string };

/** Starts the town and kills the process while it is told. */
function brichAb(): Promise<void> {
  const argumente = ['--import', 'tsx', join(wurzel, 'bin/local.ts'), '--data', daten, '--port', '0'];
  const kurz = ['--oberflaeche', 'aus', '--buendel', buendel];
  const prozess = spawn(process.execPath, [...argumente, ...kurz], {
    cwd: wurzel,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((fertig) => {
    prozess.stdout.on('data', (stueck: Buffer) => {
      if (stueck.toString('utf8').includes('Richte die Musterstadt ein')) prozess.kill('SIGKILL');
    });
    prozess.on('exit', () => fertig());
  });
}

async function weltVon({ adresse }: Server): Promise<Welt> {
  const { login } = (await (await fetch(`${adresse}/api/einstellungen`)).json()) as {
    login: { clientId: string };
  };
  const mehr = { saat: 'nachher', stellbareUhr: false, geduld: 0, sage: () => {} };
  return new Welt({ basis: adresse, clientId: login.clientId, ...mehr });
}

interface Eintrag {
  readonly vorlage: string;
  readonly phase: string;
  readonly liegtBei: string | null;
  readonly frist: string | null;
  readonly anlass: string;
  readonly art: string;
  readonly id: string;
}

let server: Server;
let welt: Welt;
const lies = async <T>(person: Demoname, pfad: string) =>
  welt.gelungen<T>(await welt.als(person).get(pfad), `${person} liest ${pfad}`);
const liste = async (person: Demoname, pfad: string) =>
  (await lies<{ eintraege: Eintrag[] }>(person, pfad)).eintraege;
const stand = async (name: Vorlagenname, person: Demoname = 'sommerlad') =>
  (await sieh(welt, person, vorlagenkennung(name))).vorlage;
const ergebnisse = async (name: Vorlagenname) =>
  (await stand(name)).gremienweg.map(({ gremium, ergebnis, freigegeben }) => [
    gremium,
    ergebnis?.verbleib ?? null,
    freigegeben !== null,
  ]);

beforeAll(async () => {
  await brichAb();
  expect(marke()).toEqual({ stadt: 'begonnen' });
  server = await starteServer({ daten, buendel });
  welt = await weltVon(server);
}, 400_000);
afterAll(async () => {
  // Gently: a killed host leaves its database engine to the next start.
  await beende(server, 'SIGINT');
  rmSync(ordner, { recursive: true, force: true });
});

describe('die Musterstadt nach dem ersten Start, der einmal abgebrochen wurde', () => {
  it('ist fertig, nennt die Konten, und sagt, dass sie erfunden ist', () => {
    expect(marke()).toEqual({ stadt: 'fertig' });
    const ausgabe = server.ausgabe();
    const alle = Object.keys(vorlagen).length;
    expect(ausgabe).toContain(`Richte die Musterstadt ein … ${alle} von ${alle} Vorlagen`);
    expect(ausgabe).toContain('sind erfunden');
    for (const p of demopersonen) expect(ausgabe).toContain(p.id);
    expect(ausgabe).not.toMatch(/Error|Exception/);
  });

  it('zeigt jeden Stand, jede Vorlage unter ihrer festen Kennung', async () => {
    const amt = new Map(
      (await liste('feldkamp', '/aemter/50/vorlagen?anzahl=100')).map((e) => [e.vorlage, e]),
    );
    expect(new Set(amt.keys())).toEqual(
      new Set((Object.keys(vorlagen) as Vorlagenname[]).map(vorlagenkennung)),
    );
    const bei = (name: Vorlagenname) => {
      const e = amt.get(vorlagenkennung(name));
      return [e?.phase, e?.liegtBei];
    };
    expect(bei('nachbarschaftshilfe')).toEqual(['entwurf', null]);
    expect(bei('wohnraum')).toEqual(['unterwegs', 'Dezernat']);
    expect(bei('betreuungsbehoerde')).toEqual(['unterwegs', 'Sozialamt']);
    expect(bei('grundsicherung')).toEqual(['unterwegs', 'Sozialausschuss']);
    expect(bei('frauenhaus')[0]).toBe('ueberarbeitung');
    expect(bei('reparaturcafe')[0]).toBe('zurueckgezogen');
    expect(bei('kleiderkammer')[0]).toBe('verworfen');
    const pool = await liste('wolframm', '/gremien/sozialausschuss/pool');
    expect(pool.map((e) => e.vorlage)).toContain(vorlagenkennung('mittagstisch'));
    expect((await stand('winternothilfe')).gremienweg.map((b) => b.sitzung)).toEqual([
      sitzungskennung('sozialausschuss/2'),
      sitzungskennung('jugendhilfeausschuss/2'),
      null,
    ]);
    expect((await stand('seniorenbeirat')).fassungen).toHaveLength(2);
    expect((await stand('mietschulden')).gremienweg[0]?.oeffentlich).toBe(false);
  });

  it('hat eine Vorlage über der Frist, an die erinnert und die gemeldet wurde', async () => {
    const { halt } = await stand('suchtberatung');
    expect(halt?.station).toBe('Dezernat');
    expect((halt?.frist ?? '') < new Date().toISOString().slice(0, 10)).toBe(true);
    const anlaesse = async (person: Demoname) =>
      new Set((await liste(person, '/nachrichten?anzahl=100')).map((n) => n.anlass));
    const erfahren = await anlaesse('reinicke');
    for (const anlass of ['wartetAufSie', 'erinnerung', 'fristAbgelaufen', 'eskalation', 'ergebnis'])
      expect(erfahren, anlass).toContain(anlass);
    expect(await anlaesse('tesch')).toContain('eskalation');
    expect(await anlaesse('feldkamp')).toContain('zurueckgegeben');
  });

  it('hat entschieden: Kenntnis, beschlossen, berichtigt, abgelehnt, vertagt, verwiesen, abgesetzt, geändert', async () => {
    expect(await ergebnisse('wohngeld')).toEqual([['sozialausschuss', 'behandelt', true]]);
    const { gremienweg } = await stand('schuldnerberatung');
    expect(gremienweg[0]?.ergebnis?.abstimmungen[0]).toMatchObject({ mehrheit: 'einstimmig', ja: 12 });
    const verlauf = await lies<{ eintraege: Eintrag[] }>(
      'sommerlad',
      `/vorlagen/${vorlagenkennung('schuldnerberatung')}/verlauf`,
    );
    expect(verlauf.eintraege.map((e) => e.art)).toContain('ErgebnisBerichtigt');
    const abgelehnt = (await stand('kitaBedarfsplan')).gremienweg[0]?.ergebnis?.abstimmungen[0];
    expect(abgelehnt).toMatchObject({ richtung: 'abgelehnt', mehrheit: 'mehrheitlich' });
    expect(await ergebnisse('seniorenbeirat')).toEqual([
      ['sozialausschuss', 'vertagt', true],
      ['sozialausschuss', null, false],
    ]);
    expect(await ergebnisse('teilhabe')).toEqual([
      ['sozialausschuss', 'verwiesen', true],
      ['jugendhilfeausschuss', 'behandelt', true],
      ['sozialausschuss', null, false],
    ]);
    expect(await ergebnisse('mittagstisch')).toEqual([
      ['sozialausschuss', 'abgesetzt', true],
      ['sozialausschuss', null, false],
    ]);
    expect((await stand('obdachlosenunterkunft')).gremienweg[1]?.ergebnis?.geaendert).toBe(true);
    const { papiere } = await sieh(welt, 'sommerlad', vorlagenkennung('obdachlosenunterkunft'));
    expect(papiere.length).toBeGreaterThan(1);
  });

  it('wartet auf die Ergebnisse einer Sitzung, darunter ein Widerspruch und eine Warnung', async () => {
    const { tops } = await lies<{ tops: { vorlage: string; beratung: number }[] }>(
      'wolframm',
      `/sitzungen/${sitzungskennung('sozialausschuss/2')}`,
    );
    const lagen = [];
    for (const { vorlage, beratung } of tops) {
      const { pruefungen } = await lies<{ pruefungen: Record<string, Pruefung> }>(
        'wolframm',
        `/vorlagen/${vorlage}`,
      );
      const p = pruefungen[beratung];
      lagen.push(
        !p
          ? 'offen'
          : p.widersprueche.length > 0
            ? 'Widerspruch'
            : p.warnungen.length > 0
              ? 'Warnung'
              : 'gut',
      );
    }
    expect(lagen.filter((l) => l === 'Widerspruch')).toHaveLength(1);
    expect(lagen.filter((l) => l === 'Warnung')).toHaveLength(1);
    expect(lagen.filter((l) => l === 'gut')).toHaveLength(1);
    expect(lagen.filter((l) => l === 'offen').length).toBeGreaterThanOrEqual(5);
  });

  it('hat je Gremium kommende Sitzungen und eine Vertretung, die läuft', async () => {
    for (const [gremium, person] of [
      ['sozialausschuss', 'wolframm'],
      ['stadtrat', 'wolframm'],
      ['jugendhilfeausschuss', 'kestner'],
    ] as const) {
      const sitzungen = (
        await lies<{ eintraege: { sitzung: string; beginn: string }[] }>(
          person,
          `/gremien/${gremium}/sitzungen`,
        )
      ).eintraege;
      const jetzt = new Date().toISOString();
      expect(sitzungen.filter((s) => s.beginn > jetzt)).toHaveLength(3);
      expect(sitzungen.map((s) => s.sitzung)).toContain(sitzungskennung(`${gremium}/1` as Sitzungsname));
    }
    const { stellen } = await lies<{ stellen: unknown[] }>('brandner', '/ich');
    expect(stellen).toContainEqual({ rolle: 'Amtsleitung', bereich: '50', fuer: 'ohlsen' });
  });

  it('hat unversehrte Ketten und nichts, was gescheitert ist', async () => {
    for (const { art, id } of await liste('sommerlad', '/ketten?anzahl=100')) {
      const { befund } = await lies<{ befund: { gueltig: boolean } }>('sommerlad', `/ketten/${art}/${id}`);
      expect(befund.gueltig, `${art} ${id}`).toBe(true);
    }
    for (const status of ['wartet', 'gescheitert'])
      expect(await liste('tesch', `/betrieb/ausgang?status=${status}`), status).toEqual([]);
  });

  it('lebt in der Gegenwart: was jetzt geschieht, trägt die Zeit von jetzt', async () => {
    const vorher = Date.now();
    const { id } = welt.gelungen<{ id: string }>(
      await welt.als('feldkamp').post('/vorlagen', {
        absicht: 'jetzt',
        koerper: {
          art: 'UV',
          amt: '50',
          betreff: 'Etwas Neues',
          gremienweg: [{ gremium: 'stadtrat', rolle: 'Kenntnisnahme', datum: null, oeffentlich: true }],
        },
      }),
      'Entwurf anlegen',
    );
    const { angelegtAm } = (await sieh(welt, 'feldkamp', id)).vorlage;
    expect(Date.parse(angelegtAm)).toBeGreaterThanOrEqual(vorher);
    expect(Date.parse(angelegtAm)).toBeLessThanOrEqual(Date.now());
  });

  it('wird beim nächsten Start weder neu erzählt noch geleert, auch nicht mit --empty', async () => {
    await beende(server, 'SIGINT');
    server = await starteServer({ daten, buendel, leer: true });
    welt = await weltVon(server);
    expect(server.ausgabe()).not.toContain('Richte die Musterstadt ein');
    expect(server.ausgabe()).toContain('--empty wirkt nur in einem neuen Datenordner');
    expect((await stand('wohngeld')).phase).toBe('abgeschlossen');
  }, 60_000);
});

describe('npm start -- --empty', () => {
  it('richtet nur die Anmeldungen und die erste Systembetreuung ein, und bleibt dabei', async () => {
    for (const leer of [true, false]) {
      const neu = await starteServer({ daten: leereDaten, buendel, leer });
      try {
        expect(neu.ausgabe()).toContain('Leere Installation');
        const dort = await weltVon(neu);
        expect((await dort.als('tesch').get('/gremien')).json).toEqual({ eintraege: [] });
        dort.abgelehnt(await dort.als('feldkamp').get('/ich'), 403, 'PERSON_UNBEKANNT', 'Noch nicht da');
      } finally {
        await beende(neu, 'SIGINT');
      }
    }
  }, 60_000);
});
