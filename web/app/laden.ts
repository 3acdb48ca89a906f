import { useEffect } from 'preact/hooks';
import { ApiFehler, NetzFehler } from '../api/fehler.ts';
import { verbindung } from '../api/verbindung.ts';

/** What was loaded before stays beside a failure, unless the server says that one may not see it any more. */
export function bleibtFuer<T>(fehler: unknown, bisher: T | null): T | null {
  return fehler instanceof ApiFehler && [401, 403, 404].includes(fehler.status) ? null : bisher;
}

/** Loads again by itself what failed for want of a connection. */
export function nutzeRueckkehrDerVerbindung(fehler: unknown, neu: () => void): void {
  const ohneNetz = fehler instanceof NetzFehler;
  useEffect(() => {
    if (!ohneNetz) return;
    return verbindung.lausche((stand) => {
      if (stand === 'da') neu();
    });
  }, [ohneNetz, neu]);
}
