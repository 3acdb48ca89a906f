import type { Einstellungen } from '../einstellungen.ts';
import type { Akte } from './akte.ts';
import type { Oberflaeche } from './oberflaeche.ts';

/** Environment of every function. */
export function grundvariablen(einstellungen: Einstellungen, akte: Akte, oberflaeche: Oberflaeche) {
  return {
    KOERPERSCHAFT: einstellungen.koerperschaft.id,
    KOERPERSCHAFT_NAME: einstellungen.koerperschaft.name,
    STUFE: einstellungen.stufe,
    TABELLE_AKTE: akte.tabelle.tableName,
    /** Base of links in mails, without a slash at its end. */
    ADRESSE: oberflaeche.adresse,
  };
}

/** Origins of the pages that post drafts: those the login sends people back to, and the known address. */
export function urspruenge(einstellungen: Einstellungen): string[] {
  const adressen = [...einstellungen.callbackUrls, ...(einstellungen.adresse ? [einstellungen.adresse] : [])];
  return [...new Set(adressen.map((adresse) => new URL(adresse).origin))];
}
