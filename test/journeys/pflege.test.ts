import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesPost } from '../../bin/demo/abschluss.ts';
import { ferienpass, wohnberatung } from '../../bin/demo/entwuerfe.ts';
import { entscheide, reicheEin, sieh } from '../../bin/demo/vorlagenweg.ts';
import { pruefeKette } from '../../domain/ereignisse/kette.ts';
import { oeffneEimer } from '../../lambdas/aws/dateien.ts';
import { sha256 } from '../../lambdas/aws/pruefsumme.ts';
import { abdruckDerAkte } from '../hilfen/abdruck.ts';
import { type Automat, oeffneAutomat } from '../hilfen/automat.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';

describe('Pflege: Vertretung, Sammelpost, Anker, Runden, Löschung', () => {
  let system: Testsystem;
  let automat: Automat;
  beforeAll(async () => {
    system = await starteTestsystem();
    automat = oeffneAutomat(system);
  });
  afterAll(() => system?.beende());

  const vorlage = (name: string) =>
    reicheEin(system.welt, { ...ferienpass, betreff: `${ferienpass.betreff} (${name})` }, null);
  const betreffe = async (an: string) =>
    (await liesPost(system.welt))
      .filter((m) => m.an[0] === `${an}@musterstadt.example`)
      .map((m) => m.betreff);
  const naechtlich = async () => {
    system.emulator.clock.advance(24 * 3_600_000);
    await system.ruhe();
  };

  it('lässt eine Vertretung „i. V.“ entscheiden, mit beiden Namen im Verlauf, und nur im Zeitraum', async () => {
    const { welt } = system;
    const { id } = await vorlage('Vertretung');
    await entscheide(welt, 'reinicke', id, 'Dezernat', 'freigegeben');
    const { version, vorlage: stand } = await sieh(welt, 'reinicke', id);
    const koerper = {
      station: 'Sozialamt',
      wartenummer: stand.halt?.wartenummer,
      fassung: 1,
      entscheidung: 'freigegeben',
    };
    const versuch = () => welt.als('brandner').post(`/vorlagen/${id}/entscheidungen`, { version, koerper });
    welt.abgelehnt(await versuch(), 403, 'NICHT_BERECHTIGT', 'ohne Vertretung');
    const richteEin = (von: string, bis: string) =>
      welt.als('ohlsen').post('/ich/vertretungen', {
        koerper: { stelle: { rolle: 'Amtsleitung', bereich: '50' }, vertreter: 'brandner', von, bis },
      });
    welt.gelungen(await richteEin('2026-04-01', '2026-04-30'), 'künftige Vertretung');
    welt.abgelehnt(await versuch(), 403, 'NICHT_BERECHTIGT', 'vor dem Zeitraum');
    welt.gelungen(await richteEin('2026-03-24', '2026-03-31'), 'Vertretung ab heute');
    welt.gelungen(await versuch(), 'Freigabe i. V.');
    const { eintraege } = welt.gelungen<{
      eintraege: { art: string; person: string; vertretungFuer: string | null }[];
    }>(await welt.als('reinicke').get(`/vorlagen/${id}/verlauf`), 'Verlauf');
    expect(eintraege.at(-1)).toMatchObject({
      art: 'StationFreigegeben',
      person: 'brandner',
      vertretungFuer: 'ohlsen',
    });
  });

  it('liefert, was nicht eilt, täglich um 7:30 Uhr in einer Mail, und sofort, wer es so wünscht', async () => {
    const { welt } = system;
    const wuensche = async (person: 'feldkamp' | 'brandner', sofort: string[]) =>
      welt.gelungen(await welt.als(person).put('/ich/mailwunsch', { koerper: { sofort } }), 'Mailwunsch');
    await wuensche('feldkamp', ['weitergegeben']);
    await wuensche('brandner', []);
    const { id, nummer } = await vorlage('Sammelpost');
    await entscheide(welt, 'reinicke', id, 'Dezernat', 'freigegeben');
    await system.ruhe();
    expect(await betreffe('feldkamp')).toContainEqual(
      expect.stringContaining(`Freigabe durch Dezernat: ${nummer}`),
    );
    const wartet = `Wartet auf Sie: ${nummer}`;
    expect(await betreffe('brandner')).not.toContainEqual(expect.stringContaining(wartet));
    await naechtlich();
    const sammelpost = (await liesPost(welt)).filter((m) => m.an[0] === 'brandner@musterstadt.example');
    expect(sammelpost.some((m) => m.text.includes(wartet))).toBe(true);
    const laufe = async () => {
      system.emulator.fireSchedule(zeitplan(system, 'Sammelpost'));
      await system.ruhe();
      return (await liesPost(welt)).length;
    };
    // What came up since half past seven goes out with the next run; then nothing is left to send.
    expect(await laufe()).toBe(await laufe());
  });

  it('schreibt jede Nacht die Köpfe aller Ketten in eine gesperrte Datei', async () => {
    await naechtlich();
    const eintrag = await system.datenbank.send(
      new GetItemCommand({
        TableName: system.tabelle,
        Key: { pk: { S: 'musterstadt#ANKER' }, sk: { S: 'LETZTER' } },
      }),
    );
    const anker = JSON.parse(eintrag.Item?.daten?.S ?? '{}') as { schluessel: string; versionId: string };
    const s3 = oeffneEimer(system.emulator.ref('Papiere'), s3Client(system));
    const inhalt = JSON.parse(new TextDecoder().decode(await s3.lies(anker.schluessel, anker.versionId))) as {
      koepfe: { aggregat: string; id: string; nr: number; hash: string }[];
    };
    const vorlagen = inhalt.koepfe.filter((k) => k.aggregat === 'Vorlage');
    expect(vorlagen.length).toBeGreaterThan(0);
    for (const kopf of vorlagen) {
      const { ereignisse } = system.welt.gelungen<{ ereignisse: { bytes: string; hash: string }[] }>(
        await system.welt.als('sommerlad').get(`/ketten/Vorlage/${kopf.id}`),
        'Kette',
      );
      expect(pruefeKette(ereignisse, sha256, kopf).fehler).toBeNull();
      expect(pruefeKette(ereignisse.slice(0, kopf.nr - 1), sha256, kopf).gueltig).toBe(false);
    }
    await expect(
      s3Client(system).send(
        new DeleteObjectCommand({
          Bucket: system.emulator.ref('Papiere'),
          Key: anker.schluessel,
          VersionId: anker.versionId,
        }),
      ),
    ).rejects.toThrow(/Access Denied/i);
  });

  it('ersetzt eine verlorene Ausführung nachts durch eine neue Runde, die aus der Akte weitermacht', async () => {
    const { id } = await vorlage('verlorene Ausführung');
    await system.ruhe();
    const arn = (await automat.ausfuehrungen()).find((e) => e.name === `${id}.1`)?.arn;
    await automat.client.send(new StopExecutionCommand({ executionArn: arn }));
    expect(await automat.status(`${id}.1`)).toBe('ABORTED');
    await naechtlich();
    expect(await automat.status(`${id}.2`)).toBe('RUNNING');
    await entscheide(system.welt, 'reinicke', id, 'Dezernat', 'freigegeben');
    await system.ruhe();
    expect(await automat.besucht(`${id}.2`)).toContain('Sozialamt');
  });

  it('sagt dem, bei dem sie liegt, an dem Tag, an dem eine Vorlage ihre Sitzung nicht mehr erreicht', async () => {
    const tag = new Date(system.emulator.clock.now() + 20 * 24 * 3_600_000).toISOString().slice(0, 10);
    const { nummer } = await reicheEin(system.welt, { ...ferienpass, betreff: 'Ferienpass, eilig' }, tag);
    await system.ruhe();
    const verpasst = async () =>
      (await betreffe('reinicke')).filter((b) => b.startsWith(`Schafft die Sitzung nicht mehr: ${nummer}`));
    expect(await verpasst()).toEqual([]);
    for (let i = 0; i < 14; i++) await naechtlich();
    expect(await verpasst()).toHaveLength(1);
  });

  it('löscht die freien Texte eines Ereignisses, und die Kette bleibt prüfbar', async () => {
    const { welt } = system;
    const { id } = await vorlage('Löschung');
    await entscheide(
      welt,
      'reinicke',
      id,
      'Dezernat',
      'zurueckgewiesen',
      'Frau Muster aus der Lindenstraße kommt vor.',
    );
    const { vorlage: stand } = await sieh(welt, 'feldkamp', id);
    expect(stand.zurueckweisung?.grund).toContain('Lindenstraße');
    const koerper = { art: 'Vorlage', id, ereignis: stand.nr };
    welt.abgelehnt(
      await welt.als('reinicke').post('/betrieb/loeschung', { koerper }),
      403,
      'NICHT_BERECHTIGT',
      'Dezernat',
    );
    welt.gelungen(await welt.als('tesch').post('/betrieb/loeschung', { koerper }), 'Löschen');
    const danach = await sieh(welt, 'feldkamp', id);
    expect(danach.vorlage.zurueckweisung?.grund).toBe('[gelöscht]');
    const akte = await abdruckDerAkte(system.datenbank, system.tabelle, (pk) => pk.includes('#VORLAGE#'));
    expect(akte.join('\n')).not.toContain('Lindenstraße');
    const kette = welt.gelungen<{ befund: { gueltig: boolean } }>(
      await welt.als('sommerlad').get(`/ketten/Vorlage/${id}`),
      'Kette',
    );
    expect(kette.befund.gueltig).toBe(true);
  });

  it('gibt geprüfte Anlagen als kurzlebigen Verweis an die heraus, die die Vorlage lesen dürfen', async () => {
    const { welt } = system;
    const { id } = await reicheEin(welt, { ...wohnberatung, betreff: 'Wohnberatung mit Anlagen' }, null);
    const { vorlage: stand } = await sieh(welt, 'reinicke', id);
    const upload = stand.fassungen[0]?.anlagen[0]?.datei.upload;
    const { url, sha256: summe } = welt.gelungen<{ url: string; sha256: string }>(
      await welt.als('reinicke').get(`/vorlagen/${id}/anlagen/${upload}`),
      'Anlage',
    );
    const antwort = await fetch(url);
    expect(antwort.headers.get('content-disposition')).toContain('attachment');
    expect(sha256(new Uint8Array(await antwort.arrayBuffer()))).toBe(summe);
    welt.abgelehnt(
      await welt.als('kestner').get(`/vorlagen/${id}/anlagen/${upload}`),
      404,
      'NICHT_GEFUNDEN',
      'fremd',
    );
  });
});

/** Logical id of the schedule that runs a function. */
function zeitplan({ emulator }: Testsystem, funktion: string): string {
  const plan = emulator.resources('AWS::Scheduler::Schedule').find((r) => r.logicalId.includes(funktion));
  if (!plan) throw new Error(`Kein Zeitplan für ${funktion}`);
  return plan.logicalId;
}

function s3Client({ emulator }: Testsystem): S3Client {
  return new S3Client({
    endpoint: emulator.urls.files,
    region: 'eu-central-1',
    credentials: emulator.credentialsFor('root'),
  });
}
