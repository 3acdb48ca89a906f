import { macheSpeicher } from '../app/speicher.ts';
import { pause } from './pause.ts';

/** da: the last request was answered; gestoert: the server does not answer; weg: the browser has no network. */
export type Verbindung = 'da' | 'gestoert' | 'weg';

export const verbindung = macheSpeicher<Verbindung>('da');

/** Milliseconds between looks whether the server is back. */
const abstand = 5_000;
let sieht = false;

/** No answer came. From now on somebody looks until one comes, even where nobody repeats the request. */
export function meldeStoerung(): void {
  verbindung.setze(navigator.onLine ? 'gestoert' : 'weg');
  if (!sieht) void siehNach();
}

async function siehNach(): Promise<void> {
  sieht = true;
  while (verbindung.lies() !== 'da') {
    await pause(abstand);
    if (verbindung.lies() !== 'da' && (await antwortet())) verbindung.setze('da');
  }
  sieht = false;
}

async function antwortet(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    return (await fetch('/api/einstellungen', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/** Follows what the browser knows of its network. */
export function beobachteNetz(): void {
  addEventListener('offline', meldeStoerung);
  if (!navigator.onLine) meldeStoerung();
}
