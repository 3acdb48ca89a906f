import type { Freigabeweg } from '../freigabeweg/freigabeweg.ts';
import type { Landesrecht } from '../landesrecht/landesrecht.ts';

/** What a decision may know beside state and command. Instants are ISO 8601 in UTC. */
export interface Umgebung {
  readonly jetzt: string;
  readonly akteur: { readonly person: string; readonly vertretungFuer: string | null };
  readonly freigabeweg: Freigabeweg;
  readonly recht: Landesrecht;
  readonly einstellungen: Einstellungen;
}

/** What a town sets for itself (Geschaeftsordnung, Dienstanweisung). */
export interface Einstellungen {
  /** Nobody decides what they drafted or submitted themselves. */
  readonly vierAugen: boolean;
  /** Row 4: warn when "mehrheitlich" carries no counts. */
  readonly warneOhneZaehlung: boolean;
  /** Row 28: a missing previous result blocks instead of warns. */
  readonly reihenfolgeZwingend: boolean;
  /** Working days a Beratung without Sitzung may lie in the pool before someone is reminded. */
  readonly poolTage: number;
}

export const ueblicheEinstellungen: Einstellungen = {
  vierAugen: true,
  warneOhneZaehlung: false,
  reihenfolgeZwingend: false,
  poolTage: 20,
};
