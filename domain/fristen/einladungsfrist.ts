import type { Landesrecht } from '../landesrecht/landesrecht.ts';
import { rheinlandPfalz } from '../landesrecht/rheinland-pfalz.ts';
import { type LocalDate, plusTage } from './datum.ts';

interface Einladung {
  sitzung: LocalDate;
  /** Shortened for urgency: stated in the Einladung, established by Beschluss, urgent items only. */
  dringlich?: boolean;
  /** Full days the town's Geschaeftsordnung asks for; never below the law, and not for urgent items. */
  volleTage?: number;
  recht?: Landesrecht;
}

/**
 * The last day on which the Einladung may reach a member (§ 34 (3) GemO): for 22.04.2026 it is 17.04. Counted
 * in full calendar days between arrival and Sitzung; weekends and holidays count like every day.
 */
export function einladungZugangBis({
  sitzung,
  dringlich = false,
  volleTage = 0,
  recht = rheinlandPfalz,
}: Einladung): LocalDate {
  const frist = recht.einladungsfrist;
  const tage = dringlich ? frist.volleTageDringlich : Math.max(frist.volleTage, volleTage);
  return plusTage(sitzung, -(tage + 1));
}

/** Whether an Einladung that reached the member on `zugang` was in time. */
export function einladungRechtzeitig(einladung: Einladung & { zugang: LocalDate }): boolean {
  return einladung.zugang <= einladungZugangBis(einladung);
}
