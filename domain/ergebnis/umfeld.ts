import * as z from 'zod';

export const vorlagenarten = ['UV', 'BV', 'AT', 'AF', 'ST'] as const;
export type Vorlagenart = (typeof vorlagenarten)[number];

export const beratungsrollen = ['Vorberatung', 'Entscheidung', 'Kenntnisnahme', 'Anhoerung'] as const;

/** Majority the vote needs. `grundlage` says what it is counted against (§ 40, § 37, § 34 GemO). */
export const mehrheitserfordernisSchema = z.strictObject({
  anteil: z.enum(['mehrheit', 'zweiDrittel']),
  grundlage: z.enum(['stimmen', 'anwesende', 'gesetzlicheZahl']),
});
export type Mehrheitserfordernis = z.infer<typeof mehrheitserfordernisSchema>;

/**
 * All that the rules may know beside the outcome itself. Null means "not recorded"; a rule that needs a
 * value that is not recorded stays silent. Instants are ISO 8601 in UTC.
 */
export const umfeldSchema = z.strictObject({
  vorlagenart: z.enum(vorlagenarten),
  rolle: z.enum(beratungsrollen),
  oeffentlich: z.boolean(),
  /** Begin of the Sitzung, and the moment of the check. */
  sitzungsbeginn: z.string().nullable(),
  jetzt: z.string(),
  /** Present and entitled to vote on this item, after § 22 exclusions. */
  stimmberechtigte: z.int().min(0).nullable(),
  gesetzlicheZahl: z.int().min(1).nullable(),
  /** Present in the room, before § 22 exclusions. */
  anwesende: z.int().min(0).nullable(),
  /** Members excluded under § 22, and whether one of them voted or one was excluded wrongly. */
  ausgeschlossene: z.int().min(0).nullable(),
  ausschlussVerletzt: z.boolean(),
  /** Second call for the same item after a first without quorum, and the Einladung said so (§ 39 (1) S. 2). */
  zweiteEinladung: z.boolean().optional(),
  mehrheitserfordernis: mehrheitserfordernisSchema.nullable(),
  /** Result of the previous Beratung still missing. */
  vorherigeOffen: z.boolean(),
  /** A later Beratung of the Gremienweg is oeffentlich. */
  spaeterOeffentlich: z.boolean(),
  letzteBeratung: z.boolean(),
  /** Correction of an outcome that was released before. */
  berichtigung: z.boolean(),
  einstellungen: z.strictObject({
    /** Row 4: warn when "mehrheitlich" carries no counts. */
    warneOhneZaehlung: z.boolean(),
    /** Row 28: a missing previous result blocks instead of warns. */
    reihenfolgeZwingend: z.boolean(),
  }),
});
export type Umfeld = z.infer<typeof umfeldSchema>;

/**
 * One finding of the rules: the row of the outcome table (0: what the form itself asks for, before the
 * table), a German sentence and its source.
 */
export interface Regelbefund {
  zeile: number;
  satz: string;
  /** Paragraph, e.g. "§ 40 Abs. 1 S. 2 GemO", or null where plain logic is the reason. */
  paragraf: string | null;
  /** True where the release may go on after this finding was confirmed. Contradictions are never confirmable. */
  bestaetigbar: boolean;
}

/** What follows from a released outcome (row 31). */
export type Folge =
  | { art: 'naechsteBeratung' }
  | { art: 'ende' }
  | { art: 'verwiesen'; gremium: string; sitzung: string | null; terminOffen: boolean }
  | { art: 'pool'; sitzung: string | null; terminOffen: boolean }
  | { art: 'zurueckgezogen' };

/** A task that the outcome gives to someone (rows 17, 24, 25, 27). */
export interface Regelaufgabe {
  zeile: number;
  aufgabe: 'terminFinden' | 'aussetzungPruefen' | 'bekanntgabe';
  satz: string;
}

export interface Pruefung {
  widersprueche: Regelbefund[];
  warnungen: Regelbefund[];
  /** A corrected outcome that the secretary may take over with one click, or null. */
  vorschlag: { zeile: number; satz: string; ergebnis: import('./schema.ts').Ergebnis } | null;
  /** Null while a contradiction leaves it undetermined. */
  folge: Folge | null;
  aufgaben: Regelaufgabe[];
}
