import { leseEntwurf } from '../../documents/lesen/entwurf.ts';
import { schreibeEntwurf } from '../../documents/papiere/entwurf.ts';
import type { Vorlagenstand } from '../../domain/vorlage/stand.ts';
import type { Papier } from '../../lambdas/aws/akte/papiere.ts';
import { hausstil } from '../../templates/hausstil.ts';
import { verwaltung } from '../../templates/verwaltung.ts';
import type { Demoname } from '../werkzeug/musterstadt.ts';
import type { Musterentwurf } from './entwuerfe.ts';
import { type Sendung, schickeHoch, warteAufPruefung } from './hochladen.ts';
import { kleinesPdf } from './kleinesPdf.ts';
import type { Welt } from './welt.ts';

export interface Ansicht {
  readonly vorlage: Vorlagenstand;
  readonly version: number;
  readonly papiere: readonly Papier[];
}

interface Kurz {
  readonly id: string;
  readonly version: number;
  readonly nummer: string | null;
}

/** The Vorlage as this person sees it now. */
export async function sieh(welt: Welt, person: Demoname, id: string): Promise<Ansicht> {
  return welt.gelungen<Ansicht>(await welt.als(person).get(`/vorlagen/${id}`), `${person} sieht ${id}`);
}

/** Waits until a Vorlage has a paper of this event. */
export function warteAufPapier(welt: Welt, person: Demoname, id: string, ereignis: number): Promise<Papier> {
  return welt.bis(`Papier zu Ereignis ${ereignis}`, async () => {
    const { papiere } = await sieh(welt, person, id);
    return papiere.find((p) => p.ereignis === ereignis);
  });
}

interface GeplanteBeratung {
  readonly gremium: string;
  readonly rolle: string;
  readonly datum: string | null;
  readonly oeffentlich: boolean;
}

/** The clerk opens a draft. */
export async function legeEntwurfAn(
  welt: Welt,
  { betreff, az }: Pick<Musterentwurf, 'betreff' | 'az'>,
  gremienweg: readonly GeplanteBeratung[],
): Promise<Kurz> {
  const antwort = await welt.als('feldkamp').post('/vorlagen', {
    absicht: `anlegen ${betreff}`,
    koerper: { art: 'UV', amt: '50', betreff, az, gremienweg },
  });
  return welt.gelungen<Kurz>(antwort, 'Entwurf anlegen');
}

/** The clerk opens a draft, fetches the template and sends in a filled one with its Anlagen. */
export async function reicheEin(
  welt: Welt,
  entwurf: Musterentwurf,
  sitzungstag: string | null,
  oeffentlich = true,
): Promise<Kurz> {
  const klient = welt.als('feldkamp');
  const { id, version } = await legeEntwurfAn(welt, entwurf, [
    { gremium: 'sozialausschuss', rolle: 'Kenntnisnahme', datum: sitzungstag, oeffentlich },
  ]);
  const muster = await klient.get(`/vorlagen/${id}/muster`);
  welt.erwarte(muster.status === 200, 'Die Word-Vorlage ist abrufbar', muster.status);
  const vorbelegt = await leseEntwurf(muster.bytes);
  welt.erwarte(
    vorbelegt.felder?.betreff === entwurf.betreff,
    'Der Betreff steht schon in der Word-Vorlage',
    vorbelegt.felder,
  );
  return gibAb(welt, id, version, await sendeDateien(welt, id, entwurf, 1));
}

/** The clerk submits a draft whose files are checked. */
export async function gibAb(welt: Welt, id: string, version: number, koerper: Dateien): Promise<Kurz> {
  return welt.gelungen<Kurz>(
    await welt
      .als('feldkamp')
      .post(`/vorlagen/${id}/einreichung`, { koerper, version, absicht: `einreichen ${id}` }),
    'Einreichen',
  );
}

/** The clerk submits a new version after it was sent back. */
export async function gibFassungAb(
  welt: Welt,
  id: string,
  koerper: Dateien,
  fassung: number,
  gesehen?: number,
): Promise<Kurz> {
  const version = gesehen ?? (await sieh(welt, 'feldkamp', id)).version;
  return welt.gelungen<Kurz>(
    await welt
      .als('feldkamp')
      .post(`/vorlagen/${id}/fassungen`, { koerper, version, absicht: `fassung ${fassung} ${id}` }),
    `Fassung ${fassung} einreichen`,
  );
}

/** Uploads draft and Anlagen of one version, waits for their checks, and names them for the submission. */
export async function sendeDateien(
  welt: Welt,
  id: string,
  entwurf: Musterentwurf,
  fassung: number,
): Promise<Dateien> {
  const sendungen = await schickeDateien(welt, id, entwurf, fassung);
  return nimmDateien(welt, id, sendungen);
}

/** The files of a version on their way through the checks. */
export interface Sendungen {
  readonly entwurf: Sendung;
  readonly anlagen: readonly (Sendung & { readonly titel: string })[];
}

