import type { Sucheintrag } from '../../../domain/suche/sucheintrag.ts';
import { hole } from '../../api/klient.ts';
import type { Listenseite } from '../../app/liste.ts';

/** Pages that one file takes at most; more is no list to read but a copy of the archive. */
const hoechstensSeiten = 50;

/** Every hit of a question, page after page. */
export async function ladeAlle(pfad: string): Promise<readonly Sucheintrag[]> {
  const alle: Sucheintrag[] = [];
  let cursor: string | null = null;
  for (let seite = 0; seite < hoechstensSeiten; seite++) {
    const weiter: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const s: Listenseite<Sucheintrag> = await hole(`${pfad}&anzahl=100${weiter}`);
    alle.push(...s.eintraege);
    cursor = s.cursor;
    if (cursor === null) break;
  }
  return alle;
}
