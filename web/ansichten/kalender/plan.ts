import { unterrichtungsvorlage } from '../../../domain/freigabeweg/unterrichtungsvorlage.ts';
import { type Rueckrechnung, rechneZurueck } from '../../../domain/fristen/rueckrechnung.ts';
import { einstellungen } from '../../api/einstellungen.ts';
import { tagVon } from '../../format/datum.ts';

/** A Sitzung as the calendar lists it (GET /api/kalender). */
export interface Kalendersitzung {
  readonly sitzung: string;
  readonly gremium: string;
  readonly gremiumName: string;
  readonly beginn: string;
  readonly ort: string;
}

/** A day by which something must be done, and whether it has passed. */
export interface Termin {
  readonly name: string;
  readonly bis: string;
  readonly vorbei: boolean;
}

/** The days of a Sitzung counted back, and what of the way a new Vorlage could still go. */
export interface Plan {
  readonly termine: readonly Termin[];
  /** In words: what still fits. */
  readonly satz: string;
  readonly ton: 'success' | 'warning' | 'neutral';
}

export function planFuer(sitzung: Pick<Kalendersitzung, 'beginn'>, heute: string): Plan {
  const tag = tagVon(sitzung.beginn);
  const r = rechneZurueck({
    sitzung: tag,
    einstellungen: einstellungen().vorlauf,
    freigabeweg: unterrichtungsvorlage,
  });
  const termine = [
    { name: 'Einreichung durch das Amt', bis: r.einreichung },
    ...r.stationen.slice(0, -1).map((s) => ({ name: `Freigabe ${s.name}`, bis: s.bis })),
    { name: 'Redaktionsschluss', bis: r.redaktionsschluss },
    { name: 'Einladung versandt', bis: r.einladung },
  ].map((t) => ({ ...t, vorbei: t.bis < heute }));
  return { termine, ...passt(r, tag, heute) };
}

function passt(r: Rueckrechnung, tag: string, heute: string): Pick<Plan, 'satz' | 'ton'> {
  if (tag < heute) return { satz: 'Diese Sitzung war schon.', ton: 'neutral' };
  if (r.einreichung >= heute)
    return { satz: 'Eine neue Vorlage schafft diese Sitzung noch.', ton: 'success' };
  if (r.redaktionsschluss >= heute) {
    return { satz: 'Nur noch, was schon unterwegs ist und schneller freigegeben wird.', ton: 'warning' };
  }
  return { satz: 'Der Redaktionsschluss ist vorbei.', ton: 'neutral' };
}
