import { bringeInsGremium, legeEntwurfAn } from '../../../bin/demo/vorlagenweg.ts';
import { sendeEntwurf } from '../../hilfen/entwuerfe.ts';
import type { Websystem } from '../hilfen/system.ts';

export interface Vorlage {
  readonly id: string;
  readonly nummer: string;
  readonly betreff: string;
}

/**
 * Vorlagen that have passed the administration. Bringing one there costs more than all that is done with it,
 * so each has as many Beratungen as there are Sitzungen that want it.
 * @param gremien of the Beratungen, in their order
 */
export async function macheSitzungsreif(
  system: Websystem,
  betreffe: readonly string[],
  gremien: readonly string[],
): Promise<Vorlage[]> {
  const { welt } = system;
  const gremienweg = gremien.map((gremium) => ({
    gremium,
    rolle: 'Kenntnisnahme',
    datum: null,
    oeffentlich: true,
  }));
  const entwuerfe = await Promise.all(
    betreffe.map((betreff) => legeEntwurfAn(welt, { betreff, az: '504012' }, gremienweg)),
  );
  const uploads: string[] = [];
  for (const { id } of entwuerfe) {
    uploads.push(await sendeEntwurf(welt, id));
    // One check at a time: each has a limit of its own, in real time.
    await system.ruhe();
  }
  return Promise.all(
    entwuerfe.map(async ({ id, version }, i) => {
      const antwort = await welt.als('feldkamp').post(`/vorlagen/${id}/einreichung`, {
        absicht: `einreichen ${id}`,
        version,
        koerper: { entwurf: uploads[i] },
      });
      const { nummer } = welt.gelungen<{ nummer: string }>(antwort, 'Einreichen');
      await bringeInsGremium(welt, id);
      return { id, nummer, betreff: betreffe[i] ?? '' };
    }),
  );
}

interface Zeile {
  readonly top: string;
  readonly vorlage: string;
  readonly beratung: number;
  readonly oeffentlich: boolean;
  readonly betreff: string;
  readonly version: number;
  readonly hatErgebnis: boolean;
  readonly freigegeben: boolean;
}

/** The agenda as the server holds it. */
export async function tagesordnung({ welt }: Websystem, sitzung: string): Promise<readonly Zeile[]> {
  const antwort = await welt.als('wolframm').get(`/sitzungen/${sitzung}`);
  return welt.gelungen<{ tops: readonly Zeile[] }>(antwort, 'Sitzung lesen').tops;
}

/** Takes everything off an agenda: it waits in the pool again. */
export async function raeumeTagesordnung(system: Websystem, sitzung: string): Promise<void> {
  for (const { vorlage, beratung, version } of await tagesordnung(system, sitzung)) {
    const antwort = await system.welt.als('wolframm').post(`/sitzungen/${sitzung}/tops/entfernung`, {
      version,
      absicht: `entfernen ${sitzung} ${vorlage}`,
      koerper: { vorlage, beratung, begruendung: 'Ein anderer Termin.' },
    });
    system.welt.gelungen(antwort, 'Herunternehmen');
  }
}
