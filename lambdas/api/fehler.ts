import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Ablehnung } from '../../domain/gemeinsam/antwort.ts';

/** A refusal on its way to the caller: code, German sentence, HTTP status. */
export class ApiFehler extends Error {
  readonly ablehnung: Ablehnung;
  readonly status: ContentfulStatusCode;
  constructor(ablehnung: Ablehnung, status?: ContentfulStatusCode) {
    super(ablehnung.satz);
    this.ablehnung = ablehnung;
    this.status = status ?? statusVon(ablehnung.code);
  }
}

/** Codes whose status is not 409: everything else is a state of the record that forbids the act. */
const status: Readonly<Record<string, ContentfulStatusCode>> = {
  EINGABE_UNGUELTIG: 400,
  IDEMPOTENZ_FEHLT: 400,
  JSON_UNGUELTIG: 400,
  CURSOR_UNGUELTIG: 400,
  NICHT_ANGEMELDET: 401,
  PERSON_UNBEKANNT: 403,
  NICHT_BERECHTIGT: 403,
  VIER_AUGEN: 403,
  NICHT_GEFUNDEN: 404,
  METHODE_UNBEKANNT: 405,
  ANFRAGE_ZU_GROSS: 413,
  ERGEBNIS_WIDERSPRUCH: 422,
  WARNUNG_UNBESTAETIGT: 422,
  BEGRUENDUNG_FEHLT: 422,
  SCHLUESSEL_WIEDERVERWENDET: 422,
  UPLOAD_ABGELEHNT: 422,
  VERSION_FEHLT: 428,
  UEBERLASTET: 503,
};

export function statusVon(code: string): ContentfulStatusCode {
  return status[code] ?? 409;
}

/** Body of every error: never a stack trace. */
export function fehlerkoerper(a: Ablehnung): Record<string, unknown> {
  return {
    code: a.code,
    satz: a.satz,
    ...(a.paragraf ? { paragraf: a.paragraf } : {}),
    ...(a.einzelheiten === undefined || a.einzelheiten === null ? {} : { einzelheiten: a.einzelheiten }),
  };
}
