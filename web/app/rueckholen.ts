import { satzZu } from '../api/fehler.ts';
import { sage } from './ansage.ts';
import { macheSpeicher } from './speicher.ts';

/**
 * A window in which an act can be taken back: it is sent only when the window has closed. Leaving the page
 * sends it at once, so that nothing that was decided is lost.
 */
export interface Schwebend {
  readonly nr: number;
  /** What happens, e.g. "UV/0012/2026 wird freigegeben". */
  readonly satz: string;
  /** Instant in ms at which it is sent. */
  readonly bis: number;
  readonly stand: 'wartet' | 'laeuft' | 'gescheitert';
  readonly fehler: string | null;
}

export const fensterSekunden = 6;
export const schwebende = macheSpeicher<readonly Schwebend[]>([]);

const taten = new Map<number, { los: () => void; zurueck: () => void }>();
let zaehler = 0;

function aendere(nr: number, neu: Partial<Schwebend> | null): void {
  const alle = schwebende.lies();
  schwebende.setze(
    neu ? alle.map((s) => (s.nr === nr ? { ...s, ...neu } : s)) : alle.filter((s) => s.nr !== nr),
  );
}

/**
 * Announces an act and carries it out after the window. Resolves to true when it was carried out, to false
 * when it was taken back; a failure stays in the bar and rejects.
 * @param tue gets `ueberlebt` for the request: true when the page is being left
 */
export function nachFenster(satz: string, tue: (ueberlebt: boolean) => Promise<unknown>): Promise<boolean> {
  const nr = ++zaehler;
  return new Promise((fertig, gescheitert) => {
    let begonnen = false;
    const los = (ueberlebt = false) => {
      if (begonnen) return;
      begonnen = true;
      clearTimeout(uhr);
      taten.delete(nr);
      aendere(nr, { stand: 'laeuft' });
      tue(ueberlebt).then(
        () => {
          aendere(nr, null);
          fertig(true);
        },
        (fehler) => {
          aendere(nr, { stand: 'gescheitert', fehler: satzZu(fehler) });
          gescheitert(fehler);
        },
      );
    };
    const zurueck = () => {
      if (begonnen) return;
      begonnen = true;
      clearTimeout(uhr);
      taten.delete(nr);
      aendere(nr, null);
      sage('Zurückgenommen. Es wurde nichts gesendet.');
      fertig(false);
    };
    const uhr = setTimeout(los, fensterSekunden * 1000);
    taten.set(nr, { los: () => los(true), zurueck });
    const bis = Date.now() + fensterSekunden * 1000;
    schwebende.setze([...schwebende.lies(), { nr, satz, bis, stand: 'wartet', fehler: null }]);
  });
}

/** Takes an act back while its window is open. */
export function nimmZurueck(nr: number): void {
  taten.get(nr)?.zurueck();
}

/** Sends at once what still waits. */
export function sofort(nr: number): void {
  taten.get(nr)?.los();
}

/** Closes the report of a failure. */
export function schliesse(nr: number): void {
  aendere(nr, null);
}

addEventListener('pagehide', () => {
  for (const tat of [...taten.values()]) tat.los();
});
