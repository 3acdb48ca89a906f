import type { BrowserContext } from 'playwright-core';

/** Something a page must not do. */
export interface Meldung {
  readonly art: 'Konsole' | 'Skript' | 'CSP' | 'fremder Ursprung';
  readonly text: string;
  /** Address of the page. */
  readonly adresse: string;
}

/** Watches all pages of a context. */
export interface Wache {
  erlaube(urspruenge: readonly string[]): void;
  /** The messages since the last time, or those that match; taken, they are gone. */
  nimm(muster?: RegExp): Promise<Meldung[]>;
}

/** A frame without scripts refuses what the browser's driver installs in every page. */
const ausDemTreiber = /^Blocked script execution in .* because the document's frame is sandboxed/;

const istCsp = /Content Security Policy|Trusted ?(Types|HTML|Script)/i;

/**
 * Collects errors of the console, of scripts and of the Content Security Policy (Trusted Types among them),
 * and requests to an origin that is neither allowed nor the one of the context's first address.
 */
export function ueberwache(kontext: BrowserContext): Wache {
  let meldungen: Meldung[] = [];
  const erlaubt = new Set<string>();
  let erste: string | undefined;

  kontext.on('console', (nachricht) => {
    const text = nachricht.text();
    if (nachricht.type() !== 'error' || ausDemTreiber.test(text)) return;
    const ort = nachricht.location().url;
    meldungen.push({
      art: istCsp.test(text) ? 'CSP' : 'Konsole',
      text: ort && !text.includes(ort) ? `${text} (${ort})` : text,
      adresse: nachricht.page()?.url() ?? '',
    });
  });
  kontext.on('weberror', (fehler) => {
    const { message } = fehler.error();
    const adresse = fehler.page()?.url() ?? '';
    meldungen.push({ art: istCsp.test(message) ? 'CSP' : 'Skript', text: message, adresse });
  });
  kontext.on('request', (anfrage) => {
    const url = new URL(anfrage.url());
    if (!/^(https?|wss?|ftp):$/.test(url.protocol)) return;
    erste ??= url.origin;
    if (url.origin === erste || erlaubt.has(url.origin)) return;
    meldungen.push({ art: 'fremder Ursprung', text: anfrage.url(), adresse: anfrage.frame().url() });
  });

  return {
    erlaube: (urspruenge) => {
      for (const ursprung of urspruenge) erlaubt.add(new URL(ursprung).origin);
    },
    async nimm(muster) {
      // What a page said before this answer has arrived after it.
      for (const seite of kontext.pages()) if (!seite.isClosed()) await seite.evaluate('0').catch(() => {});
      const genommen = meldungen.filter((m) => muster?.test(m.text) ?? true);
      meldungen = meldungen.filter((m) => !genommen.includes(m));
      return genommen;
    },
  };
}
