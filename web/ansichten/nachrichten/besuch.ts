import { useEffect, useState } from 'preact/hooks';
import { legeAblage, liesAblage } from '../../app/ablage.ts';

const ablage = (person: string) => `gw:nachrichten:${person}`;

/**
 * Instant of the newest message at the last visit in this browser (null: there was none). The newest one now
 * is kept for the next visit.
 */
export function nutzeLetztenBesuch(person: string, neueste: string | undefined): string | null {
  const [zuletzt] = useState(() => liesAblage(ablage(person)));
  useEffect(() => {
    if (neueste !== undefined) legeAblage(ablage(person), neueste);
  }, [person, neueste]);
  return zuletzt;
}
