import * as z from 'zod';
import { kennungSchema } from '../gemeinsam/kennung.ts';

/**
 * What came of a Beratung. The boxes of the form are not one choice: `verbleib` says what happened to the
 * item, each Abstimmung how a vote fell. Null always means "not recorded", never 0.
 */
export const verbleibe = [
  'behandelt',
  'verwiesen',
  'vertagt',
  'abgesetzt',
  'zurueckgezogen',
  'nichtBehandelt',
  'ohneBE',
  'entscheidungBuergermeister',
] as const;

const anzahl = z.int().min(0).max(10_000).nullable();

/** One vote. `massgeblich` marks the one whose counts the form prints. */
export const abstimmungSchema = z.strictObject({
  gegenstand: z.enum(['Sache', 'Verfahren', 'Aenderungsantrag', 'Teil']),
  wortlaut: z.string().max(20_000).nullable().default(null),
  richtung: z.enum(['angenommen', 'abgelehnt']),
  mehrheit: z.enum(['einstimmig', 'mehrheitlich']).nullable(),
  ja: anzahl,
  nein: anzahl,
  enthaltungen: anzahl,
  ungueltig: anzahl.default(null),
  massgeblich: z.boolean(),
});

/** Where an item goes next when it was not finished: a Sitzung, a Gremium, or the explicit "Termin offen". */
export const folgeangabeSchema = z.strictObject({
  /** Gremium that takes it next (verwiesen: the target; otherwise the same Gremium may be left null). */
  gremium: kennungSchema.nullable().default(null),
  /** Id of the next Sitzung, if it is known. */
  sitzung: z.string().min(1).max(100).nullable().default(null),
  /** The secretary states that no date is known yet; becomes a task. */
  terminOffen: z.boolean().default(false),
});

export const ergebnisSchema = z.strictObject({
  verbleib: z.enum(verbleibe),
  kenntnis: z.boolean(),
  geaendert: z.boolean(),
  abstimmungen: z.array(abstimmungSchema).max(50),
  folge: folgeangabeSchema.nullable().default(null),
  wortlaut: z.string().max(20_000).nullable().default(null),
  vermerk: z.string().max(20_000).nullable().default(null),
  /** Reason why a nichtoeffentlich Beschluss is not announced (row 27, § 35 (1) S. 3 GemO). */
  keineBekanntgabe: z.string().max(2_000).optional(),
});

export type Verbleib = (typeof verbleibe)[number];
export type Abstimmung = z.infer<typeof abstimmungSchema>;
export type Folgeangabe = z.infer<typeof folgeangabeSchema>;
export type Ergebnis = z.infer<typeof ergebnisSchema>;

/** What reading the printed form back can tell: its boxes and counts, nothing more. */
export const formularsichtSchema = z.strictObject({
  einstimmig: z.boolean(),
  mehrheitlich: z.boolean(),
  abgelehnt: z.boolean(),
  kenntnis: z.boolean(),
  verwiesen: z.boolean(),
  vertagt: z.boolean(),
  ohneBE: z.boolean(),
  abgesetzt: z.boolean(),
  geaendert: z.boolean(),
  enthaltungen: z.int().min(0).nullable(),
  gegenstimmen: z.int().min(0).nullable(),
});
export type Formularsicht = z.infer<typeof formularsichtSchema>;
