import { anmeldestand } from '../anmeldung/tokens.ts';
import { NetzFehler } from '../api/fehler.ts';
import { hole } from '../api/klient.ts';
import { type Ich, ich } from '../app/ich.ts';
import { macheSpeicher } from '../app/speicher.ts';
import { oeffneDatenbank } from './datenbank.ts';
import { machLager, raeumeAuf, type Wandlung } from './lager.ts';
import { leitung } from './leitung.ts';
import { mitgenommene } from './mitgenommene.ts';
import {
  type Eintrag,
  type Eintragskopf,
  eintragsid,
  entscheide,
  istOffen,
  tippe,
  versucheErneut,
} from './postausgang.ts';
import { stelleZu } from './zusteller.ts';

/** The outbox as this tab sees it: changed at once when somebody types, from other tabs by their word. */
export const bestand = macheSpeicher<ReadonlyMap<string, Eintrag>>(new Map());
/** The device does not store (full, private window): what was typed lives in this tab only. */
export const ablagefehler = macheSpeicher<unknown>(null);
/** wartetAufNetz and wartetAufAnmeldung only while something waits. */
export type Ausgangslage = 'ruht' | 'laeuft' | 'wartetAufNetz' | 'wartetAufAnmeldung' | 'andereAnmeldung';
export const ausgangslage = macheSpeicher<Ausgangslage>('ruht');
/** Counts deliveries, for those who load again what changed. */
export const zugestellt = macheSpeicher(0);

const lager = machLager(oeffneDatenbank, (fehler) => ablagefehler.setze(fehler));
const tab = crypto.randomUUID();
const post = new BroadcastChannel('gw:postausgang');

/** Milliseconds after the last change until it is sent. */
const ruhe = 2_000;
/** Waits between tries while the server is away, in ms. */
const pausen = [2_000, 5_000, 10_000, 20_000] as const;

const tippend = new Map<string, number>();
/** Entries in which somebody typed a moment ago, with the timers that end it. */
const pausiert = new Map<string, ReturnType<typeof setTimeout>>();
let wecker: ReturnType<typeof setTimeout> | undefined;
let fehlversuche = 0;

function zeige(id: string, e: Eintrag | null): void {
  const neu = new Map(bestand.lies());
  if (e) neu.set(id, e);
  else neu.delete(id);
  bestand.setze(neu);
}

/** Changes an entry where it is stored, then here and in the other tabs, unless somebody types on meanwhile. */
async function wandle(id: string, wie: Wandlung): Promise<Eintrag | null> {
  const e = await lager.wandle(id, wie);
  if (!tippend.has(id)) zeige(id, e);
  post.postMessage(id);
  return e;
}

async function liesNeu(): Promise<void> {
  const alle = await lager.alle();
  const neu = new Map(alle.map((e) => [e.id, e]));
  for (const id of tippend.keys()) {
    const e = bestand.lies().get(id);
    if (e) neu.set(id, e);
  }
  bestand.setze(neu);
}

/** Keeps what somebody typed: here at once, on the device next, on the server when they pause. */
export async function merkeErgebnis(
  kopf: Eintragskopf,
  ergebnis: Eintrag['ergebnis'],
  gesehen: Eintrag['gesehen'],
): Promise<void> {
  const id = eintragsid(kopf);
  const jetzt = Date.now();
  const wie = (e: Eintrag | undefined) => tippe(e, kopf, { ergebnis, gesehen, quelle: tab }, jetzt);
  zeige(id, wie(bestand.lies().get(id)));
  clearTimeout(pausiert.get(id));
  pausiert.set(
    id,
    setTimeout(() => {
      pausiert.delete(id);
      void liefere();
    }, ruhe),
  );
  tippend.set(id, (tippend.get(id) ?? 0) + 1);
  const e = await lager.wandle(id, wie);
  const uebrig = (tippend.get(id) ?? 1) - 1;
  if (uebrig > 0) tippend.set(id, uebrig);
  else {
    tippend.delete(id);
    zeige(id, e);
  }
  post.postMessage(id);
}

/** Sends at once what waits: on leaving a TOP, at the end of a pause, when the network is back. */
export function liefereSofort(): void {
  for (const uhr of pausiert.values()) clearTimeout(uhr);
  pausiert.clear();
  clearTimeout(wecker);
  void liefere();
}

