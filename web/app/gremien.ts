import { hole } from '../api/klient.ts';
import { merkeGremien } from '../format/stelle.ts';

/** Loads the names of the Gremien, which many screens print. */
export async function ladeGremien(): Promise<void> {
  const { eintraege } = await hole<{ eintraege: readonly { id: string; name: string }[] }>('/gremien');
  merkeGremien(eintraege);
}
