import type { Station } from '../../../domain/freigabeweg/freigabeweg.ts';
import type { Stelle } from '../../../domain/rollen/stelle.ts';
import type { Halt, Vorlagenstand } from '../../../domain/vorlage/stand.ts';

type Ort = Pick<Vorlagenstand, 'amt' | 'dezernat' | 'gremienweg'>;

/** Who decides at a station of the route for this Vorlage. */
export function stelleVon(station: Station, { amt, dezernat, gremienweg }: Ort): Stelle {
  const bereich =
    station.bereich === 'amt'
      ? amt.nr
      : station.bereich === 'dezernat'
        ? dezernat
        : (gremienweg.find((b) => b.freigegeben === null)?.gremium ?? '*');
  return { rolle: station.rolle, bereich };
}

/** "Formprüfung: Sitzungsdienst, Sozialausschuss"; the administration's stations go by their Stelle alone. */
export function stationstitel(stelle: Stelle, name: (stelle: Stelle) => string): string {
  return stelle.rolle === 'Sitzungsdienst' ? `Formprüfung: ${name(stelle)}` : name(stelle);
}

/** "bei der Amtsleitung, Amt 50 (Sozialamt)" */
export function beiWem(halt: Pick<Halt, 'rolle' | 'bereich'>, name: (stelle: Stelle) => string): string {
  const artikel: Partial<Record<Halt['rolle'], string>> = {
    Sachbearbeitung: 'bei der',
    Amtsleitung: 'bei der',
    Sitzungsdienst: 'beim',
  };
  return `${artikel[halt.rolle] ?? 'bei'} ${name(halt)}`;
}
