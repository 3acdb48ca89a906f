import type { Page, Request, Route } from 'playwright-core';

/** From now on the API cannot be reached from this page, until the answer is called. */
export async function trenneApi(seite: Page): Promise<() => Promise<void>> {
  const alles = '**/api/**';
  await seite.route(alles, (weg) => weg.abort('connectionrefused'));
  return () => seite.unroute(alles);
}

/** The next request of this kind is carried out by the server, and its answer gets lost on the way. */
export async function verliereAntwort(seite: Page, methode: string, pfad: RegExp): Promise<void> {
  let verloren = false;
  await seite.route(pfad, async (weg) => {
    if (verloren || weg.request().method() !== methode) return weg.fallback();
    verloren = true;
    await weg.fetch();
    await weg.abort('connectionreset');
  });
}

/** The next file is held on its way to the store and never arrives. */
export function halteUploadAuf(seite: Page, speicher: string): Promise<void> {
  return stoereUpload(seite, speicher, () => {});
}

/** The connection breaks while the next file is being sent. */
export function brichUploadAb(seite: Page, speicher: string): Promise<void> {
  return stoereUpload(seite, speicher, (weg) => weg.abort('connectionreset'));
}

async function stoereUpload(seite: Page, speicher: string, stoere: (weg: Route) => unknown): Promise<void> {
  let gestoert = false;
  await seite.route(`${new URL(speicher).origin}/**`, (weg) => {
    if (gestoert || weg.request().method() !== 'POST') return weg.fallback();
    gestoert = true;
    stoere(weg);
  });
}

/** Lets this much time pass for the page, and for its clock, at once. */
export async function lassVergehen(seite: Page, ms: number): Promise<void> {
  const jetzt = await seite.evaluate(() => Date.now());
  await seite.clock.setFixedTime(jetzt + ms);
  await seite.clock.runFor(ms);
}

/** Counts what the page asks of the API. */
export function zaehle(seite: Page, methode: string, pfad: RegExp): () => number {
  let zahl = 0;
  const sieh = (r: Request) => {
    if (r.method() === methode && pfad.test(r.url())) zahl += 1;
  };
  seite.on('request', sieh);
  return () => zahl;
}
