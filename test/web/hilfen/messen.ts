import type { Page } from 'playwright-core';
import { messeVerschiebung } from './pruefungen/verschiebung.ts';

/** What opening a view costs. */
export interface Messung {
  /** Transferred bytes of the bodies, as encoded on the way (br, gzip), by type of resource. */
  readonly bytes: Readonly<Record<string, number>>;
  readonly gesamt: number;
  /** Every file: address without query, type, bytes, encoding. */
  readonly dateien: readonly { adresse: string; art: string; bytes: number; kodierung: string }[];
  readonly urspruenge: readonly string[];
  /** Cumulative layout shift. */
  readonly verschiebung: number;
}

/**
 * Measures all requests until `oeffne` has done its work and the network is silent. The cache is empty at first;
 * what a redirect for the login loads a second time comes from it and is not counted again.
 */
export async function messe(seite: Page, oeffne: (seite: Page) => Promise<unknown>): Promise<Messung> {
  const cdp = await seite.context().newCDPSession(seite);
  await cdp.send('Network.enable');
  await cdp.send('Network.clearBrowserCache');
  const anfragen = new Map<
    string,
    { adresse: string; art: string; kodierung: string; kopf: number; bytes: number }
  >();
  const ausCache = new Set<string>();
  cdp.on('Network.requestServedFromCache', ({ requestId }) => ausCache.add(requestId));
  cdp.on('Network.responseReceived', ({ requestId, type = 'Other', response }) => {
    const { href, protocol } = new URL(response.url);
    if (!protocol.startsWith('http') || response.fromDiskCache || ausCache.has(requestId)) return;
    const kodierung = kopfzeile(response.headers, 'content-encoding') ?? 'keine';
    const kopf = response.encodedDataLength;
    anfragen.set(requestId, { adresse: href.split('?')[0] ?? href, art: type, kodierung, kopf, bytes: 0 });
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const anfrage = anfragen.get(requestId);
    if (anfrage) anfrage.bytes = Math.max(0, encodedDataLength - anfrage.kopf);
  });
  await oeffne(seite);
  await seite.waitForLoadState('networkidle');
  const { wert } = await messeVerschiebung(seite);
  await cdp.detach();

  const dateien = [...anfragen.values()].map(({ adresse, art, bytes, kodierung }) => ({
    adresse,
    art,
    bytes,
    kodierung,
  }));
  const bytes: Record<string, number> = {};
  for (const datei of dateien) bytes[datei.art] = (bytes[datei.art] ?? 0) + datei.bytes;
  return {
    bytes,
    gesamt: dateien.reduce((summe, datei) => summe + datei.bytes, 0),
    dateien,
    urspruenge: [...new Set(dateien.map(({ adresse }) => new URL(adresse).origin))],
    verschiebung: wert,
  };
}

function kopfzeile(kopf: Record<string, string>, name: string): string | undefined {
  return Object.entries(kopf).find(([schluessel]) => schluessel.toLowerCase() === name)?.[1];
}
