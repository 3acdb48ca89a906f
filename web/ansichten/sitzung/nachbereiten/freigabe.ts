import { ApiFehler, satzZu } from '../../../api/fehler.ts';
import { sende } from '../../../api/klient.ts';
import { absichtsschluessel, vergissAbsicht } from '../../../speicher/absicht.ts';
import type { Freigabeergebnis, Freigabezeile } from './beurteilung.ts';

/** Releases row by row as the person saw them; each has its own result, and one that fails stops no other. */
export async function gibFrei(
  zeilen: readonly Freigabezeile[],
  ueberlebt: boolean,
): Promise<Freigabeergebnis[]> {
  if (ueberlebt) return Promise.all(zeilen.map((z) => gibEineFrei(z, true)));
  const ergebnisse: Freigabeergebnis[] = [];
  for (const z of zeilen) ergebnisse.push(await gibEineFrei(z, false));
  return ergebnisse;
}

async function gibEineFrei(
  { punkt, antwort, warnungen }: Freigabezeile,
  ueberlebt: boolean,
): Promise<Freigabeergebnis> {
  const bestaetigt = [...new Set(warnungen.map((w) => w.zeile))].toSorted((a, b) => a - b);
  const version = antwort?.version;
  // The same outcome confirmed in the same way is the same intention, also after a reload.
  const name = `freigabe:${punkt.vorlage}#${punkt.beratung}`;
  try {
    await sende('POST', `/vorlagen/${punkt.vorlage}/beratungen/${punkt.beratung}/freigabe`, {
      koerper: { bestaetigt },
      version,
      schluessel: absichtsschluessel(name, { version, bestaetigt }),
      ueberlebt,
    });
    vergissAbsicht(name);
    return { punkt, freigegeben: true, grund: null };
  } catch (fehler) {
    const geaendert = fehler instanceof ApiFehler && fehler.code === 'KONFLIKT';
    return {
      punkt,
      freigegeben: false,
      grund: geaendert ? 'Inzwischen geändert. Bitte prüfen Sie diesen Punkt noch einmal.' : satzZu(fehler),
    };
  }
}
