import { gegenstandVon } from '../rollen/gegenstand.ts';
import { type Recht, rechte } from '../rollen/rechte.ts';
import type { Akteur } from '../rollen/stelle.ts';
import type { Vorlagenstand } from '../vorlage/stand.ts';

/**
 * A Lesekreis is everyone who may read for the same reason: "amt:immer:50", "gremium:beratung:stadtrat". Each
 * has an index of its own, so that a search never touches what the person may not see, not even to count it.
 * Both sides follow from the table of rights: whoever may read a Vorlage shares a Lesekreis with it.
 */
const leserechte = rechte.filter((r) => r.aktion === 'vorlage.lesen');

function kreis(recht: Recht, bereich: string): string {
  return `${recht.bereich}:${recht.phasen?.[0] ?? 'immer'}:${bereich}`;
}

/** The Lesekreise that may read this Vorlage as it stands now. */
export function lesekreiseVon(stand: Vorlagenstand): string[] {
  const { amt = '', dezernat = '', gremien = [] } = gegenstandVon(stand);
  const bereiche: Readonly<Partial<Record<Recht['bereich'], readonly string[]>>> = {
    amt: [amt],
    dezernat: [dezernat],
    gremium: gremien,
    alle: ['*'],
  };
  const kreise = leserechte
    .filter((r) => r.phasen?.includes(stand.phase) ?? true)
    .flatMap((r) => (bereiche[r.bereich] ?? []).map((bereich) => kreis(r, bereich)));
  return [...new Set(kreise)].sort();
}

/** The Lesekreise this person belongs to today, substitutions included. */
export function lesekreiseFuer(akteur: Akteur): string[] {
  const kreise = akteur.stellen.flatMap((stelle) =>
    leserechte
      .filter((r) => r.rolle === stelle.rolle)
      .map((r) => kreis(r, r.bereich === 'alle' ? '*' : stelle.bereich)),
  );
  return [...new Set(kreise)].sort();
}
