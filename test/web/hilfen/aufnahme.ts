import type { CDPSession, Page } from 'playwright-core';
import { zeichne } from './medien.ts';
import { type Ausschnitt, type Bild, liesPng } from './pixel.ts';

const sitzungen = new WeakMap<Page, Promise<CDPSession>>();

/** A part of the page, in CSS pixels of the document, also outside of the window. */
export async function nimmAuf(seite: Page, { x, y, width, height }: Ausschnitt): Promise<Bild> {
  const sitzung = sitzungen.get(seite) ?? seite.context().newCDPSession(seite);
  sitzungen.set(seite, sitzung);
  await zeichne(seite);
  const { data } = await (await sitzung).send('Page.captureScreenshot', {
    format: 'png',
    clip: { x, y, width, height, scale: 1 },
    captureBeyondViewport: true,
    // Packed less: the file is read once and thrown away.
    optimizeForSpeed: true,
  });
  return liesPng(Buffer.from(data, 'base64'));
}

/** The smallest part with whole numbers that holds all of these. */
export function umfasse(teile: readonly Ausschnitt[]): Ausschnitt {
  const x = Math.max(0, Math.floor(Math.min(...teile.map((t) => t.x))));
  const y = Math.max(0, Math.floor(Math.min(...teile.map((t) => t.y))));
  const rechts = Math.ceil(Math.max(...teile.map((t) => t.x + t.width)));
  const unten = Math.ceil(Math.max(...teile.map((t) => t.y + t.height)));
  return { x, y, width: Math.max(1, rechts - x), height: Math.max(1, unten - y) };
}

/** The same place within a picture that begins elsewhere. */
export function darin(teil: Ausschnitt, bild: Ausschnitt): Ausschnitt {
  return { ...teil, x: Math.floor(teil.x) - bild.x, y: Math.floor(teil.y) - bild.y };
}
