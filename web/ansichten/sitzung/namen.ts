import type { Abstimmung } from '../../../domain/ergebnis/schema.ts';
import type { Beratung } from '../../../domain/vorlage/stand.ts';

/** What a Gremium is there for, as people read it. */
export const rollennamen: Readonly<Record<Beratung['rolle'], string>> = {
  Vorberatung: 'Vorberatung',
  Entscheidung: 'Entscheidung',
  Kenntnisnahme: 'Kenntnisnahme',
  Anhoerung: 'Anhörung',
};

/** What a vote was about. */
export const gegenstandsnamen: Readonly<Record<Abstimmung['gegenstand'], string>> = {
  Sache: 'Sache',
  Verfahren: 'Verfahren',
  Aenderungsantrag: 'Änderungsantrag',
  Teil: 'Teil der Vorlage',
};