export async function entscheideKonflikt(id: string, wessen: 'meine' | 'gespeicherte'): Promise<void> {
  await wandle(id, (e) => (e ? entscheide(e, wessen) : null));
  liefereSofort();
}

export async function versucheNochEinmal(id: string): Promise<void> {
  await wandle(id, (e) => (e ? versucheErneut(e) : null));
  liefereSofort();
}

/** What has not reached the server, of this device, of any person. */
export async function offeneEintraege(): Promise<Eintrag[]> {
  return (await lager.alle()).filter(istOffen);
}

/** Throws entries away, delivered or not: after asking. */
export async function verwirfEintraege(welche: (e: Eintrag) => boolean): Promise<void> {
  for (const e of await lager.alle()) if (welche(e)) await wandle(e.id, () => null);
}

/** Removes delivered entries of Sitzungen that were not taken along. */
export async function raeumeAusgangAuf(): Promise<void> {
  const bleiben = new Set(mitgenommene().map((m) => m.id));
  await raeumeAuf(lager, (sitzung) => bleiben.has(sitzung));
  await liesNeu();
}

function weckeIn(ms: number): void {
  clearTimeout(wecker);
  wecker = setTimeout(() => void liefere(), ms);
}

/** The person whose login holds, asked anew after each login: a second window may bring somebody else. */
let geprueft: string | null = anmeldestand.lies() === 'angemeldet' ? (ich.lies()?.person ?? null) : null;

async function werBinIch(): Promise<string | null> {
  if (geprueft !== null) return geprueft;
  const wer = await hole<Ich>('/ich');
  geprueft = wer.person;
  return geprueft;
}

let laeuft = false;

async function liefere(): Promise<void> {
  const wartend = [...bestand.lies().values()].filter((e) => e.stand === 'wartet');
  if (laeuft || wartend.length === 0) return;
  if (!navigator.onLine) return ausgangslage.setze('wartetAufNetz');
  const stand = anmeldestand.lies();
  if (stand !== 'angemeldet') {
    return ausgangslage.setze(stand === 'offline' ? 'wartetAufNetz' : 'wartetAufAnmeldung');
  }
  laeuft = true;
  ausgangslage.setze('laeuft');
  try {
    const person = await werBinIch();
    if (!wartend.some((e) => e.person === person)) return ausgangslage.setze('andereAnmeldung');
    const lage = await stelleZu({
      lager: { alle: lager.alle, wandle },
      leitung,
      sperre: (tue) => navigator.locks.request('gw:postausgang', tue),
      neuerSchluessel: () => crypto.randomUUID(),
      jetzt: () => new Date().toISOString(),
      person: person ?? '',
      faellig: (id) => !pausiert.has(id),
    });
    await liesNeu();
    if (lage === 'ohneAnmeldung') return ausgangslage.setze('wartetAufAnmeldung');
    if (lage === 'ungewiss') throw new NetzFehler();
    fehlversuche = 0;
    ausgangslage.setze('ruht');
    zugestellt.setze(zugestellt.lies() + 1);
    const nochOffen = [...bestand.lies().values()].some((e) => e.stand === 'wartet' && e.person === person);
    if (nochOffen) weckeIn(ruhe);
  } catch {
    ausgangslage.setze('wartetAufNetz');
    weckeIn(pause());
  } finally {
    laeuft = false;
  }
}

function pause(): number {
  return pausen[Math.min(fehlversuche++, pausen.length - 1)] ?? ruhe;
}

let begonnen = false;

/** Takes up what an earlier page left, and goes on with it. Idempotent. */
export async function starteAusgang(): Promise<void> {
  if (begonnen) return;
  begonnen = true;
  post.onmessage = () => void liesNeu();
  addEventListener('online', liefereSofort);
  addEventListener('pagehide', liefereSofort);
  document.addEventListener('visibilitychange', liefereSofort);
  anmeldestand.lausche((stand) => {
    if (stand === 'angemeldet') geprueft = null;
    liefereSofort();
  });
  await raeumeAusgangAuf();
  liefereSofort();
}
