import type { Mehrheitserfordernis } from '../ergebnis/umfeld.ts';
import type { Feiertag } from './feiertage.ts';

/** Who is there when a vote is taken. Null: not recorded. */
export interface Anwesenheit {
  gesetzlicheZahl: number | null;
  /** Present and not excluded for bias. */
  mitwirkende: number | null;
  /** Present, those excluded for bias among them. */
  vorAusschluss: number | null;
  /** Second call for the same item after a first without quorum, and the second Einladung said so. */
  zweiteEinladung: boolean;
}

/** `buergermeister`: bias took so many away that the Buergermeister decides instead. */
export type Beschlussfaehigkeit = 'ja' | 'nein' | 'buergermeister' | 'unbekannt';

/** What the count of a majority is measured against. Null: not recorded. */
interface Bezug {
  anwesende: number | null;
  gesetzlicheZahl: number | null;
}

/**
 * The rules that differ by Land, behind one interface; each names its paragraph, and people see it. What a
 * town's own Geschaeftsordnung may set is a setting, not law.
 */
export interface Landesrecht {
  readonly land: string;
  readonly bezeichnung: string;
  /** Paragraph behind a row of the outcome table; no entry where plain logic is the reason. */
  readonly paragrafZurZeile: Readonly<Record<number, string>>;
  readonly paragrafen: {
    readonly einladungsfrist: string;
    readonly dringlichkeit: string;
    readonly niederschrift: string;
    readonly aussetzung: string;
    readonly entscheidungBuergermeister: string;
  };
  /** Calendar days that must lie wholly between the arrival of the Einladung and the day of the Sitzung. */
  readonly einladungsfrist: { readonly volleTage: number; readonly volleTageDringlich: number };
  /** Months until the Niederschrift must have reached the members. */
  readonly niederschriftMonate: number;
  feiertage(jahr: number): readonly Feiertag[];
  beschlussfaehigkeit(anwesenheit: Anwesenheit): Beschlussfaehigkeit;
  /**
   * Whether Ja carries the vote; a tie is decided here. Null as `erfordernis` is the simple majority. The
   * answer is null where the count or the base it needs was not recorded.
   */
  mehrheitErreicht(
    stimmen: { ja: number | null; nein: number | null },
    erfordernis: Mehrheitserfordernis | null,
    bezug: Bezug,
  ): boolean | null;
}
