import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendeFormular } from '../../bin/demo/hochladen.ts';
import { entscheide, sieh } from '../../bin/demo/vorlagenweg.ts';
import { kleinerEntwurf, kuendigeAn, legeEntwurfAn, reicheEinesEin } from '../hilfen/entwuerfe.ts';
import { protokollzeilen } from '../hilfen/protokoll.ts';
import { entziehe } from '../hilfen/rechte.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';
import { gleicheAbNach } from '../hilfen/zeitplan.ts';

interface Angehalten {
  readonly vorlage: string;
  readonly angehalten: { readonly zustand: string; readonly fehler: string; readonly ursache: string };
}

/**
 * The role policies of the template are what counts in a run: with one grant gone its function is refused,
 * the refusal is seen where the operator looks, nothing is lost, and after the repair the work goes on.
 */
describe('Ohne ein Recht der Vorlage', () => {
  let system: Testsystem;
  beforeAll(async () => {
    system = await starteTestsystem({
      aendere: (vorlage) => {
        entziehe(vorlage, 'StromStrom', 'ses:SendEmail');
        entziehe(vorlage, 'AblaufLage', 'dynamodb:GetItem');
        entziehe(vorlage, 'StromPapiere', 's3:PutObject');
      },
    });
  });
  afterAll(() => system?.beende());

  async function lies<T>(pfad: string): Promise<T[]> {
    const antwort = await system.welt.als('tesch').get(pfad);
    return system.welt.gelungen<{ eintraege: T[] }>(antwort, pfad).eintraege;
  }

  it('scheitern Mail, Papier und Ablauf mit AccessDenied; nach der Reparatur geht alles weiter', async () => {
    const { welt } = system;
    const { id } = await reicheEinesEin(system, 'Ohne Rechte');
    for (const minuten of [2, 12, 12]) await gleicheAbNach(system, minuten);

    const gescheitert = await lies<{ zweck: string; fehler: string; schluessel: string }>('/betrieb/ausgang');
    const fehler = new Map(gescheitert.map((a) => [a.zweck, a.fehler]));
    expect(fehler.get('mail')).toMatch(/^AccessDenied\w*: .*ses:SendEmail/);
    expect(fehler.get('papier')).toMatch(/^AccessDenied/);
    expect([...fehler.keys()].toSorted()).toEqual(['mail', 'papier']);

    const [halt, ...weitere] = await lies<Angehalten>('/betrieb/angehalten');
    expect(weitere).toEqual([]);
    expect(halt).toMatchObject({ vorlage: id, angehalten: { fehler: 'AccessDeniedException' } });
    expect(halt?.angehalten.ursache).toContain('dynamodb:GetItem');
    expect(protokollzeilen(system, 'ablauf_angehalten')).toMatchObject([{ vorlage: id }]);

    // The Dezernat decides all the same: the record does not wait for the machine.
    await entscheide(welt, 'reinicke', id, 'Dezernat', 'freigegeben');

    system = await system.starteNeu();
    const koerper = { entscheid: 'erneut' };
    const sendeEntscheid = () =>
      welt.als('tesch').post(`/betrieb/ablaeufe/${id}/entscheid`, { koerper, absicht: 'weiter' });
    const entscheid = welt.gelungen(await sendeEntscheid(), 'erneut');
    expect(welt.gelungen(await sendeEntscheid(), 'noch einmal dieselbe Anfrage')).toEqual(entscheid);
    for (const { schluessel } of await lies<{ schluessel: string }>('/betrieb/ausgang')) {
      const angestossen = await welt.als('tesch').post('/betrieb/ausgang/erneut', {
        absicht: schluessel,
        koerper: { schluessel },
      });
      welt.gelungen(angestossen, 'erneut');
    }
    for (const minuten of [2, 12]) await gleicheAbNach(system, minuten);
    expect(await lies('/betrieb/ausgang')).toEqual([]);
    expect(await lies('/betrieb/angehalten')).toEqual([]);
    expect((await sieh(welt, 'feldkamp', id)).papiere).toHaveLength(1);
    const ausfuehrung = await welt.als('tesch').get(`/betrieb/ablaeufe/${id}/ausfuehrung`);
    const { status, ereignisse } = ausfuehrung.json as { status: string; ereignisse: unknown[] };
    expect(status).toBe('RUNNING');
    const betreten = JSON.stringify(ereignisse);
    expect(betreten).toContain('"name":"Angehalten"');
    // Straight to the station that is open by now; the one decided meanwhile is not entered again.
    expect(betreten).toContain('"name":"Sozialamt"');
    expect(betreten).not.toContain('"name":"Dezernat"');

    // A new round from the record; the same request once more is no further round.
    const starteNeu = () => welt.als('tesch').post(`/betrieb/ablaeufe/${id}/neustart`, { absicht: 'neu' });
    for (const antwort of [await starteNeu(), await starteNeu()]) {
      expect(welt.gelungen(antwort, 'Neustart')).toEqual({ runde: 2 });
    }
    await system.ruhe();
    const lageDerRunde = async (runde: number) =>
      (await welt.als('tesch').get(`/betrieb/ablaeufe/${id}/ausfuehrung?runde=${runde}`)).json;
    expect(await lageDerRunde(1)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await lageDerRunde(2)).toMatchObject({ status: 'RUNNING' });
    await entscheide(welt, 'ohlsen', id, 'Sozialamt', 'freigegeben');
  });

  it('wird keine Datei geprüft, also auch keine angenommen', async () => {
    system = await system.starteNeu({
      aendere: (vorlage) => entziehe(vorlage, 'PruefungPruefung', 's3:GetObjectVersion'),
    });
    const { welt } = system;
    const { id, version } = await legeEntwurfAn(welt, 'Ungeprüft');
    const formular = await kuendigeAn(welt, id, 'entwurf.docx');
    await sendeFormular(welt, formular, 'entwurf.docx', await kleinerEntwurf());
    await gleicheAbNach(system, 20);
    const lage = await welt.als('feldkamp').get(`/vorlagen/${id}/uploads/${formular.id}`);
    expect(lage.json).toMatchObject({ zustand: 'abgelehnt', code: 'PRUEFUNG_AUSGEBLIEBEN' });
    const einreichung = await welt.als('feldkamp').post(`/vorlagen/${id}/einreichung`, {
      version,
      koerper: { entwurf: formular.id },
    });
    welt.abgelehnt(einreichung, 422, 'UPLOAD_ABGELEHNT', 'Einreichen');
    expect(system.protokoll.join('\n')).toMatch(/AccessDenied|not authorized/);
  });
});
