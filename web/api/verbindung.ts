import { macheSpeicher } from '../app/speicher.ts';

/** da: the last request was answered; gestoert: a request is being repeated; weg: the browser has no network. */
export type Verbindung = 'da' | 'gestoert' | 'weg';

export const verbindung = macheSpeicher<Verbindung>(navigator.onLine ? 'da' : 'weg');

addEventListener('offline', () => verbindung.setze('weg'));
addEventListener('online', () => verbindung.setze('da'));
