import * as z from 'zod';
import { istErlaubterVerweis } from './verweis.ts';

/**
 * The checked document model: all that an official paper may take from a clerk's draft. A plain tree;
 * nothing of the uploaded file's bytes survives beside it. Lengths are characters, sizes are pixels.
 */
const laufSchema = z.strictObject({
  text: z.string(),
  fett: z.boolean().optional(),
  kursiv: z.boolean().optional(),
  unterstrichen: z.boolean().optional(),
  durchgestrichen: z.boolean().optional(),
  hoch: z.boolean().optional(),
  tief: z.boolean().optional(),
  kapitaelchen: z.boolean().optional(),
  /** http, https or mailto. */
  verweis: z.string().refine(istErlaubterVerweis, 'Nur http-, https- und mailto-Verweise').optional(),
  /** A line break before the text. */
  umbruch: z.boolean().optional(),
});

const absatzSchema = z.strictObject({
  art: z.literal('absatz'),
  laeufe: z.array(laufSchema),
  ausrichtung: z.enum(['links', 'rechts', 'zentriert', 'block']).optional(),
});

const ueberschriftSchema = z.strictObject({
  art: z.literal('ueberschrift'),
  ebene: z.int().min(1).max(6),
  laeufe: z.array(laufSchema),
});

const zahlformate = [
  'dezimal',
  'kleinbuchstaben',
  'grossbuchstaben',
  'roemischKlein',
  'roemischGross',
] as const;

const listenpunktSchema = z.strictObject({
  art: z.literal('listenpunkt'),
  /** 0 is the outermost level. */
  ebene: z.int().min(0).max(8),
  nummeriert: z.boolean(),
  /** Same number = same list; a new number starts counting anew at `beginn`. */
  liste: z.int().min(0),
  beginn: z.int().min(0).optional(),
  /** How this level counts; absent = dezimal. Only on the first item of its list and level, as `beginn`. */
  format: z.enum(zahlformate).optional(),
  /** The number as printed, `%1` being the count of level 0 and so on; absent = `%1.` with the own level. */
  muster: z.string().min(1).max(40).optional(),
  laeufe: z.array(laufSchema),
});

const zelleSchema = z.strictObject({
  /** Paragraphs of the cell, each a list of runs. */
  absaetze: z.array(z.array(laufSchema)),
  spalten: z.int().min(1).optional(),
  zeilen: z.int().min(1).optional(),
});

const tabelleSchema = z.strictObject({
  art: z.literal('tabelle'),
  kopfzeilen: z.int().min(0),
  zeilen: z.array(z.array(zelleSchema)),
});

const blockSchema = z.discriminatedUnion('art', [
  absatzSchema,
  ueberschriftSchema,
  listenpunktSchema,
  tabelleSchema,
]);

export const modellSchema = z.strictObject({
  schemaVersion: z.literal(1),
  bloecke: z.array(blockSchema),
});

export type Lauf = z.infer<typeof laufSchema>;
export type Block = z.infer<typeof blockSchema>;
export type Dokumentmodell = z.infer<typeof modellSchema>;

/** The head of the form as a draft carries it. Null where the draft says nothing. Dates are yyyy-mm-dd. */
export const kopffelderSchema = z.strictObject({
  nummer: z.string().nullable(),
  datum: z.string().nullable(),
  dezernat: z.string().nullable(),
  verfasser: z.string().nullable(),
  az: z.string().nullable(),
  betreff: z.string().nullable(),
});
export type Kopffelder = z.infer<typeof kopffelderSchema>;

/** One finding of the reader: code, German sentence, where it is and what to do. */
export const befundSchema = z.strictObject({
  art: z.enum(['fehler', 'warnung', 'hinweis']),
  /** Stable, in capitals, e.g. KEIN_DOCX. */
  code: z.string(),
  satz: z.string(),
  ort: z.string().nullable(),
  abhilfe: z.string(),
});
export type Befund = z.infer<typeof befundSchema>;

/** A Beratung that a draft names in its Gremienweg. `datum` is yyyy-mm-dd. */
const entwurfsberatungSchema = z.strictObject({ datum: z.string().nullable(), gremium: z.string() });
export type Entwurfsberatung = z.infer<typeof entwurfsberatungSchema>;

/** What the reader says of a draft. Refused (`angenommen: false`) exactly if a finding is a `fehler`. */
export const leseberichtSchema = z.strictObject({
  angenommen: z.boolean(),
  befunde: z.array(befundSchema),
  felder: kopffelderSchema.nullable(),
  modell: modellSchema.nullable(),
  /** Titles of the Anlagen list of the draft, in order. */
  anlagen: z.array(z.string()),
  /** The Gremienweg as far as the draft carries one. */
  beratungen: z.array(entwurfsberatungSchema).optional(),
});
export type Lesebericht = z.infer<typeof leseberichtSchema>;