/** The checked files of a version, as a submission names them. */
export interface Dateien {
  readonly entwurf: string;
  readonly anlagen: readonly { readonly upload: string; readonly titel: string }[];
}

/** Sends draft and Anlagen of one version. */
export async function schickeDateien(
  welt: Welt,
  id: string,
  entwurf: Musterentwurf,
  fassung: number,
): Promise<Sendungen> {
  const klient = welt.als('feldkamp');
  const amt = verwaltung.aemter[0];
  const datei = await schreibeEntwurf(
    {
      nummer: null,
      datum: null,
      dezernat: amt.dezernat,
      verfasser: `${amt.nr}-${amt.name}`,
      az: entwurf.az,
      betreff: entwurf.betreff,
    },
    entwurf.modell,
    entwurf.anlagen.map((a) => a.titel),
    hausstil,
  );
  const hauptdatei = await schickeHoch(welt, klient, id, 'entwurf', `entwurf-v${fassung}.docx`, datei);
  const anlagen = [];
  for (const { titel, dateiname, zeilen } of entwurf.anlagen) {
    const bytes = kleinesPdf(titel, zeilen);
    const sendung = await schickeHoch(welt, klient, id, 'anlage', `v${fassung}-${dateiname}`, bytes);
    anlagen.push({ ...sendung, titel });
  }
  return { entwurf: hauptdatei, anlagen };
}

/** Waits for the checks of what was sent. */
export async function nimmDateien(welt: Welt, id: string, sendungen: Sendungen): Promise<Dateien> {
  const klient = welt.als('feldkamp');
  for (const s of [sendungen.entwurf, ...sendungen.anlagen]) await warteAufPruefung(welt, klient, id, s);
  const anlagen = sendungen.anlagen.map(({ upload, titel }) => ({ upload, titel }));
  return { entwurf: sendungen.entwurf.upload, anlagen };
}

/** A station decides: what the person sees is what it decides on. */
export async function entscheide(
  welt: Welt,
  person: Demoname,
  id: string,
  station: string,
  entscheidung: Entscheidung,
  begruendung: string | null = null,
): Promise<Kurz> {
  const { vorlage, version } = await sieh(welt, person, id);
  welt.erwarte(vorlage.halt?.station === station, `Die Vorlage liegt bei ${station}`, vorlage.halt);
  const gesehen = {
    version,
    wartenummer: vorlage.halt?.wartenummer ?? 0,
    fassung: vorlage.fassungen.length,
  };
  return entscheideUeber(welt, person, id, gesehen, station, entscheidung, begruendung);
}

type Entscheidung = 'freigegeben' | 'zurueckgewiesen';

/** The decision on what was seen before, in a list for example. */
export async function entscheideUeber(
  welt: Welt,
  person: Demoname,
  id: string,
  { version, wartenummer, fassung }: { version: number; wartenummer: number; fassung: number },
  station: string,
  entscheidung: Entscheidung,
  begruendung: string | null = null,
): Promise<Kurz> {
  const antwort = await welt.als(person).post(`/vorlagen/${id}/entscheidungen`, {
    version,
    absicht: `entscheiden ${id} ${version}`,
    koerper: { station, wartenummer, fassung, entscheidung, begruendung },
  });
  return welt.gelungen<Kurz>(antwort, `${station}: ${entscheidung}`);
}

/** Through Dezernat, Sozialamt and Formpruefung. */
export async function bringeInsGremium(welt: Welt, id: string): Promise<void> {
  await entscheide(welt, 'reinicke', id, 'Dezernat', 'freigegeben');
  await entscheide(welt, 'ohlsen', id, 'Sozialamt', 'freigegeben');
  await entscheide(welt, 'wolframm', id, 'Sozialausschuss', 'freigegeben');
}

/** The Sitzungsdienst opens a Sitzung. `beginn` is an instant in UTC; the same `merkmal` gives the same id. */
export async function legeSitzungAn(
  welt: Welt,
  person: Demoname,
  gremium: string,
  beginn: string,
  merkmal = beginn,
): Promise<string> {
  const { id } = welt.gelungen<{ id: string }>(
    await welt.als(person).post('/sitzungen', {
      absicht: `sitzung ${gremium} ${merkmal}`,
      koerper: { gremium, beginn, ort: 'Rathaus, Großer Saal' },
    }),
    'Sitzung anlegen',
  );
  return id;
}

export async function setzeAufTagesordnung(
  welt: Welt,
  person: Demoname,
  sitzung: string,
  vorlage: string,
  beratung: number,
  top: string,
  gesehen?: number,
): Promise<Kurz> {
  const version = gesehen ?? (await sieh(welt, person, vorlage)).version;
  return welt.gelungen<Kurz>(
    await welt.als(person).post(`/sitzungen/${sitzung}/tops`, {
      version,
      absicht: `top ${sitzung} ${vorlage} ${beratung}`,
      koerper: { vorlage, beratung, top, oeffentlich: top.startsWith('Ö') },
    }),
    `${top} auf die Tagesordnung setzen`,
  );
}
