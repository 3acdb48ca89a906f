import type { Kopf } from '../../../domain/vorlage/befehle/kopf.ts';
import { liesGemerktes, merke, vergiss } from '../../speicher/gemerkt.ts';
import type { Zweck } from './dateiauswahl.ts';
import type { Formular } from './formular.ts';

/** A file of the draft. `schluessel` names the intention to send it, also to the server. */
export interface Datei {
  readonly schluessel: string;
  readonly zweck: Zweck;
  readonly dateiname: string;
  readonly groesse: number;
  readonly sha256: string | null;
  /** Id of the upload, once it is announced. */
  readonly id: string | null;
}

export interface Anlage {
  readonly datei: Datei;
  readonly titel: string;
  readonly oeffentlich: boolean;
}

/** What this browser keeps of a draft; the chosen files are known here only until they are submitted. */
export interface Gemerktes {
  readonly formular: Formular;
  readonly papier: Datei | null;
  /** An accepted paper that another file replaced: it can be taken again. */
  readonly vorigesPapier: Datei | null;
  readonly anlagen: readonly Anlage[];
  /** How many Fassungen there were: files belong to the one that is being made. */
  readonly fassungen: number;
  /** Head and version that the server had last. */
  readonly basis: { readonly version: number; readonly kopf: Kopf } | null;
  /** Names the creation of this draft, so that it happens once; with the body it was first tried with. */
  readonly anlegen: { readonly schluessel: string; readonly koerper: unknown };
  /** Names the submission; another body is another intention. */
  readonly einreichen: { readonly schluessel: string; readonly abdruck: string } | null;
}

const name = (id: string | null) => `vorlage:${id ?? 'neu'}`;
const wegweiser = (schluessel: string) => `vorlage-angelegt:${schluessel}`;

export function liesEntwurf(id: string | null): Gemerktes | null {
  return liesGemerktes<Gemerktes>(name(id));
}

export function merkeEntwurf(id: string | null, was: Gemerktes): void {
  merke(name(id), was);
}

export function vergissEntwurf(id: string | null): void {
  const { anlegen } = liesEntwurf(id) ?? {};
  if (anlegen) vergiss(wegweiser(anlegen.schluessel));
  vergiss(name(id));
}

/** From now on it lies under its id; a second window that holds the same beginning finds the way. */
export function zieheUm(id: string, was: Gemerktes): void {
  merkeEntwurf(id, was);
  merke(wegweiser(was.anlegen.schluessel), id);
  if (liesEntwurf(null)?.anlegen.schluessel === was.anlegen.schluessel) vergiss(name(null));
}

export function schonAngelegt(schluessel: string): string | null {
  return liesGemerktes<string>(wegweiser(schluessel));
}
