import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Einstellungen } from '../einstellungen.ts';
import type { Akte } from './akte.ts';

/** Environment of every function. */
export function grundvariablen(einstellungen: Einstellungen, akte: Akte, httpApi: HttpApi) {
  return {
    KOERPERSCHAFT: einstellungen.koerperschaft.id,
    KOERPERSCHAFT_NAME: einstellungen.koerperschaft.name,
    STUFE: einstellungen.stufe,
    TABELLE_AKTE: akte.tabelle.tableName,
    /** Base of links in mails, without a slash at its end. */
    ADRESSE: einstellungen.adresse?.replace(/\/+$/, '') ?? httpApi.apiEndpoint,
  };
}

/** Origins of the pages that post drafts: those the login sends people back to, and the known address. */
export function urspruenge(einstellungen: Einstellungen): string[] {
  const adressen = [...einstellungen.callbackUrls, ...(einstellungen.adresse ? [einstellungen.adresse] : [])];
  return [...new Set(adressen.map((adresse) => new URL(adresse).origin))];
}
