import { ergebnisSchema } from '../../domain/ergebnis/schema.ts';
import { type Eintrag, eintragsschema } from './postausgang.ts';

/**
 * A row of the outbox as it is read: rows of an earlier version of the application get what was added since
 * by the defaults of the outcome's schema. Null for one of a later version: it stays untouched, for the tab
 * that wrote it.
 */
export function liesEintrag(roh: Eintrag): Eintrag | null {
  if (roh.schema > eintragsschema) return null;
  const ergebnis = ergebnisSchema.safeParse(roh.ergebnis);
  // What cannot be read any more is never sent and never dropped: the person sees it as refused.
  if (!ergebnis.success) {
    return { ...roh, stand: 'abgelehnt', sendung: null, ablehnung: unlesbar };
  }
  return { ...roh, schema: eintragsschema, ergebnis: ergebnis.data };
}

const unlesbar =
  'Diese Eingabe stammt aus einer früheren Fassung der Anwendung und lässt sich nicht senden. Bitte erfassen Sie das Ergebnis noch einmal.';
