import { useEffect, useState } from 'preact/hooks';

const ablage = (person: string) => `gw:nachrichten:${person}`;

/**
 * Instant of the newest message at the last visit in this browser (null: there was none). The newest one now
 * is kept for the next visit.
 */
export function nutzeLetztenBesuch(person: string, neueste: string | undefined): string | null {
  const [zuletzt] = useState(() => localStorage.getItem(ablage(person)));
  useEffect(() => {
    if (neueste !== undefined) localStorage.setItem(ablage(person), neueste);
  }, [person, neueste]);
  return zuletzt;
}
