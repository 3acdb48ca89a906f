/** Where progress is shown: a terminal, or a file that keeps every line. */
export interface Ausgabe {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * One line that counts up on a terminal; elsewhere a line at the beginning and one at the end.
 * @returns what is told how many of how many are done
 */
export function zeigeFortschritt(ausgabe: Ausgabe): (fertig: number, von: number) => void {
  let zuletzt: string | null = null;
  return (fertig, von) => {
    const ende = fertig === von;
    if (zuletzt !== null && !ausgabe.isTTY && !ende) return;
    const zeile = `Richte die Musterstadt ein … ${fertig} von ${von} Vorlagen`;
    if (zeile === zuletzt) return;
    zuletzt = zeile;
    if (!ausgabe.isTTY) ausgabe.write(`${zeile}\n`);
    else ausgabe.write(`\r${zeile}${ende ? '\n' : ''}`);
  };
}
