import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesPost, mailkennung } from '../../bin/demo/abschluss.ts';
import { entscheide, sieh } from '../../bin/demo/vorlagenweg.ts';
import { mailadresse } from '../../bin/werkzeug/musterstadt.ts';
import type { StreamRecord } from '../../local/dynamodb/stream/source.ts';
import { reicheEinesEin } from '../hilfen/entwuerfe.ts';
import { richtePersonEin } from '../hilfen/personen.ts';
import { protokollzeilen } from '../hilfen/protokoll.ts';
import { verbieteMailAn } from '../hilfen/rechte.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';
import { gleicheAbNach } from '../hilfen/zeitplan.ts';

interface Arbeit {
  readonly schluessel: string;
  readonly status: string;
  readonly versuche: number;
  readonly fehler: string | null;
}

describe('Ausgehende Arbeit', () => {
  let system: Testsystem;
  beforeAll(async () => {
    // A mistaken policy: this function may write to everybody but one.
    system = await starteTestsystem({
      aendere: (vorlage) => verbieteMailAn(vorlage, mailadresse('reinicke')),
    });
  });
  afterAll(() => system?.beende());

  async function seite(abfrage: string): Promise<{ eintraege: Arbeit[]; cursor: string | null }> {
    return system.welt.gelungen(await system.welt.als('tesch').get(`/betrieb/ausgang?${abfrage}`), 'Ausgang');
  }
  const liste = async (status: string) => (await seite(`status=${status}`)).eintraege;

  async function betreffe(person: string): Promise<string[]> {
    const mails = await liesPost(system.welt);
    return mails.filter((m) => m.an.includes(mailadresse(person))).map((m) => m.betreff);
  }
  const erneut = (schluessel: string, absicht: string) =>
    system.welt.als('tesch').post('/betrieb/ausgang/erneut', { absicht, koerper: { schluessel } });

  it('wird dreimal versucht, dann gelistet und gemeldet; ihre Nachbarn kommen an', async () => {
    const { welt } = system;
    const erste = await reicheEinesEin(system, 'Die erste Mail scheitert');
    await system.ruhe();
    const schluessel = `${erste.id}#000002#mail#reinicke`;
    const verweigert = expect.stringMatching(/^AccessDenied\w*: .*ses:SendEmail/);
    expect(await liste('wartet')).toMatchObject([{ schluessel, versuche: 1, fehler: verweigert }]);
    expect(await betreffe('reinicke')).toEqual([]);
    expect(await betreffe('brandner')).toEqual([expect.stringContaining(`Wartet auf Sie: ${erste.nummer}`)]);

    // Due after one minute, not before; then after ten more.
    await gleicheAbNach(system, 0.5);
    expect(await liste('wartet')).toMatchObject([{ versuche: 1 }]);
    await gleicheAbNach(system, 1);
    expect(await liste('wartet')).toMatchObject([{ versuche: 2 }]);

    // Meanwhile everything else goes its way: papers, other people's mail, the machine.
    const zweite = await reicheEinesEin(system, 'Ein Nachbar');
    await system.ruhe();
    expect(await betreffe('brandner')).toHaveLength(2);
    const angekommen = await sieh(welt, 'brandner', zweite.id);
    expect(angekommen.papiere.map((p) => p.ereignis)).toEqual([zweite.version]);
    await entscheide(welt, 'brandner', zweite.id, 'Dezernat', 'freigegeben');
    await system.ruhe();
    expect(await betreffe('ohlsen')).toEqual([expect.stringContaining(`Wartet auf Sie: ${zweite.nummer}`)]);

    await gleicheAbNach(system, 9);
    expect(await liste('gescheitert')).toEqual([]);
    await gleicheAbNach(system, 2);
    expect(await liste('gescheitert')).toMatchObject([{ schluessel, versuche: 3, fehler: verweigert }]);
    await gleicheAbNach(system, 15);
    await gleicheAbNach(system, 15);
    const gescheitert = (await liste('gescheitert')).map((a) => a.schluessel);
    expect(gescheitert).toEqual([schluessel, `${zweite.id}#000002#mail#reinicke`]);
    expect(await liste('wartet')).toEqual([]);
    // Given up is given up: no further attempt without a person.
    await gleicheAbNach(system, 600);
    expect(await liste('gescheitert')).toHaveLength(2);
  });

  it('steht in Seiten, ohne Inhalt der Mails, und in den Zeilen, die der Alarm zählt', async () => {
    const erste = await seite('anzahl=1');
    const zweite = await seite(`anzahl=1&cursor=${erste.cursor}`);
    const seiten = [...erste.eintraege, ...zweite.eintraege].map((a) => a.schluessel);
    expect(seiten).toEqual((await liste('gescheitert')).map((a) => a.schluessel));
    expect(JSON.stringify([erste, zweite])).not.toContain('Die erste Mail scheitert');

    const zeilen = protokollzeilen(system, 'ausgang_gescheitert');
    expect(zeilen.map((z) => z.schluessel)).toEqual(seiten);
    const { emulator } = system;
    const strom = emulator
      .resources('AWS::Lambda::Function')
      .find((f) => f.metadata['local:entry'] === 'lambdas/strom/strom.lambda.ts');
    if (!strom) throw new Error('Die Vorlage hat die Funktion Strom nicht.');
    const { LogGroup } = strom.properties.LoggingConfig as { LogGroup: string };
    const filter = emulator
      .resources('AWS::Logs::MetricFilter')
      .find(
        ({ properties: p }) => p.LogGroupName === LogGroup && String(p.FilterPattern).includes('gescheitert'),
      );
    if (!filter) throw new Error('Kein Zähler liest, was Strom schreibt.');
    const muster = String(filter.properties.FilterPattern);
    for (const zeile of zeilen) expect(JSON.stringify(zeile)).toMatch(new RegExp(muster.slice(1, -1)));
    const [metrik] = filter.properties.MetricTransformations as { MetricName: string }[];
    const alarme = emulator.resources('AWS::CloudWatch::Alarm').map((a) => a.properties.MetricName);
    expect(alarme).toContain(metrik?.MetricName);
  });

  it('ist nach der Berichtigung des Fehlers mit „erneut“ geheilt, ohne eine Mail zu viel', async () => {
    const { welt } = system;
    const gescheitert = await liste('gescheitert');
    system = await system.starteNeu();
    await gleicheAbNach(system, 30);
    expect(await betreffe('reinicke')).toEqual([]);
    for (const { schluessel } of gescheitert) {
      system.welt.gelungen(await erneut(schluessel, `erneut ${schluessel}`), 'erneut');
    }
    await system.ruhe();
    expect(await liste('gescheitert')).toEqual([]);
    expect(await betreffe('reinicke')).toHaveLength(2);
    for (const { schluessel } of gescheitert) {
      welt.gelungen(await erneut(schluessel, `erneut ${schluessel}`), 'dieselbe Anfrage');
      const nochmal = await erneut(schluessel, `noch einmal ${schluessel}`);
      system.welt.abgelehnt(nochmal, 409, 'NICHT_GESCHEITERT', 'zu viel');
    }
    await system.ruhe();
    expect(await betreffe('reinicke')).toHaveLength(2);
  });

  it('geschieht einmal, auch wenn der Strom alles doppelt und verkehrt herum liefert', async () => {
    let wiederholt = 0;
    const stream = (saetze: StreamRecord[]) => {
      wiederholt += 2 * saetze.length;
      return [...saetze.toReversed(), ...saetze, ...saetze];
    };
    system = await system.starteNeu({ faults: { stream } });
    const { welt } = system;
    const vorher = new Set((await liesPost(welt)).map((m) => m.id));
    const { id, nummer } = await reicheEinesEin(system, 'Doppelt geliefert');
    await entscheide(welt, 'reinicke', id, 'Dezernat', 'zurueckgewiesen', 'Bitte die Kosten nennen.');
    await system.ruhe();
    const neue = (await liesPost(welt)).filter((m) => !vorher.has(m.id));
    expect(new Set(neue.map(mailkennung)).size).toBe(neue.length);
    const zugestellt = neue.map((m) => `${m.an.join()} ${m.betreff}`).toSorted();
    expect(zugestellt).toEqual([
      expect.stringContaining(`${mailadresse('brandner')} Wartet auf Sie: ${nummer}`),
      expect.stringContaining(`${mailadresse('feldkamp')} Zurückgegeben: ${nummer}`),
      expect.stringContaining(`${mailadresse('reinicke')} Wartet auf Sie: ${nummer}`),
    ]);
    const { papiere, vorlage } = await sieh(welt, 'feldkamp', id);
    expect(papiere).toHaveLength(1);
    expect(vorlage.halt?.art).toBe('ueberarbeitung');
    expect(wiederholt).toBeGreaterThan(10);
  });

  it('zeigt im Postfach, was nicht zuzustellen war', async () => {
    const { emulator } = system;
    const mail = 'bounce+verzogen@musterstadt.example';
    const stellen = [{ rolle: 'Dezernat' as const, bereich: '2' }];
    await richtePersonEin(system, { id: 'verzogen', name: 'Vera Verzogen', mail, stellen });
    await reicheEinesEin(system, 'Kommt nicht überall an');
    await system.ruhe();
    const antwort = await fetch(`${emulator.urls.web}/_postfach/api/mails`);
    const mails = (await antwort.json()) as { an: string[]; zustellung: string; unzustellbarAn: string[] }[];
    const unzustellbar = mails.filter((m) => m.zustellung === 'unzustellbar');
    expect(unzustellbar.map((m) => [m.an, m.unzustellbarAn])).toEqual([[[mail], [mail]]]);
    expect(await (await fetch(`${emulator.urls.web}/_postfach`)).text()).toContain('unzustellbar');
    // SES took it: for us it is done, and nobody's mail waits for it.
    expect([...(await liste('wartet')), ...(await liste('gescheitert'))]).toEqual([]);
  });
});
