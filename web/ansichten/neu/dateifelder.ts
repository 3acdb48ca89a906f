import type { Formular } from './formular.ts';
import { einzeilig } from './formular.ts';
import type { Pruefstand } from './pruefstand.ts';

/** A head field that the file says differently than the form. */
export interface Abweichung {
  readonly feld: 'betreff' | 'az';
  readonly name: string;
  readonly eingegeben: string;
  readonly inDatei: string;
}

const felder = [
  { feld: 'betreff', name: 'Betreff', hoechstens: 250 },
  { feld: 'az', name: 'Aktenzeichen', hoechstens: 50 },
] as const;

/** Takes from the file what is still empty or only preliminary in the form, and says so. */
export function fuelleAus(
  f: Formular,
  stand: Pick<Pruefstand, 'felder'>,
): { formular: Formular; saetze: string[] } {
  let formular = f;
  const saetze: string[] = [];
  for (const { feld, name, hoechstens } of felder) {
    const wert = einzeilig(stand.felder?.[feld] ?? '');
    const frei = feld === 'betreff' ? f.betreffVorlaeufig || f.betreff.trim() === '' : f[feld].trim() === '';
    if (wert === '' || wert.length > hoechstens || !frei || wert === f[feld]) continue;
    formular = { ...formular, [feld]: wert, ...(feld === 'betreff' ? { betreffVorlaeufig: false } : {}) };
    saetze.push(`${name} aus der Datei übernommen: „${wert}“.`);
  }
  if (f.betreffVorlaeufig && einzeilig(stand.felder?.betreff ?? '') === f.betreff.trim()) {
    formular = { ...formular, betreffVorlaeufig: false };
  }
  return { formular, saetze };
}

export function abweichungen(f: Formular, stand: Pick<Pruefstand, 'felder'>): readonly Abweichung[] {
  return felder.flatMap(({ feld, name }) => {
    const inDatei = einzeilig(stand.felder?.[feld] ?? '');
    const eingegeben = einzeilig(f[feld]);
    return inDatei === '' || inDatei === eingegeben ? [] : [{ feld, name, eingegeben, inDatei }];
  });
}
