import * as z from 'zod';
import { ergebnisSchema } from '../ergebnis/schema.ts';
import { beratungsrollen, vorlagenarten } from '../ergebnis/umfeld.ts';
import { tagSchema } from '../gemeinsam/datum.ts';
import { kennungSchema } from '../gemeinsam/kennung.ts';
import { rollen } from '../rollen/rolle.ts';

/**
 * entwurf: with the clerk, no number yet; verworfen: given up before it was submitted, nobody else saw it. unterwegs: at a station of the route. ueberarbeitung: sent back.
 * beratung: the Formpruefung is done, the Gremienweg runs.
 */
export const phasen = [
  'entwurf',
  'unterwegs',
  'ueberarbeitung',
  'beratung',
  'abgeschlossen',
  'zurueckgezogen',
  'verworfen',
] as const;
export type Phase = (typeof phasen)[number];

/** Where the Vorlage waits, and for whom. `wartenummer` counts the waits of this Vorlage from 1. */
export const haltSchema = z.strictObject({
  art: z.enum(['station', 'ueberarbeitung', 'beratung']),
  /** Name of the station of the route (for `beratung`: the committee's station). */
  station: z.string(),
  wartenummer: z.int().min(1),
  rolle: z.enum(rollen),
  bereich: z.string(),
  /** Begin of the wait; reminders count from here. */
  beginn: z.string(),
  /** Working days until the Frist, and its last day. */
  fristTage: z.int().min(1),
  frist: tagSchema,
  /** Number of the Beratung that is awaited, for `beratung`. */
  beratung: z.int().min(1).nullable(),
});
export type Halt = z.infer<typeof haltSchema>;

/** A stored, checked file: later reads name version and hash. */
export const dateiSchema = z.strictObject({
  upload: z.string(),
  dateiname: z.string(),
  schluessel: z.string(),
  versionId: z.string(),
  sha256: z.string().length(64),
  groesse: z.int().min(0),
});
export type Datei = z.infer<typeof dateiSchema>;

export const anlageSchema = z.strictObject({
  titel: z.string().min(1).max(250),
  oeffentlich: z.boolean(),
  datei: dateiSchema,
});

/** One version of the paper, as it was submitted. */
export const fassungSchema = z.strictObject({
  nr: z.int().min(1),
  entwurf: dateiSchema,
  /** The checked document model, written by our reader beside the original. */
  modell: z.strictObject({ schluessel: z.string(), versionId: z.string(), sha256: z.string().length(64) }),
  anlagen: z.array(anlageSchema).max(50),
  eingereichtVon: z.string(),
  eingereichtAm: z.string(),
});
export type Fassung = z.infer<typeof fassungSchema>;

const freigabeSchema = z.strictObject({
  station: z.string(),
  fassung: z.int(),
  person: z.string(),
  vertretungFuer: z.string().nullable(),
  zeit: z.string(),
});

export const beratungSchema = z.strictObject({
  nr: z.int().min(1),
  gremium: kennungSchema,
  rolle: z.enum(beratungsrollen),
  /** Planned day; replaced by the Sitzung's day when it is placed. */
  datum: tagSchema.nullable(),
  oeffentlich: z.boolean(),
  sitzung: z.string().nullable(),
  sitzungsbeginn: z.string().nullable(),
  top: z.string().nullable(),
  /** Set where an outcome put this Beratung in: number of the Beratung it follows from. */
  folgtAus: z.int().nullable(),
  /** The recorded outcome, released or not. */
  ergebnis: ergebnisSchema.nullable(),
  erfasstVon: z.string().nullable(),
  freigegeben: z.strictObject({ person: z.string(), zeit: z.string(), ereignis: z.int() }).nullable(),
});
export type Beratung = z.infer<typeof beratungSchema>;

/** A Vorlage as its events leave it. Kept beside the chain as a projection; always recomputable. */
export const vorlagenstandSchema = z.strictObject({
  id: z.string(),
  koerperschaft: z.string(),
  art: z.enum(vorlagenarten),
  nummer: z.string().nullable(),
  phase: z.enum(phasen),
  amt: z.strictObject({ nr: z.string(), name: z.string() }),
  dezernat: z.string(),
  az: z.string().nullable(),
  betreff: z.string(),
  datum: tagSchema.nullable(),
  verfasser: z.string(),
  angelegtAm: z.string(),
  fassungen: z.array(fassungSchema),
  freigaben: z.array(freigabeSchema),
  gremienweg: z.array(beratungSchema),
  halt: haltSchema.nullable(),
  wartenummer: z.int().min(0),
  /** Who sent it back last, and why. */
  zurueckweisung: z
    .strictObject({ station: z.string(), person: z.string(), grund: z.string(), zeit: z.string() })
    .nullable(),
  letzteFolge: z.string().nullable(),
  nr: z.int().min(1),
});
export type Vorlagenstand = z.infer<typeof vorlagenstandSchema>;

/** The Beratung with this number. */
export function beratungNr(stand: Vorlagenstand, nr: number): Beratung | undefined {
  return stand.gremienweg.find((b) => b.nr === nr);
}

/** First Beratung of the Gremienweg whose outcome is not released. */
export function offeneBeratung(stand: Pick<Vorlagenstand, 'gremienweg'>): Beratung | undefined {
  return stand.gremienweg.find((b) => b.freigegeben === null);
}

export function aktuelleFassung(stand: Vorlagenstand): Fassung | undefined {
  return stand.fassungen.at(-1);
}

/** "50-Sozialamt", as the form prints it. */
export function verfasserzeile(stand: Pick<Vorlagenstand, 'amt'>): string {
  return `${stand.amt.nr}-${stand.amt.name}`;
}

/** A Vorlage is nichtoeffentlich as soon as one Beratung of its Gremienweg is. */
export function istOeffentlich(stand: Pick<Vorlagenstand, 'gremienweg'>): boolean {
  return stand.gremienweg.every((b) => b.oeffentlich);
}
