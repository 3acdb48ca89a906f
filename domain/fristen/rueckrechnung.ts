import * as z from 'zod';
import type { Freigabeweg } from '../freigabeweg/freigabeweg.ts';
import type { Landesrecht } from '../landesrecht/landesrecht.ts';
import { rheinlandPfalz } from '../landesrecht/rheinland-pfalz.ts';
import { addArbeitstage, arbeitstagBis } from './arbeitstage.ts';
import type { LocalDate } from './datum.ts';
import { einladungZugangBis } from './einladungsfrist.ts';

/** The town's own lead times, on top of the law. */
export const vorlaufSchema = z.strictObject({
  /** Full calendar days of the Einladungsfrist by Geschaeftsordnung; below the law it has no effect. */
  einladungVolleTage: z.int().min(0).max(60).default(0),
  /** Working days the Einladung is under way (post, printing) before it counts as arrived. */
  zustellungArbeitstage: z.int().min(0).max(30).default(0),
  /** Working days between Redaktionsschluss and sending the Einladung. */
  redaktionsschlussArbeitstage: z.int().min(0).max(60).default(3),
});
export type Vorlauf = z.infer<typeof vorlaufSchema>;
/** The lead times in force. */
export const ueblicherVorlauf: Vorlauf = vorlaufSchema.parse({});

/** The days of a Sitzung, counted back. Every day is the last on which the step is still in time. */
export interface Rueckrechnung {
  sitzung: LocalDate;
  /** Last day of arrival by law and Geschaeftsordnung. */
  zugang: LocalDate;
  /** Last working day to send the Einladung. */
  einladung: LocalDate;
  /** Last working day on which the administration may hand the Vorlage to the Sitzungsdienst. */
  redaktionsschluss: LocalDate;
  /** In the order of the route. A committee's station (Formpruefung, agenda) ends with the Einladung. */
  stationen: { name: string; bis: LocalDate }[];
  /** Last working day to submit so that every station has its whole Frist. */
  einreichung: LocalDate;
}

/**
 * Counts back from the day of the Sitzung: Einladung, Redaktionsschluss, then each station of the
 * administration with its Frist in working days, last station first.
 */
export function rechneZurueck({
  sitzung,
  einstellungen,
  freigabeweg,
  recht = rheinlandPfalz,
}: {
  sitzung: LocalDate;
  einstellungen: Vorlauf;
  freigabeweg: Freigabeweg;
  recht?: Landesrecht;
}): Rueckrechnung {
  const zugang = einladungZugangBis({ sitzung, volleTage: einstellungen.einladungVolleTage, recht });
  const einladung = addArbeitstage(arbeitstagBis(zugang, recht), -einstellungen.zustellungArbeitstage, recht);
  const redaktionsschluss = addArbeitstage(einladung, -einstellungen.redaktionsschlussArbeitstage, recht);
  let ende = redaktionsschluss;
  const stationen = [];
  for (const station of freigabeweg.stationen.toReversed()) {
    if (station.art === 'gremium') {
      stationen.push({ name: station.name, bis: einladung });
    } else {
      stationen.push({ name: station.name, bis: ende });
      ende = addArbeitstage(ende, -station.frist, recht);
    }
  }
  return { sitzung, zugang, einladung, redaktionsschluss, stationen: stationen.reverse(), einreichung: ende };
}

/**
 * Whether a Vorlage that still lies at `station` on `heute` can no longer make the Sitzung by the plan.
 * Before its submission (`station` null) the last day of submission counts.
 */
export function verpasstSitzung(plan: Rueckrechnung, station: string | null, heute: LocalDate): boolean {
  const bis = station === null ? plan.einreichung : plan.stationen.find((s) => s.name === station)?.bis;
  return heute > (bis ?? plan.einladung);
}
