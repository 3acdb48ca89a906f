import { sendeFormular } from '../../bin/demo/hochladen.ts';
import type { Welt } from '../../bin/demo/welt.ts';
import { schreibeEntwurf } from '../../documents/papiere/entwurf.ts';
import { hausstil } from '../../templates/hausstil.ts';
import type { Testsystem } from './system.ts';

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

/** An announced upload: where to send the file, and the fields of the form. */
export interface Formular {
  readonly id: string;
  readonly url: string;
  readonly felder: Record<string, string>;
  readonly hoechstgroesse: number;
}

export async function kuendigeAn(
  welt: Welt,
  vorlage: string,
  dateiname: string,
  zweck: 'entwurf' | 'anlage' = 'entwurf',
): Promise<Formular> {
  const antwort = await welt.als('feldkamp').post(`/vorlagen/${vorlage}/uploads`, {
    absicht: `upload ${vorlage} ${dateiname}`,
    koerper: { zweck, dateiname },
  });
  return welt.gelungen<Formular>(antwort, `${dateiname} ankündigen`);
}

/** The clerk uploads the small draft; it is checked once the system is at rest. @returns the upload's id */
export async function sendeEntwurf(welt: Welt, vorlage: string): Promise<string> {
  const formular = await kuendigeAn(welt, vorlage, 'entwurf.docx');
  await sendeFormular(welt, formular, 'entwurf.docx', await kleinerEntwurf());
  return formular.id;
}

/** Submitted Vorlagen with the small draft, prepared and submitted side by side, in the order of the subjects. */
export async function reicheKurzEin(
  { welt, ruhe }: Pick<Testsystem, 'welt' | 'ruhe'>,
  betreffe: readonly string[],
  oeffentlich = true,
): Promise<Kurz[]> {
  const entwuerfe = [];
  for (const betreff of betreffe) entwuerfe.push(await legeEntwurfAn(welt, betreff, oeffentlich));
  const uploads = await Promise.all(entwuerfe.map(({ id }) => sendeEntwurf(welt, id)));
  await ruhe();
  return Promise.all(
    entwuerfe.map(async ({ id, version }, i) => {
      const koerper = { entwurf: uploads[i] };
      const absicht = `einreichen ${id}`;
      const antwort = await welt
        .als('feldkamp')
        .post(`/vorlagen/${id}/einreichung`, { absicht, version, koerper });
      return welt.gelungen<Kurz>(antwort, 'Einreichen');
    }),
  );
}

export async function reicheEinesEin(
  system: Pick<Testsystem, 'welt' | 'ruhe'>,
  betreff: string,
  oeffentlich = true,
): Promise<Kurz> {
  const [eine] = await reicheKurzEin(system, [betreff], oeffentlich);
  if (!eine) throw new Error('Nichts eingereicht');
  return eine;
}
