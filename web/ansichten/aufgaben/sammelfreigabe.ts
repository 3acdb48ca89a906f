import type { Listeneintrag } from '../../../domain/vorlage/projektion.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { ApiFehler, satzZu } from '../../api/fehler.ts';
import { hole, sende } from '../../api/klient.ts';

/** A row of a work list: what waits there. */
export interface Aufgabe extends Listeneintrag {
  readonly art: 'station' | 'ueberarbeitung' | 'beratung';
  readonly wartenummer: number;
  readonly beratung: number | null;
}

/** One Vorlage of a bulk release as the person saw it in the preview. */
export interface Freigabezeile {
  readonly vorlage: string;
  readonly nummer: string | null;
  readonly betreff: string;
  readonly station: string;
  readonly wartenummer: number;
  readonly fassung: number;
  readonly version: number;
  /** One key per row: repeating a bulk act releases nothing twice. */
  readonly schluessel: string;
}

export interface Freigabeergebnis {
  readonly zeile: Pick<Freigabezeile, 'vorlage' | 'nummer' | 'betreff'>;
  readonly freigegeben: boolean;
  /** Why it was passed over. */
  readonly grund: string | null;
}

/** Looks up what is about to be released; what has moved on meanwhile comes back with the reason. */
export async function bereiteVor(
  aufgaben: readonly Aufgabe[],
): Promise<{ zeilen: Freigabezeile[]; uebersprungen: Freigabeergebnis[] }> {
  const zeilen: Freigabezeile[] = [];
  const uebersprungen: Freigabeergebnis[] = [];
  await Promise.all(
    aufgaben.map(async (a) => {
      try {
        const { vorlage, version } = await hole<{ vorlage: Vorlagenstand; version: number }>(
          `/vorlagen/${a.vorlage}`,
        );
        const { halt } = vorlage;
        if (halt?.art !== 'station' || halt.wartenummer !== a.wartenummer) {
          uebersprungen.push({
            zeile: a,
            freigegeben: false,
            grund: 'Liegt inzwischen nicht mehr bei Ihnen.',
          });
          return;
        }
        zeilen.push({
          vorlage: a.vorlage,
          nummer: vorlage.nummer,
          betreff: vorlage.betreff,
          station: halt.station,
          wartenummer: halt.wartenummer,
          fassung: vorlage.fassungen.length,
          version,
          schluessel: crypto.randomUUID(),
        });
      } catch (fehler) {
        uebersprungen.push({ zeile: a, freigegeben: false, grund: satzZu(fehler) });
      }
    }),
  );
  const rang = new Map(aufgaben.map((a, i) => [a.vorlage, i]));
  zeilen.sort((a, b) => (rang.get(a.vorlage) ?? 0) - (rang.get(b.vorlage) ?? 0));
  return { zeilen, uebersprungen };
}

/** Releases row by row; each has its own result, and one that fails stops no other. */
export async function gibFrei(
  zeilen: readonly Freigabezeile[],
  ueberlebt: boolean,
): Promise<Freigabeergebnis[]> {
  const eine = async (z: Freigabezeile): Promise<Freigabeergebnis> => {
    const { station, wartenummer, fassung } = z;
    try {
      await sende('POST', `/vorlagen/${z.vorlage}/entscheidungen`, {
        koerper: { station, wartenummer, fassung, entscheidung: 'freigegeben' },
        version: z.version,
        schluessel: z.schluessel,
        ueberlebt,
      });
      return { zeile: z, freigegeben: true, grund: null };
    } catch (fehler) {
      const geaendert = fehler instanceof ApiFehler && fehler.status === 409;
      return {
        zeile: z,
        freigegeben: false,
        grund: geaendert ? `Inzwischen geändert: ${fehler.satz}` : satzZu(fehler),
      };
    }
  };
  // The page is being left: there is no time for one after the other.
  if (ueberlebt) return Promise.all(zeilen.map(eine));
  const ergebnisse: Freigabeergebnis[] = [];
  for (const z of zeilen) ergebnisse.push(await eine(z));
  return ergebnisse;
}

/** "11 freigegeben, 1 übersprungen" */
export function zusammenfassung(ergebnisse: readonly Freigabeergebnis[]): string {
  const frei = ergebnisse.filter((e) => e.freigegeben).length;
  const nicht = ergebnisse.length - frei;
  return nicht === 0 ? `${frei} freigegeben` : `${frei} freigegeben, ${nicht} übersprungen`;
}
