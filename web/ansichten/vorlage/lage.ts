import type { Halt, Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { seit, tag, zeitpunkt } from '../../format/datum.ts';
import type { Namen } from '../../format/ereignis.ts';
import type { Verlaufseintrag } from './daten.ts';
import { ergebnissatz } from './gremienweg.ts';
import { beiWem } from './stellen.ts';
import { handelnd } from './verwaltungsweg.ts';

export interface Lage {
  readonly satz: string;
  /** Last day of the present wait; null where nothing is waited for. */
  readonly frist: string | null;
}

/** One sentence: where the Vorlage lies, or what became of it. */
export function lageVon(
  stand: Vorlagenstand,
  verlauf: readonly Verlaufseintrag[] | null,
  namen: Namen,
): Lage {
  const { halt } = stand;
  if (halt?.art === 'beratung') return inBeratung(stand, halt, namen);
  if (halt) {
    const wozu = halt.art === 'ueberarbeitung' ? 'zur Überarbeitung ' : pruefzweck(halt);
    return {
      satz: `Liegt ${wozu}${beiWem(halt, namen.stelle)}, ${seit(halt.beginn)}.`,
      frist: halt.frist,
    };
  }
  return { satz: ohneHalt(stand, verlauf ?? [], namen), frist: null };
}

const pruefzweck = (halt: Halt) => (halt.rolle === 'Sitzungsdienst' ? 'zur Formprüfung ' : '');

function inBeratung(stand: Vorlagenstand, halt: Halt, namen: Namen): Lage {
  const b = stand.gremienweg.find((x) => x.nr === halt.beratung);
  const gremium = namen.gremium(halt.bereich);
  if (b?.sitzungsbeginn) {
    const top = b.top ? `, TOP ${b.top}` : '';
    return {
      satz: `Steht auf der Tagesordnung: ${gremium}, ${zeitpunkt(b.sitzungsbeginn)}${top}.`,
      frist: null,
    };
  }
  const geplant = b?.datum ? `, geplant für den ${tag(b.datum)}` : '';
  return {
    satz: `Wartet auf einen Platz auf der Tagesordnung: ${gremium}${geplant}, ${seit(halt.beginn)}.`,
    frist: halt.frist,
  };
}

function ohneHalt(stand: Vorlagenstand, verlauf: readonly Verlaufseintrag[], namen: Namen): string {
  const letzte = stand.gremienweg.findLast((b) => b.freigegeben !== null);
  const zurueck = verlauf.findLast((e) => e.art === 'Zurueckgezogen');
  switch (stand.phase) {
    case 'zurueckgezogen':
      if (zurueck) return `Zurückgezogen am ${tag(zurueck.zeit)} von ${handelnd(zurueck, namen)}.`;
      return letzte ? `In der Sitzung zurückgezogen (${namen.gremium(letzte.gremium)}).` : 'Zurückgezogen.';
    case 'verworfen':
      return 'Der Entwurf wurde verworfen; er war nie eingereicht.';
    case 'abgeschlossen': {
      if (!letzte?.ergebnis) return 'Der Gremienweg ist abgeschlossen.';
      const wann = letzte.datum ? ` am ${tag(letzte.datum)}` : '';
      return `Abgeschlossen. ${namen.gremium(letzte.gremium)}${wann}: ${ergebnissatz(letzte.ergebnis, namen)}.`;
    }
    default:
      return `Entwurf, noch nicht eingereicht. Liegt bei der ${namen.stelle({ rolle: 'Sachbearbeitung', bereich: stand.amt.nr })}.`;
  }
}
