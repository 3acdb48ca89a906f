import type { Page } from 'playwright-core';
import { pruefeMitAxe } from './axe.ts';
import { zeichne } from './medien.ts';
import type { Befund } from './pruefung.ts';
import { pruefeBreite, pruefeEinmal } from './pruefungen/alle.ts';
import { type Ansichtstitel, gleicheTitel } from './pruefungen/titel.ts';

/** A screen in the states worth looking at (empty, error, loading, long text ...). */
export interface Schirm {
  readonly name: string;
  /** Brings the page there; called once per state. */
  readonly oeffne: (seite: Page) => Promise<unknown>;
  /** By name: what is done after opening. Default: nothing, as `Grundzustand`. */
  readonly zustaende?: Readonly<Record<string, (seite: Page) => Promise<unknown>>>;
}

/** A fault with the place in the matrix. */
export interface Matrixbefund extends Befund {
  /** Screen, state, colour scheme, width. */
  readonly zelle: string;
}

export interface Matrixergebnis {
  readonly befunde: readonly Matrixbefund[];
  /** Contrasts that axe could not measure. */
  readonly unklar: readonly Matrixbefund[];
  /** Milliseconds of axe and of the own checks by cell. */
  readonly zeiten: readonly { zelle: string; axe: number; eigene: number }[];
}

const breiten = [1280, 768, 320] as const;

/**
 * Looks at every screen x state x {light, dark} x {1280, 768, 320 px} with one navigation per screen and state.
 * Dark differs from light by colours alone, so only rules about colours run there; what does not depend on the
 * width runs once. Two screens with one title are a fault as well.
 *
 * @param anwendung the name that every title ends with
 */
export async function pruefeMatrix(
  seite: Page,
  schirme: readonly Schirm[],
  anwendung = 'Gremienweg',
): Promise<Matrixergebnis> {
  const befunde: Matrixbefund[] = [];
  const unklar: Matrixbefund[] = [];
  const zeiten: { zelle: string; axe: number; eigene: number }[] = [];
  const titel: Ansichtstitel[] = [];
  const mit = (zelle: string) => (befund: Befund) => ({ ...befund, zelle });

  for (const { name, oeffne, zustaende = { Grundzustand: async () => {} } } of schirme) {
    for (const [zustand, stelleHer] of Object.entries(zustaende)) {
      await seite.emulateMedia({ colorScheme: 'light' });
      await seite.setViewportSize({ width: breiten[0], height: 800 });
      await oeffne(seite);
      await stelleHer(seite);
      const beginn = performance.now();
      const zelle = `${name}, ${zustand}`;
      befunde.push(...(await pruefeEinmal(seite, anwendung)).map(mit(zelle)));
      zeiten.push({ zelle, axe: 0, eigene: performance.now() - beginn });
      titel.push({ adresse: name, titel: await seite.title() });
      for (const breite of breiten) {
        await seite.setViewportSize({ width: breite, height: 800 });
        for (const farbschema of ['light', 'dark'] as const) {
          const hier = `${zelle}, ${farbschema}, ${breite} px`;
          const hell = farbschema === 'light';
          await seite.emulateMedia({ colorScheme: farbschema });
          await zeichne(seite);
          const start = performance.now();
          const axe = await pruefeMitAxe(seite, hell ? 'alles' : 'farben');
          const mitte = performance.now();
          const eigene = hell ? await pruefeBreite(seite) : [];
          zeiten.push({ zelle: hier, axe: mitte - start, eigene: performance.now() - mitte });
          befunde.push(...[...axe.befunde, ...eigene].map(mit(hier)));
          unklar.push(...axe.unklar.map(mit(hier)));
        }
      }
      await seite.emulateMedia({ colorScheme: 'light' });
    }
  }
  befunde.push(...gleicheTitel(titel).map(mit('alle Schirme')));
  return { befunde, unklar, zeiten };
}

/** Throws one error that names every fault, equal ones of several cells together. */
export function keineInMatrix({ befunde }: Pick<Matrixergebnis, 'befunde'>): void {
  if (befunde.length === 0) return;
  const zellen = new Map<string, string[]>();
  for (const { pruefung, auswahl, satz, zelle } of befunde) {
    const text = `${pruefung}: ${satz}\n      ${auswahl}`;
    zellen.set(text, [...(zellen.get(text) ?? []), zelle]);
  }
  const zeilen = [...zellen].map(([text, wo]) => `  ${text}\n      in ${wo.join(' | ')}`);
  throw new Error(`${befunde.length} Befunde:\n${zeilen.join('\n')}`);
}
