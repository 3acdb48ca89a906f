import * as z from 'zod';
import type { Akteur } from '../../domain/rollen/stelle.ts';
import type { Dienste } from './dienste.ts';

/** What a handler gets: the checked request and who asks. */
export interface Anfrage<K, A> {
  readonly pfad: Readonly<Record<string, string>>;
  readonly koerper: K;
  readonly abfrage: A;
  readonly akteur: Akteur;
  readonly dienste: Dienste;
  readonly jetzt: string;
  /** Idempotency-Key of a changing request. */
  readonly idempotenz: string | null;
  /** Version that the person saw (If-Match); null where the route does not ask for it. */
  readonly gesehen: number | null;
}

export type Antwort =
  | { readonly status: 200 | 201; readonly json: unknown }
  | { readonly status: 200; readonly datei: Uint8Array; readonly typ: string; readonly dateiname: string }
  | { readonly status: 200; readonly text: string; readonly typ: string; readonly dateiname: string };

/** One operation of the API: the single source of its check, its handler and its description. */
export interface Route {
  readonly methode: 'get' | 'post' | 'put';
  /** Path below /api with {name} for variables. */
  readonly pfad: string;
  readonly name: string;
  readonly zweck: string;
  readonly koerper: z.ZodType | null;
  readonly abfrage: z.ZodType | null;
  readonly antwort: z.ZodType;
  /** Of the answer where it is a file (z.file()), for the description. */
  readonly medientyp: string;
  /** The request names the version that was seen (header If-Match). */
  readonly mitVersion: boolean;
  readonly oeffentlich: boolean;
  /** Status of success, for the description. */
  readonly erfolg: 200 | 201;
  readonly tue: (anfrage: Anfrage<unknown, unknown>) => Promise<Antwort>;
}

interface Beschreibung<K, A> {
  readonly name: string;
  readonly zweck: string;
  readonly koerper?: z.ZodType<K>;
  readonly abfrage?: z.ZodType<A>;
  readonly antwort: z.ZodType;
  readonly medientyp?: string;
  readonly mitVersion?: boolean;
  readonly oeffentlich?: boolean;
  readonly erfolg?: 200 | 201;
}

/** Declares a route; body and query arrive in the handler with the types of their schemas. */
export function route<K = undefined, A = undefined>(
  methode: Route['methode'],
  pfad: string,
  b: Beschreibung<K, A>,
  tue: (anfrage: Anfrage<K, A>) => Promise<Antwort>,
): Route {
  return {
    methode,
    pfad,
    name: b.name,
    zweck: b.zweck,
    koerper: b.koerper ?? null,
    abfrage: b.abfrage ?? null,
    antwort: b.antwort,
    medientyp: b.medientyp ?? 'application/octet-stream',
    mitVersion: b.mitVersion ?? false,
    oeffentlich: b.oeffentlich ?? false,
    erfolg: b.erfolg ?? 200,
    tue: tue as Route['tue'],
  };
}

export function json(wert: unknown, status: 200 | 201 = 200): Antwort {
  return { status, json: wert };
}

/** A page of a list: pass `cursor` back to go on. */
export const seitenabfrage = z.object({
  cursor: z.string().max(2_000).optional(),
  anzahl: z.coerce.number().int().min(1).max(100).default(20),
});

export function seitenantwort(eintrag: z.ZodType): z.ZodType {
  return z.object({ eintraege: z.array(eintrag), cursor: z.string().nullable() });
}
