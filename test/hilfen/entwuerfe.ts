import { ladeHoch } from '../../bin/demo/hochladen.ts';
import type { Welt } from '../../bin/demo/welt.ts';
import { schreibeEntwurf } from '../../documents/papiere/entwurf.ts';
import { hausstil } from '../../templates/hausstil.ts';

/** A Vorlage as the commands answer. */
export interface Kurz {
  readonly id: string;
  readonly version: number;
  readonly nummer: string | null;
}

let datei: Promise<Uint8Array> | undefined;

/** A small valid draft, written once per test file. */
export function kleinerEntwurf(): Promise<Uint8Array> {
  datei ??= schreibeEntwurf(
    { nummer: null, datum: null, dezernat: '2', verfasser: '50-Sozialamt', az: null, betreff: 'Kurzbericht' },
    { schemaVersion: 1, bloecke: [{ art: 'absatz', laeufe: [{ text: 'Es ist berichtet worden.' }] }] },
    [],
    hausstil,
  );
  return datei;
}

export function kopfdaten(betreff: string, oeffentlich = true) {
  return {
    betreff,
    gremienweg: [{ gremium: 'sozialausschuss', rolle: 'Kenntnisnahme', datum: null, oeffentlich }],
  };
}

/** The clerk opens a draft. */
export async function legeEntwurfAn(welt: Welt, betreff: string, oeffentlich = true): Promise<Kurz> {
  const antwort = await welt.als('feldkamp').post('/vorlagen', {
    absicht: `anlegen ${betreff}`,
    koerper: { art: 'UV', amt: '50', ...kopfdaten(betreff, oeffentlich) },
  });
  return welt.gelungen<Kurz>(antwort, `${betreff} anlegen`);
}

/** The clerk uploads the small draft and waits for both checks. @returns the upload's id */
export async function sendeEntwurf(welt: Welt, vorlage: string): Promise<string> {
  return ladeHoch(welt, welt.als('feldkamp'), vorlage, 'entwurf', 'entwurf.docx', await kleinerEntwurf());
}

/** A submitted Vorlage with the small draft. */
export async function reicheKurzEin(welt: Welt, betreff: string, oeffentlich = true): Promise<Kurz> {
  const { id, version } = await legeEntwurfAn(welt, betreff, oeffentlich);
  const entwurf = await sendeEntwurf(welt, id);
  const antwort = await welt.als('feldkamp').post(`/vorlagen/${id}/einreichung`, {
    absicht: `einreichen ${id}`,
    version,
    koerper: { entwurf },
  });
  return welt.gelungen<Kurz>(antwort, `${betreff} einreichen`);
}
