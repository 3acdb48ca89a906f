import type { Namen } from './ereignis/namen.ts';
import { personensaetze } from './ereignis/person.ts';
import { gremiumssaetze, sitzungssaetze } from './ereignis/sitzung.ts';
import { vorlagensaetze } from './ereignis/vorlage.ts';

export type { Namen } from './ereignis/namen.ts';

/** Every art names one kind of event, whatever aggregate it belongs to. */
const saetze = { ...vorlagensaetze, ...sitzungssaetze, ...gremiumssaetze, ...personensaetze };

/**
 * An event of any chain in plain German.
 * @param daten of an event as the course gives it, or of the stored bytes (then without its free texts)
 */
export function ereignisInWorten(art: string, daten: unknown, namen: Namen): string {
  if (!Object.hasOwn(saetze, art)) return `Ereignis „${art}“.`;
  const satz = saetze[art as keyof typeof saetze] as (daten: unknown, namen: Namen) => string;
  return satz(daten, namen);
}
