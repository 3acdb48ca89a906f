import { ApiFehler, NetzFehler } from '../api/fehler.ts';
import { hole } from '../api/klient.ts';
import { type Ich, ich } from './ich.ts';

export async function ladeIch(): Promise<void> {
  ich.setze(await hole<Ich>('/ich'));
}

/** Whose access token this is, before anything else is sent with it. Throws as `hole` does. */
export async function frageWer(zugang: string): Promise<Ich> {
  const antwort = await fetch('/api/ich', { headers: { authorization: `Bearer ${zugang}` } }).catch(
    () => null,
  );
  if (!antwort || antwort.status >= 500) throw new NetzFehler();
  const json = await antwort.json();
  if (!antwort.ok) throw new ApiFehler(antwort.status, json.code, json.satz, null, null);
  return json as Ich;
}
