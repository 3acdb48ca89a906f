import type { Systemoptionen } from '../../../bin/werkzeug/system.ts';
import { writes } from '../../../local/dynamodb/permissions.ts';
import { type Kurz, legeEntwurfAn, sendeEntwurf } from '../../hilfen/entwuerfe.ts';
import { gleicheAbNach } from '../../hilfen/zeitplan.ts';
import type { Websystem } from '../hilfen/system.ts';

const abgewiesen = JSON.stringify({ __type: 'AccessDeniedException', message: 'Störung der Datenbank' });

/** Faults that meet some Vorlagen only: their way halts, and their paper cannot be written. */
export interface Haenger {
  readonly faults: NonNullable<Systemoptionen['faults']>;
  readonly betroffen: Set<string>;
}

export function macheHaenger(): Haenger {
  const betroffen = new Set<string>();
  const trifft = (vorgang: string, eingabe: string) => {
    if (![...betroffen].some((id) => eingabe.includes(`VORLAGE#${id}"`))) return false;
    // What the machine alone reads, and what the paper alone writes: people work on all the same.
    return writes.includes(vorgang) ? eingabe.includes('"PAPIER#') : eingabe.includes('"WARTE#');
  };
  return {
    betroffen,
    faults: {
      dynamoDb: async (vorgang, eingabe, weiter) =>
        trifft(vorgang, JSON.stringify(eingabe)) ? { status: 400, body: abgewiesen } : weiter(),
    },
  };
}

/** Submits Vorlagen that get stuck, waits until the system gives up, and takes the fault away. */
export async function lassHaengen(
  system: Websystem,
  { betroffen }: Haenger,
  betreffe: readonly string[],
): Promise<readonly Kurz[]> {
  const { welt } = system;
  const vorlagen: Kurz[] = [];
  for (const betreff of betreffe) {
    const { id, version } = await legeEntwurfAn(welt, betreff);
    const entwurf = await sendeEntwurf(welt, id);
    await system.ruhe();
    betroffen.add(id);
    const antwort = await welt
      .als('feldkamp')
      .post(`/vorlagen/${id}/einreichung`, { absicht: `einreichen ${id}`, version, koerper: { entwurf } });
    vorlagen.push(welt.gelungen<Kurz>(antwort, 'Einreichen'));
  }
  for (const minuten of [2, 12, 12]) await gleicheAbNach(system, minuten);
  betroffen.clear();
  return vorlagen;
}
