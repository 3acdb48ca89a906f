import type { Gremium, Sitzungsdaten, Sitzungszeile, Vorlagenantwort } from '../ansichten/sitzung/typen.ts';
import { hole } from '../api/klient.ts';
import { ich } from '../app/ich.ts';
import { merkeIch, vergissIch } from '../app/ohneNetz.ts';
import { gremiumsname } from '../format/stelle.ts';
import { type Datenbank, oeffneDatenbank } from './datenbank.ts';
import { merkeMitnahme, mitgenommene, vergissMitnahme } from './mitgenommene.ts';

/** A Sitzung with all that its outcomes are recorded with, as it lies on this device. */
export interface Mitgenommen extends Record<string, unknown> {
  readonly id: string;
  readonly person: string;
  /** ISO instant of the last refreshing. */
  readonly stand: string;
  readonly sitzung: Sitzungsdaten;
  readonly vorlagen: Readonly<Record<string, Vorlagenantwort>>;
  readonly gremien: readonly Gremium[];
  readonly kommende: readonly Sitzungszeile[];
}

/** Takes a Sitzung along. `fortschritt` counts what is loaded. Throws where the network or the device fails. */
export async function nimmMit(
  sitzung: Sitzungsdaten,
  kommende: readonly Sitzungszeile[],
  fortschritt: (geladen: number) => void,
): Promise<void> {
  const wer = ich.lies();
  if (!wer) throw new Error('Mitnehmen ohne Anmeldung');
  const vorlagen: Record<string, Vorlagenantwort> = {};
  for (const id of new Set(sitzung.tops.map((t) => t.vorlage))) {
    vorlagen[id] = await hole<Vorlagenantwort>(`/vorlagen/${id}`);
    fortschritt(Object.keys(vorlagen).length);
  }
  const { eintraege: gremien } = await hole<{ eintraege: Gremium[] }>('/gremien');
  await lege({
    id: sitzung.id,
    person: wer.person,
    stand: new Date().toISOString(),
    sitzung,
    vorlagen,
    gremien,
    kommende,
  });
  merkeIch(wer);
  merkeMitnahme({ id: sitzung.id, gremium: gremiumsname(sitzung.gremium), beginn: sitzung.beginn });
  // Asks the browser not to clear it away when space runs short; a refusal changes nothing else.
  await navigator.storage?.persist?.();
}

/** The Sitzung as it was taken along by the person who works here; null where it was not. */
export async function liesMitgenommen(id: string): Promise<Mitgenommen | null> {
  if (!mitgenommene().some((m) => m.id === id)) return null;
  const db: Datenbank = await oeffneDatenbank();
  const gelegt = (await db.get('mitgenommen', id)) as Mitgenommen | undefined;
  return gelegt && gelegt.person === ich.lies()?.person ? gelegt : null;
}

/** Refreshes what was taken along with what was just loaded. Nothing where it was not taken along. */
export async function frischeAuf(
  id: string,
  neu: { readonly sitzung?: Sitzungsdaten; readonly vorlage?: Vorlagenantwort },
): Promise<void> {
  if (!mitgenommene().some((m) => m.id === id)) return;
  const db = await oeffneDatenbank();
  const tx = db.transaction('mitgenommen', 'readwrite');
  const alt = (await tx.store.get(id)) as Mitgenommen | undefined;
  if (alt && alt.person === ich.lies()?.person) {
    await tx.store.put({
      ...alt,
      stand: new Date().toISOString(),
      sitzung: neu.sitzung ?? alt.sitzung,
      vorlagen: neu.vorlage ? { ...alt.vorlagen, [neu.vorlage.vorlage.id]: neu.vorlage } : alt.vorlagen,
    });
  }
  await tx.done;
}

async function lege(neu: Mitgenommen): Promise<void> {
  const db = await oeffneDatenbank();
  await db.put('mitgenommen', neu);
}

/** Removes a Sitzung from this device. */
export async function gibZurueck(id: string): Promise<void> {
  vergissMitnahme(id);
  if (mitgenommene().length === 0) vergissIch();
  const db = await oeffneDatenbank();
  await db.delete('mitgenommen', id);
}
