import type { Lesebericht } from '../modell/schema.ts';
import { meldeAenderungen } from './aenderungen.ts';
import { Ablehnung, befund } from './befunde.ts';
import { leseBeschriftungen } from './beschriftungen.ts';
import { leseStuecke } from './bloecke.ts';
import { leseFelder } from './felder.ts';
import { anlagentitel, gliedere, koerperbloecke, kopfbereich } from './gliederung.ts';
import { createBudget, type Grenzen, standardgrenzen } from './grenzen.ts';
import { oeffnePaket } from './paket.ts';
import { createUmgebung } from './umgebung.ts';

/**
 * Reads a clerk's draft into the document model, or says why not. Never throws, whatever the bytes are.
 *
 * A refused draft that could still be read carries its fields and model, so that the screen can show what was
 * meant; only an accepted one may become an official paper.
 */
export async function leseEntwurf(bytes: Uint8Array, grenzen: Partial<Grenzen> = {}): Promise<Lesebericht> {
  try {
    return await lies(bytes, { ...standardgrenzen, ...grenzen });
  } catch (fehler) {
    const grund = fehler instanceof Ablehnung ? fehler.befund : befund('UNLESBAR');
    return { angenommen: false, befunde: [grund], felder: null, modell: null, anlagen: [], beratungen: [] };
  }
}

async function lies(bytes: Uint8Array, grenzen: Grenzen): Promise<Lesebericht> {
  const budget = createBudget(grenzen);
  const paket = await oeffnePaket(bytes, budget);
  const umgebung = createUmgebung(paket, budget);
  meldeAenderungen(umgebung);
  const stuecke = leseStuecke(umgebung);
  const gliederung = gliedere(stuecke, leseBeschriftungen(kopfbereich(stuecke)).kopfende);
  const felder = leseFelder(gliederung.kopf, umgebung);
  const bloecke = koerperbloecke(gliederung);
  if (bloecke.length === 0) umgebung.befunde.push(befund('KEIN_TEXT'));
  return {
    angenommen: !umgebung.befunde.some((b) => b.art === 'fehler'),
    befunde: umgebung.befunde,
    felder,
    modell: { schemaVersion: 1, bloecke },
    anlagen: anlagentitel(gliederung.anlagen),
    beratungen: [...leseBeschriftungen(gliederung.kopf).beratungen],
  };
}
