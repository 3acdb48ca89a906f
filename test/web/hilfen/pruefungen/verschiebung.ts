import type { Page } from 'playwright-core';
import { type Befund, frage } from '../pruefung.ts';

/** Cumulative layout shift since the page began, in session windows as web.dev/cls defines it, and what moved. */
export async function messeVerschiebung(seite: Page): Promise<{ wert: number; was: string[] }> {
  const alle = await frage(
    seite,
    async ({ verschiebungen }) => {
      // An observer is told after the frame.
      await new Promise((weiter) => requestAnimationFrame(() => requestAnimationFrame(weiter)));
      return verschiebungen;
    },
    null,
  );
  let schlimmstes = { wert: 0, was: [] as string[] };
  let fenster = { von: 0, bis: 0, wert: 0, was: [] as string[] };
  for (const { wert, zeit, was } of alle) {
    const dazu = zeit - fenster.bis < 1000 && zeit - fenster.von < 5000 && fenster.wert > 0;
    fenster = dazu
      ? { ...fenster, bis: zeit, wert: fenster.wert + wert, was: [...fenster.was, ...was] }
      : { von: zeit, bis: zeit, wert, was };
    if (fenster.wert > schlimmstes.wert) schlimmstes = { wert: fenster.wert, was: fenster.was };
  }
  return { wert: schlimmstes.wert, was: [...new Set(schlimmstes.was)] };
}

/** 0.1 is called good; a page whose data come in one answer can do better. */
const hoechstens = 0.05;

export async function pruefeVerschiebung(seite: Page): Promise<Befund[]> {
  const { wert, was } = await messeVerschiebung(seite);
  if (wert <= hoechstens) return [];
  const satz = `Beim Aufbau verschiebt sich der Inhalt um ${wert.toFixed(3)} (höchstens ${hoechstens}).`;
  return [{ pruefung: 'verschiebung', auswahl: was.join(', '), satz }];
}
