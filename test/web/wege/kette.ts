import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import type { Websystem } from '../hilfen/system.ts';

/** What a Vorlage's chain holds, read by the API as the Revision reads it: kinds of events in their order. */
export async function ereignisse({ welt }: Websystem, id: string): Promise<readonly string[]> {
  const antwort = await welt.als('sommerlad').get(`/ketten/Vorlage/${id}`);
  const kette = welt.gelungen<{ ereignisse: readonly { bytes: string }[] }>(antwort, 'Kette lesen');
  return kette.ereignisse.map(({ bytes }) => (JSON.parse(bytes) as { art: string }).art);
}

export async function stand({ welt }: Websystem, id: string): Promise<Vorlagenstand> {
  const antwort = await welt.als('feldkamp').get(`/vorlagen/${id}`);
  return welt.gelungen<{ vorlage: Vorlagenstand }>(antwort, 'Vorlage lesen').vorlage;
}

/** All Vorlagen of the clerk with this Betreff: there must never be more than one. */
export async function mitBetreff({ welt }: Websystem, betreff: string): Promise<readonly string[]> {
  const antwort = await welt.als('feldkamp').get('/ich/vorlagen?anzahl=100');
  const { eintraege } = welt.gelungen<{ eintraege: { vorlage: string; betreff: string }[] }>(
    antwort,
    'Eigene Vorlagen lesen',
  );
  return eintraege.filter((e) => e.betreff === betreff).map((e) => e.vorlage);
}
