import * as z from 'zod';
import { zuLokal } from '../fristen/berlin.ts';
import { lesbar } from '../gemeinsam/freitext.ts';
import { type Vorlagenstand, verfasserzeile } from '../vorlage/stand.ts';
import { lesekreiseVon } from './kreise.ts';
import { kuerze, teileVon, woerterVon } from './woerter.ts';

/** What the index holds of a Vorlage: each of its words for each of its Lesekreise. */
export const suchindexSchema = z.object({ woerter: z.array(z.string()), kreise: z.array(z.string()) });
export type Suchindex = z.infer<typeof suchindexSchema>;

/** What a list of hits can be narrowed to. */
export const facetten = ['art', 'phase', 'amt', 'dezernat', 'gremium', 'jahr'] as const;
export type Facette = (typeof facetten)[number];

/** A facet as a word of the index. No word that people write begins with a colon. */
export function facettenwort(facette: Facette, wert: string): string {
  return `:${facette}=${wert.toLowerCase()}`;
}

/**
 * Number, Betreff, Az. and Verfasser as words, the facets, and the empty word under which every Vorlage
 * stands. Verfasser is the Amt, as on the form; names of people are no words: what somebody wrote is theirs
 * and their Amt's to list, not everyone's to look up.
 */
export function suchwoerter(stand: Vorlagenstand): string[] {
  const betreff = stand.betreff === lesbar({ freitext: null }) ? '' : stand.betreff;
  const az = stand.az ?? '';
  const werte: Readonly<Record<Facette, readonly string[]>> = {
    art: [stand.art],
    phase: [stand.phase],
    amt: [stand.amt.nr],
    dezernat: [stand.dezernat],
    gremium: stand.gremienweg.map((b) => b.gremium),
    jahr: [jahrVon(stand)],
  };
  const woerter = [
    '',
    ...nummernwoerter(stand.nummer),
    ...woerterVon(betreff),
    ...woerterVon(az),
    kuerze(teileVon(az).join('')),
    ...woerterVon(verfasserzeile(stand)),
    ...facetten.flatMap((f) => werte[f].map((wert) => facettenwort(f, wert))),
  ];
  return [...new Set(woerter)].sort();
}

export function suchindex(stand: Vorlagenstand): Suchindex {
  return { woerter: suchwoerter(stand), kreise: lesekreiseVon(stand) };
}

/** Year of the number; of a draft, in which it was begun. */
function jahrVon(stand: Vorlagenstand): string {
  return stand.nummer?.split('/')[2] ?? zuLokal(stand.angelegtAm).datum.slice(0, 4);
}

/** "UV/0084/2026" is found by "UV/0084/2026", "UV/84", "0084", "84/2026" and "2026". */
function nummernwoerter(nummer: string | null): string[] {
  if (nummer === null) return [];
  const [art = '', laufend = '', jahr = ''] = teileVon(nummer);
  const ohneNullen = laufend.replace(/^0+/, '');
  return [laufend, ohneNullen].flatMap((n) => [`${art}${n}${jahr}`, `${n}${jahr}`]).concat(jahr);
}
