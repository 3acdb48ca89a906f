import type { Beratungsangabe } from '../../bausteine/beratungsangabe.ts';

/** What looks odd in a Gremienweg and may still be meant so. */
export function weghinweise(weg: readonly Beratungsangabe[]): readonly string[] {
  const saetze: string[] = [];
  const tage = weg.map((b) => b.datum).filter((d) => d !== '');
  if (tage.some((tag, i) => i > 0 && tag < (tage[i - 1] ?? ''))) {
    saetze.push('Eine spätere Beratung liegt vor einer früheren. Bitte prüfen Sie die Reihenfolge.');
  }
  if (weg.some((b, i) => !b.oeffentlich && weg.slice(i + 1).some((s) => s.oeffentlich))) {
    saetze.push(
      'Zuerst wird nichtöffentlich beraten, später öffentlich. Bitte prüfen Sie, ob das so gemeint ist (§ 35 GemO).',
    );
  }
  return saetze;
}

/** Titles that the paper names and no Anlage bears. */
export function fehlendeAnlagen(imPapier: readonly string[], titel: readonly string[]): readonly string[] {
  const vorhanden = new Set(titel.map((t) => t.trim().toLowerCase()));
  return imPapier.filter((t) => !vorhanden.has(t.trim().toLowerCase()));
}
