import { gueltigesToken } from '../anmeldung/tokens.ts';
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
  /** Instant in ms at which it is sent; null: somebody is at the bar, and the window stays open. */
  readonly bis: number | null;
  readonly stand: 'wartet' | 'laeuft' | 'gescheitert';
  readonly fehler: string | null;
}

export const fensterSekunden = 6;
export const schwebende = macheSpeicher<readonly Schwebend[]>([]);

interface Tat {
  readonly los: (ueberlebt: boolean) => void;
  readonly zurueck: () => void;
  readonly stelleUhr: () => void;
  readonly halteUhr: () => void;
}

const taten = new Map<number, Tat>();
/** True: carried out. */
const laufende = new Set<Promise<boolean>>();
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
  const ergebnis = new Promise<boolean>((fertig, gescheitert) => {
    let uhr: ReturnType<typeof setTimeout> | undefined;
    /** True once: the act is either sent or taken back. */
    const entscheide = () => {
      clearTimeout(uhr);
      return taten.delete(nr);
    };
    const los = (ueberlebt: boolean) => {
      if (!entscheide()) return;
      aendere(nr, { stand: 'laeuft' });
      const lauf = tue(ueberlebt).then(
        () => {
          aendere(nr, null);
          fertig(true);
          return true;
        },
        (fehler) => {
          aendere(nr, { stand: 'gescheitert', fehler: satzZu(fehler) });
          gescheitert(fehler);
          return false;
        },
      );
      laufende.add(lauf);
      void lauf.finally(() => laufende.delete(lauf));
    };
    const zurueck = () => {
      if (!entscheide()) return;
      aendere(nr, null);
      sage('Zurückgenommen. Es wurde nichts gesendet.');
      fertig(false);
    };
    const stelleUhr = () => {
      clearTimeout(uhr);
      uhr = setTimeout(() => los(false), fensterSekunden * 1000);
      aendere(nr, { bis: Date.now() + fensterSekunden * 1000 });
    };
    const halteUhr = () => {
      clearTimeout(uhr);
      aendere(nr, { bis: null });
    };
    taten.set(nr, { los, zurueck, stelleUhr, halteUhr });
    schwebende.setze([...schwebende.lies(), { nr, satz, bis: null, stand: 'wartet', fehler: null }]);
    stelleUhr();
  });
  sage(`${satz}. Sie können das ${fensterSekunden} Sekunden lang mit Strg und Z rückgängig machen.`);
  // A token that ends inside the window could not be renewed while the page is being left.
  void gueltigesToken().catch(() => null);
  // The bar tells of a failure; who does not wait for the answer need not catch it.
  ergebnis.catch(() => null);
  return ergebnis;
}

/** Takes an act back while its window is open; without a number the last one. False: nothing is open. */
export function nimmZurueck(nr = [...taten.keys()].at(-1) ?? 0): boolean {
  const tat = taten.get(nr);
  tat?.zurueck();
  return tat !== undefined;
}

/** Sends at once what still waits. */
export function sofort(nr: number): void {
  taten.get(nr)?.los(false);
}

/** Keeps the windows open while somebody is at the bar by keyboard; afterwards they run anew. */
export function halteFenster(halte: boolean): void {
  for (const tat of taten.values()) (halte ? tat.halteUhr : tat.stelleUhr)();
}

/** Closes the report of a failure. */
export function schliesse(nr: number): void {
  aendere(nr, null);
}

/** Puts a failure into the bar that nobody waited for. */
export function meldeGescheitert(satz: string, fehler: unknown): void {
  const eintrag = { nr: ++zaehler, satz, bis: null, stand: 'gescheitert', fehler: satzZu(fehler) } as const;
  schwebende.setze([...schwebende.lies(), eintrag]);
}

/** Sends what waits, and ends when all is answered; false where something was not carried out. */
export async function sendeAlles(): Promise<boolean> {
  for (const tat of [...taten.values()]) tat.los(true);
  return (await Promise.all(laufende)).every((getan) => getan);
}

/** Whoever leaves the page has decided. */
export function sendeBeimVerlassen(): void {
  addEventListener('pagehide', () => void sendeAlles());
}
