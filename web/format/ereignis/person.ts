import type { NeuesPersonenereignis } from '../../../domain/person/person.ts';
import type { Stelle } from '../../../domain/rollen/stelle.ts';
import { tag } from '../datum.ts';
import type { Namen, Saetze } from './namen.ts';
import { aufzaehlung, zitat } from './text.ts';

const stellen = (liste: readonly Stelle[], n: Namen) =>
  liste.length === 0 ? 'keine' : aufzaehlung(liste.map(n.stelle));

/** One sentence for each event of a person. */
export const personensaetze: Saetze<NeuesPersonenereignis> = {
  PersonAngelegt: (d, n) => `Person${zitat(d.name)} angelegt. Stellen: ${stellen(d.stellen, n)}.`,
  PersonBerichtigt: (d) => `Name oder Mailadresse berichtigt:${zitat(d.name) || ' siehe Person'}.`,
  StellenGeaendert: (d, n) => `Stellen geändert, jetzt: ${stellen(d.stellen, n)}.`,
  VertretungEingerichtet: (d, n) =>
    `Vertretung eingerichtet: ${n.person(d.vertreter)} vertritt vom ${tag(d.von)} bis zum ${tag(d.bis)} als ${n.stelle(d.stelle)}.`,
  MailwunschGeaendert: (d) =>
    d.sofort === null
      ? 'Mailwunsch geändert: wie üblich.'
      : `Mailwunsch geändert: ${d.sofort.length === 1 ? 'ein Anlass' : `${d.sofort.length} Anlässe`} sofort, alles andere in der Sammelpost.`,
};
