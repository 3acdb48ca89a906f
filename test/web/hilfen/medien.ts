import type { Page } from 'playwright-core';
import { frage } from './pruefung.ts';

/** Waits until the page has told its scripts of what changed, and has drawn what they made of it. */
export function zeichne(seite: Page): Promise<void> {
  return frage(
    seite,
    () => new Promise<void>((weiter) => requestAnimationFrame(() => requestAnimationFrame(() => weiter()))),
    null,
  );
}

/** What a person set in the system or the browser. */
export interface Medien {
  readonly colorScheme?: 'light' | 'dark';
  readonly contrast?: 'more' | 'no-preference';
  readonly forcedColors?: 'active' | 'none';
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

/** Does something under other settings and puts the old ones back. */
export async function mitMedien<T>(seite: Page, medien: Medien, tun: () => Promise<T>): Promise<T> {
  const vorher = await frage(
    seite,
    () => {
      const gilt = (bedingung: string) => matchMedia(`(${bedingung})`).matches;
      return {
        colorScheme: gilt('prefers-color-scheme: dark') ? 'dark' : 'light',
        forcedColors: gilt('forced-colors: active') ? 'active' : 'none',
        reducedMotion: gilt('prefers-reduced-motion: reduce') ? 'reduce' : 'no-preference',
      } as const;
    },
    null,
  );
  await seite.emulateMedia(medien);
  await zeichne(seite);
  try {
    return await tun();
  } finally {
    await seite.emulateMedia(vorher);
  }
}

/** Does something in a window of another size and puts the old one back. */
export async function mitGroesse<T>(
  seite: Page,
  breite: number,
  hoehe: number,
  tun: () => Promise<T>,
): Promise<T> {
  const vorher = seite.viewportSize();
  await seite.setViewportSize({ width: breite, height: hoehe });
  await zeichne(seite);
  try {
    return await tun();
  } finally {
    if (vorher) await seite.setViewportSize(vorher);
  }
}
