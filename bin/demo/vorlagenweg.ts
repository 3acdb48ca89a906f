import { leseEntwurf } from '../../documents/lesen/entwurf.ts';
import { schreibeEntwurf } from '../../documents/papiere/entwurf.ts';
import type { Vorlagenstand } from '../../domain/vorlage/stand.ts';
import type { Papier } from '../../lambdas/aws/akte/papiere.ts';
import { hausstil } from '../../templates/hausstil.ts';
import { verwaltung } from '../../templates/verwaltung.ts';
import type { Demoname } from '../werkzeug/musterstadt.ts';
import type { Musterentwurf } from './entwuerfe.ts';
import { ladeHoch } from './hochladen.ts';
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
export async function gibAb(
  welt: Welt,
  id: string,
  version: number,
  koerper: Awaited<ReturnType<typeof sendeDateien>>,
): Promise<Kurz> {
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
  koerper: Awaited<ReturnType<typeof sendeDateien>>,
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

/** Uploads draft and Anlagen of one version and names them for the submission. */
export async function sendeDateien(welt: Welt, id: string, entwurf: Musterentwurf, fassung: number) {
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
  const upload = await ladeHoch(welt, klient, id, 'entwurf', `entwurf-v${fassung}.docx`, datei);
  const anlagen = [];
  for (const a of entwurf.anlagen) {
    const name = `v${fassung}-${a.dateiname}`;
    anlagen.push({
      upload: await ladeHoch(welt, klient, id, 'anlage', name, kleinesPdf(a.titel, a.zeilen)),
      titel: a.titel,
    });
  }
  return { entwurf: upload, anlagen };
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
