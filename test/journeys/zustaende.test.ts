import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesPost } from '../../bin/demo/abschluss.ts';
import { ferienpass } from '../../bin/demo/entwuerfe.ts';
import { halteFest, kenntnis, vertagt, verwiesenAn } from '../../bin/demo/ergebnisse.ts';
import {
  bringeInsGremium,
  entscheide,
  legeSitzungAn,
  reicheEin,
  setzeAufTagesordnung,
  sieh,
} from '../../bin/demo/vorlagenweg.ts';
import type { Ergebnis } from '../../domain/ergebnis/schema.ts';
import { type Automat, oeffneAutomat } from '../hilfen/automat.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';

const minute = 60_000;

const stoerung = JSON.stringify({ __type: 'AccessDeniedException', message: 'Störung der Datenbank' });

/** What the database refuses while it is set: a part of the key of an item. */
let gestoert: string | null = null;

describe('Jeder Zustand des Automaten wird von einem Weg besucht', () => {
  let system: Testsystem;
  let automat: Automat;
  beforeAll(async () => {
    system = await starteTestsystem({
      faults: {
        dynamoDb: async (_vorgang, eingabe, weiter) =>
          gestoert !== null && JSON.stringify(eingabe).includes(gestoert)
            ? { status: 400, body: stoerung }
            : weiter(),
      },
    });
    automat = oeffneAutomat(system);
  });
  afterAll(() => system?.beende());

  const vorlage = (name: string) =>
    reicheEin(system.welt, { ...ferienpass, betreff: `${ferienpass.betreff} (${name})` }, null);
  const stelleUhr = async (zeit: string) => {
    system.emulator.clock.set(Date.parse(zeit));
    await system.ruhe();
  };
  const ruecke = async (ms: number) => {
    system.emulator.clock.advance(ms);
    await system.ruhe();
  };
  const betreffe = async (an: string) =>
    (await liesPost(system.welt))
      .filter((m) => m.an[0] === `${an}@musterstadt.example`)
      .map((m) => m.betreff);

  it('erinnert, mahnt und eskaliert an jeder Station nach Arbeitstagen und wartet weiter', async () => {
    const { id, nummer } = await vorlage('Fristen');
    await system.ruhe();
    // Frist of the Dezernat: three working days from Tuesday, 24 March.
    await stelleUhr('2026-03-26T07:00:00.000Z');
    expect(await betreffe('reinicke')).toContainEqual(expect.stringContaining(`Erinnerung: ${nummer}`));
    await stelleUhr('2026-03-30T06:00:00.000Z');
    expect(await betreffe('brandner')).toContainEqual(expect.stringContaining(`Frist abgelaufen: ${nummer}`));
    expect(await betreffe('tesch')).not.toContainEqual(expect.stringContaining('Überfällig'));
    await stelleUhr('2026-04-01T06:00:00.000Z');
    expect(await betreffe('tesch')).toContainEqual(expect.stringContaining(`Überfällig: ${nummer}`));

    await entscheide(system.welt, 'reinicke', id, 'Dezernat', 'zurueckgewiesen', 'Bitte ergänzen.');
    await system.ruhe();
    await stelleUhr('2026-04-13T06:00:00.000Z');
    expect(await betreffe('feldkamp')).toContainEqual(expect.stringContaining(`Frist abgelaufen: ${nummer}`));
    const { version } = await sieh(system.welt, 'feldkamp', id);
    system.welt.gelungen(
      await system.welt.als('feldkamp').post(`/vorlagen/${id}/zurueckziehung`, {
        version,
        koerper: { begruendung: 'Wird mit der nächsten Vorlage zusammengelegt.' },
      }),
      'Zurückziehen',
    );
    await system.ruhe();
    expect(await automat.status(`${id}.1`)).toBe('SUCCEEDED');
    expect(await automat.besucht(`${id}.1`)).toContain('Zurückgezogen');
  });

  it('mahnt auch Sozialamt, Formprüfung und ein ausbleibendes Ergebnis', async () => {
    await stelleUhr('2026-04-13T07:00:00.000Z');
    const { id, nummer } = await vorlage('Mahnungen');
    await entscheide(system.welt, 'reinicke', id, 'Dezernat', 'freigegeben');
    await system.ruhe();
    await stelleUhr('2026-04-16T06:00:00.000Z');
    expect(await betreffe('ohlsen')).toContainEqual(expect.stringContaining(`Frist abgelaufen: ${nummer}`));
    await entscheide(system.welt, 'ohlsen', id, 'Sozialamt', 'freigegeben');
    await system.ruhe();
    await stelleUhr('2026-04-22T06:00:00.000Z');
    expect(await betreffe('wolframm')).toContainEqual(expect.stringContaining(`Frist abgelaufen: ${nummer}`));
    await entscheide(system.welt, 'wolframm', id, 'Sozialausschuss', 'freigegeben');
    const sitzung = await legeSitzungAn(
      system.welt,
      'wolframm',
      'sozialausschuss',
      '2026-04-28T15:00:00.000Z',
    );
    await setzeAufTagesordnung(system.welt, 'wolframm', sitzung, id, 1, 'Ö 1');
    await system.ruhe();
    await stelleUhr('2026-04-30T06:00:00.000Z');
    const erinnert = (await betreffe('wolframm')).filter(
      (b) => b.includes(`${nummer}`) && b.startsWith('Frist'),
    );
    expect(erinnert).toHaveLength(2);
    await halteFest(system.welt, 'wolframm', id, 1, kenntnis);
    await system.ruhe();
    expect(await automat.status(`${id}.1`)).toBe('SUCCEEDED');
  });

  it('führt nach abgesetzt, nicht behandelt, vertagt und verwiesen weiter bis zum Ende', async () => {
    const { id } = await vorlage('Umwege');
    await bringeInsGremium(system.welt, id);
    const offen = { gremium: null, sitzung: null, terminOffen: true };
    const basis = { kenntnis: false, geaendert: false, abstimmungen: [], wortlaut: null, vermerk: null };
    const umwege: Ergebnis[] = [
      { ...basis, verbleib: 'abgesetzt', folge: offen },
      { ...basis, verbleib: 'nichtBehandelt', folge: offen },
      vertagt,
      verwiesenAn('jugendhilfeausschuss'),
      kenntnis,
      { ...basis, verbleib: 'zurueckgezogen', folge: null },
    ];
    for (const [i, ergebnis] of umwege.entries()) {
      const { vorlage: stand } = await sieh(system.welt, 'wolframm', id);
      const beratung = stand.gremienweg.find((b) => !b.freigegeben);
      if (!beratung) throw new Error('keine offene Beratung');
      const person = beratung.gremium === 'sozialausschuss' ? 'wolframm' : 'kestner';
      const beginn = `2026-05-${String(4 + i).padStart(2, '0')}T15:00:00.000Z`;
      const sitzung = await legeSitzungAn(system.welt, person, beratung.gremium, beginn);
      await setzeAufTagesordnung(system.welt, person, sitzung, id, beratung.nr, `Ö ${i + 1}`);
      await stelleUhr(beginn);
      await halteFest(system.welt, person, id, beratung.nr, ergebnis);
      await system.ruhe();
    }
    expect((await sieh(system.welt, 'wolframm', id)).vorlage.phase).toBe('zurueckgezogen');
    expect(await automat.status(`${id}.1`)).toBe('SUCCEEDED');
    expect([...(await automat.besucht(`${id}.1`))]).toEqual(
      expect.arrayContaining(['Abgesetzt', 'Nicht behandelt', 'Vertagt', 'Verwiesen', 'Zurückgezogen']),
    );
  });

  it('hält nach einem Fehler an, auch wenn die Akte gerade nicht schreibbar ist, und heilt durch „erneut“', async () => {
    gestoert = 'VORLAGE#';
    const id = 'v-stoerung';
    await automat.starte(id, 1);
    await system.ruhe();
    for (let i = 0; i < 12; i++) await ruecke(minute);
    expect(await automat.besucht(`${id}.1`)).toContain('Fehler festhalten: Pause');
    gestoert = null;
    for (let i = 0; i < 5; i++) await ruecke(20 * minute);
    const angehalten = async () =>
      (
        (await system.welt.als('tesch').get('/betrieb/angehalten')).json as {
          eintraege: { vorlage: string }[];
        }
      ).eintraege;
    expect((await angehalten()).map((a) => a.vorlage)).toContain(id);
    // The Vorlage does not exist: "erneut" fails again and halts again; then the operator gives up.
    system.welt.gelungen(
      await system.welt
        .als('tesch')
        .post(`/betrieb/ablaeufe/${id}/entscheid`, { koerper: { entscheid: 'erneut' } }),
      'erneut',
    );
    await system.ruhe();
    for (let i = 0; i < 5; i++) await ruecke(minute);
    expect((await angehalten()).map((a) => a.vorlage)).toContain(id);
    system.welt.gelungen(
      await system.welt
        .als('tesch')
        .post(`/betrieb/ablaeufe/${id}/entscheid`, { koerper: { entscheid: 'abbrechen' } }),
      'abbrechen',
    );
    await system.ruhe();
    expect(await automat.status(`${id}.1`)).toBe('FAILED');
  });

  it('hält an einer Station an, die der Freigabeweg nicht mehr kennt, und läuft nach der Heilung weiter', async () => {
    const { id } = await vorlage('unbekannte Station');
    await system.ruhe();
    const key = { pk: { S: `musterstadt#VORLAGE#${id}` }, sk: { S: 'STAND' } };
    const lies = async () =>
      (await system.datenbank.send(new GetItemCommand({ TableName: system.tabelle, Key: key }))).Item?.daten
        ?.S ?? '';
    const schreibe = (text: string) =>
      system.datenbank.send(
        new UpdateItemCommand({
          TableName: system.tabelle,
          Key: key,
          UpdateExpression: 'SET daten = :d',
          ExpressionAttributeValues: { ':d': { S: text } },
        }),
      );
    const richtig = await lies();
    await schreibe(richtig.replace('"station":"Dezernat"', '"station":"Rechtsamt"'));
    const neustart = await system.welt.als('tesch').post(`/betrieb/ablaeufe/${id}/neustart`);
    expect(system.welt.gelungen(neustart, 'Neustart')).toEqual({ runde: 2 });
    await system.ruhe();
    expect(await automat.besucht(`${id}.2`)).toContain('Unbekannte Lage');
    expect(await automat.besucht(`${id}.1`)).toContain('Abgelöst');
    await schreibe(richtig);
    system.welt.gelungen(
      await system.welt
        .als('tesch')
        .post(`/betrieb/ablaeufe/${id}/entscheid`, { koerper: { entscheid: 'erneut' } }),
      'erneut',
    );
    await system.ruhe();
    expect(await automat.besucht(`${id}.2`)).toContain('Dezernat');
    await entscheide(system.welt, 'reinicke', id, 'Dezernat', 'freigegeben');
    await system.ruhe();
    expect(await automat.besucht(`${id}.2`)).toContain('Sozialamt');
  });

  it('lässt keinen Zustand der synthetisierten Definition unbesucht', async () => {
    const besucht = await automat.besucht();
    expect((await automat.zustaende()).filter((name) => !besucht.has(name))).toEqual([]);
  });
});
