import type { Freigabeweg } from '../../../domain/freigabeweg/freigabeweg.ts';
import { istArbeitstag } from '../../../domain/fristen/arbeitstage.ts';
import { plusTage } from '../../../domain/fristen/datum.ts';
import { rechneZurueck, type Vorlauf } from '../../../domain/fristen/rueckrechnung.ts';
import { tagVon, wochentag } from '../../format/datum.ts';

/** What deadlines depend on beside the day of the Sitzung. */
export interface Fristgrundlage {
  readonly heute: string;
  readonly vorlauf: Vorlauf;
  readonly freigabeweg: Freigabeweg;
  /** Name of a station of the administration for this Vorlage ("Dezernat 2"). */
  readonly stationsname: (bereich: 'amt' | 'dezernat') => string;
}

export interface Fristschritt {
  readonly name: string;
  readonly bis: string;
  readonly vorbei: boolean;
}

/** The days of one Sitzung as the clerk needs them. */
export interface Fristenbild {
  /** passt: every station has its whole Frist; knapp: only when they are faster. */
  readonly lage: 'passt' | 'knapp' | 'zuSpaet' | 'vorbei';
  readonly satz: string;
  readonly schritte: readonly Fristschritt[];
}

export function arbeitstageBis(heute: string, tag: string): number {
  let anzahl = 0;
  for (let t = plusTage(heute, 1); t <= tag; t = plusTage(t, 1)) if (istArbeitstag(t)) anzahl++;
  return anzahl;
}

/** Counts back from a Sitzung and says what still fits. */
export function fristenbild(sitzung: string, g: Fristgrundlage): Fristenbild {
  const plan = rechneZurueck({ sitzung, einstellungen: g.vorlauf, freigabeweg: g.freigabeweg });
  const schritte = [
    { name: 'Einreichung', bis: plan.einreichung },
    ...g.freigabeweg.stationen.flatMap((station, i) => {
      const bis = plan.stationen[i]?.bis;
      return station.art === 'verwaltung' && bis ? [{ name: g.stationsname(station.bereich), bis }] : [];
    }),
    { name: 'Redaktionsschluss', bis: plan.redaktionsschluss },
    { name: 'Einladung', bis: plan.einladung },
    { name: 'Sitzung', bis: sitzung },
  ].map((s) => ({ ...s, vorbei: s.bis < g.heute }));
  if (sitzung < g.heute) {
    return { lage: 'vorbei', satz: 'Dieser Tag ist schon vorbei. Bitte wählen Sie einen anderen.', schritte };
  }
  if (g.heute > plan.redaktionsschluss) {
    const satz = `Reicht nicht mehr für diese Sitzung: Redaktionsschluss war am ${wochentag(plan.redaktionsschluss)}.`;
    return { lage: 'zuSpaet', satz, schritte };
  }
  if (g.heute > plan.einreichung) {
    const satz = `Wird knapp: Einzureichen war bis ${wochentag(plan.einreichung)}. Es klappt nur, wenn schneller freigegeben wird – Redaktionsschluss ist am ${wochentag(plan.redaktionsschluss)}.`;
    return { lage: 'knapp', satz, schritte };
  }
  return {
    lage: 'passt',
    satz: `Einreichen bis ${wochentag(plan.einreichung)} – ${rest(g.heute, plan.einreichung)}.`,
    schritte,
  };
}

function rest(heute: string, bis: string): string {
  if (bis === heute) return 'heute ist der letzte Tag';
  const tage = arbeitstageBis(heute, bis);
  return tage === 1 ? 'noch 1 Arbeitstag' : `noch ${tage} Arbeitstage`;
}

/** The first Sitzung of a Gremium for which there is time enough, on or after `ab`. */
export function naechstePassende<T extends { readonly gremium: string; readonly beginn: string }>(
  termine: readonly T[],
  gremium: string,
  ab: string,
  g: Fristgrundlage,
): T | null {
  return (
    termine
      .filter((t) => t.gremium === gremium && tagVon(t.beginn) >= ab)
      .toSorted((a, b) => Date.parse(a.beginn) - Date.parse(b.beginn))
      .find((t) => fristenbild(tagVon(t.beginn), g).lage === 'passt') ?? null
  );
}
