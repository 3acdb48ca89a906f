import type { AusgeuebteStelle } from '../../../domain/rollen/stelle.ts';
import { aktuelleFassung, type Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import type { Namen } from '../../format/ereignis.ts';
import type { Papier } from './daten.ts';
import type { Handlung } from './handlung.ts';

export interface Kastenangaben {
  readonly stand: Vorlagenstand;
  /** The Stelle in which the person decides. */
  readonly stelle: AusgeuebteStelle;
  /** Drafted or submitted by the same person. */
  readonly eigene: boolean;
  /** The paper that is decided about, once it is issued. */
  readonly papier: Papier | undefined;
  readonly namen: Namen;
  readonly handlung: Handlung;
  /** The form for sending back is open. */
  readonly rueckgabe: boolean;
}

/** What the screen showed when it was decided. */
export function gesehen(stand: Vorlagenstand) {
  return {
    station: stand.halt?.station ?? '',
    wartenummer: stand.halt?.wartenummer ?? 0,
    fassung: aktuelleFassung(stand)?.nr ?? 0,
  };
}
