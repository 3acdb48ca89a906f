import { beratungNr, type Vorlagenstand } from '../vorlage/stand.ts';
import type { Gegenstand } from './darf.ts';

/** What rights on a Vorlage depend on, and on one of its Beratungen where it is given. */
export function gegenstandVon(stand: Vorlagenstand, beratung?: number): Gegenstand {
  const gremium = beratung === undefined ? undefined : beratungNr(stand, beratung)?.gremium;
  return {
    amt: stand.amt.nr,
    dezernat: stand.dezernat,
    gremien: stand.gremienweg.map((b) => b.gremium),
    halt: stand.halt && { rolle: stand.halt.rolle, bereich: stand.halt.bereich },
    phase: stand.phase,
    ...(gremium ? { beratungsgremium: gremium } : {}),
  };
}
