import * as z from 'zod';
import { rollen } from '../rollen/rolle.ts';

/** Why someone is told something. */
export const anlaesse = [
  'wartetAufSie',
  'zurueckgegeben',
  'weitergegeben',
  'neueFassung',
  'aufTagesordnung',
  'vonTagesordnung',
  'ergebnis',
  'berichtigt',
  'zurueckgezogen',
  'erinnerung',
  'fristAbgelaufen',
  'eskalation',
  'sitzungVerpasst',
  'angehalten',
  'arbeitGescheitert',
] as const;
export type Anlass = (typeof anlaesse)[number];

/** Default of immediate delivery; the rest goes into the daily digest. Each person may change it. */
export const sofortigeAnlaesse: ReadonlySet<Anlass> = new Set([
  'wartetAufSie',
  'zurueckgegeben',
  'ergebnis',
  'erinnerung',
  'fristAbgelaufen',
  'eskalation',
  'sitzungVerpasst',
  'angehalten',
  'arbeitGescheitert',
]);

/**
 * What a mail may say. It holds number, title and a link that asks for login; the title, reason and result
 * of a nichtoeffentlich paper never leave (they are null here already).
 */
export const nachrichtSchema = z.strictObject({
  anlass: z.enum(anlaesse),
  vorlage: z.string().nullable(),
  nummer: z.string().nullable(),
  betreff: z.string().nullable(),
  oeffentlich: z.boolean(),
  station: z.string().nullable(),
  frist: z.string().nullable(),
  grund: z.string().nullable(),
  /** Result in words, and what comes next. */
  ergebnis: z.string().nullable(),
  naechstes: z.string().nullable(),
  gremium: z.string().nullable(),
  datum: z.string().nullable(),
  top: z.string().nullable(),
});
export type Nachricht = z.infer<typeof nachrichtSchema>;

/** Everyone who fills a Stelle; or one person as long as it fills it, then whoever does. */
export const empfaengerSchema = z.union([
  z.strictObject({ rolle: z.enum(rollen), bereich: z.string() }),
  z.strictObject({
    person: z.string(),
    sonst: z.strictObject({ rolle: z.enum(rollen), bereich: z.string() }),
  }),
]);
export type Empfaenger = z.infer<typeof empfaengerSchema>;

export interface Zustellung {
  readonly an: Empfaenger;
  readonly nachricht: Nachricht;
}

/** A message that is about the system itself, not about a Vorlage. */
export function betriebsnachricht(anlass: Anlass): Nachricht {
  return {
    anlass,
    vorlage: null,
    nummer: null,
    betreff: null,
    oeffentlich: true,
    station: null,
    frist: null,
    grund: null,
    ergebnis: null,
    naechstes: null,
    gremium: null,
    datum: null,
    top: null,
  };
}
