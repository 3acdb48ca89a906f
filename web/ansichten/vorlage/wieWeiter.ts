import type { Freigabeweg } from '../../../domain/freigabeweg/freigabeweg.ts';
import { naechsteStation } from '../../../domain/vorlage/halt.ts';
import { offeneBeratung, type Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { tag } from '../../format/datum.ts';
import type { Namen } from '../../format/ereignis.ts';
import { beiWem, stelleVon } from './stellen.ts';

const tage = (n: number) => (n === 1 ? 'einem Arbeitstag' : `${n} Arbeitstagen`);

/** What happens when the present station releases. */
export function nachFreigabe(stand: Vorlagenstand, freigabeweg: Freigabeweg, namen: Namen): string {
  const fassung = stand.fassungen.length;
  const freigaben = [...stand.freigaben, { station: stand.halt?.station ?? '', fassung }];
  const station = naechsteStation(freigaben, fassung, { freigabeweg });
  if (station) {
    const wer = beiWem(stelleVon(station, stand), namen.stelle);
    const wozu = station.art === 'gremium' ? 'zur Formprüfung ' : '';
    return `Danach liegt sie ${wozu}${wer}, mit einer Frist von ${tage(station.frist)}.`;
  }
  const erste = offeneBeratung(stand);
  if (!erste) return 'Danach ist kein Gremium mehr vorgesehen; bitte ergänzen Sie vorher den Gremienweg.';
  const wann = erste.datum ? `, geplant für den ${tag(erste.datum)}` : '';
  return `Danach kann sie auf die Tagesordnung: ${namen.gremium(erste.gremium)}${wann}.`;
}

/** What happens when the present station sends it back. */
export function nachRueckgabe(stand: Vorlagenstand, freigabeweg: Freigabeweg, namen: Namen): string {
  const amt = beiWem({ rolle: 'Sachbearbeitung', bereich: stand.amt.nr }, namen.stelle);
  const erste = naechsteStation(stand.freigaben, stand.fassungen.length + 1, { freigabeweg });
  const danach = erste ? ` Die neue Fassung beginnt ${beiWem(stelleVon(erste, stand), namen.stelle)}.` : '';
  return `Danach liegt sie zur Überarbeitung ${amt}, mit einer Frist von ${tage(freigabeweg.ueberarbeitung.frist)}.${danach}`;
}

/** What the one who decides looks at, by role: never shown as a form, only as a reminder. */
export function pruefpunkte(stand: Pick<Vorlagenstand, 'halt'>): readonly string[] {
  switch (stand.halt?.rolle) {
    case 'Dezernat':
      return [
        'Soll darüber berichtet werden?',
        'Ist es das richtige Gremium, und passt der Tag?',
        'Öffentlich oder nichtöffentlich: Stimmt das für jede Beratung?',
        'Stimmt die Botschaft?',
      ];
    case 'Amtsleitung':
      return [
        'Stimmen Sachverhalt, Anlagen und Aktenzeichen?',
        'Sind namentlich genannte Beschäftigte einverstanden?',
        'Wer trägt in der Sitzung vor?',
      ];
    case 'Sitzungsdienst':
      return [
        'Ist die Form vollständig: Betreff, Datum, Aktenzeichen, Gremienweg?',
        'Liegen alle Anlagen bei, mit verständlichem Titel?',
        'Passen Sitzungstag und öffentlicher oder nichtöffentlicher Teil?',
      ];
    default:
      return [];
  }
}

/** What the release is called at this station. */
export function freigabename(stand: Pick<Vorlagenstand, 'halt'>): string {
  switch (stand.halt?.rolle) {
    case 'Amtsleitung':
      return 'Freigeben und zur Sitzung anmelden';
    case 'Sitzungsdienst':
      return 'Form in Ordnung, annehmen';
    default:
      return 'Freigeben';
  }
}
