import { anmeldestand } from '../anmeldung/tokens.ts';
import { type Ich, ich } from './ich.ts';

const ablage = 'gw:ich';

/** Remembers who works here, so that a Sitzung that was taken along opens without network. */
export function merkeIch(wer: Ich): void {
  localStorage.setItem(ablage, JSON.stringify(wer));
}

export function vergissIch(): void {
  localStorage.removeItem(ablage);
}

/** Starts with what this browser holds; false where nobody took a Sitzung along. */
export async function starteOhneNetz(): Promise<boolean> {
  const gemerkt = localStorage.getItem(ablage);
  if (gemerkt === null) return false;
  ich.setze(JSON.parse(gemerkt) as Ich);
  anmeldestand.setze('offline');
  return true;
}
