import type { GeplanteBeratung } from '../../../domain/vorlage/ereignisse.ts';
import type { Beratung } from '../../../domain/vorlage/stand.ts';
import type { Beratungsangabe } from '../../bausteine/beratungsangabe.ts';

/** An open Beratung as the builder takes it; its number is kept in the key, new ones have none. */
export function alsAngabe(b: Beratung): Beratungsangabe {
  return {
    schluessel: `nr-${b.nr}`,
    gremium: b.gremium,
    rolle: b.rolle,
    datum: b.datum ?? '',
    freierTag: false,
    oeffentlich: b.oeffentlich,
  };
}

/** The body of the command; null where a Gremium is still missing. */
export function alsBefehl(
  weg: readonly Beratungsangabe[],
): ({ readonly nr: number | null } & GeplanteBeratung)[] | null {
  if (weg.some((b) => b.gremium === '')) return null;
  return weg.map(({ schluessel, gremium, rolle, datum, oeffentlich }) => ({
    nr: schluessel.startsWith('nr-') ? Number(schluessel.slice(3)) : null,
    gremium,
    rolle,
    datum: datum === '' ? null : datum,
    oeffentlich,
  }));
}
