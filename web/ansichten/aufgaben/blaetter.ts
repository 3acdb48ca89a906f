import type { AusgeuebteStelle } from '../../../domain/rollen/stelle.ts';
import { stellenschluessel } from '../../../domain/rollen/stellenschluessel.ts';
import type { Ich } from '../../app/ich.ts';
import { stellenname } from '../../format/stelle.ts';

/** One list of the API under its name. */
export interface Abschnitt {
  readonly pfad: string;
  readonly name: string;
}

/** A sheet of the work list: one or more lists. */
export interface Blatt {
  readonly wert: string;
  readonly name: string;
  /** Rows here wait for the person and may be decided. */
  readonly eigene: boolean;
  readonly abschnitte: readonly Abschnitt[];
}

const mitAufgaben: ReadonlySet<string> = new Set([
  'Sachbearbeitung',
  'Amtsleitung',
  'Dezernat',
  'Sitzungsdienst',
]);

function aufgaben(stellen: readonly AusgeuebteStelle[]): Abschnitt[] {
  return stellen
    .filter((s) => mitAufgaben.has(s.rolle))
    .map((s) => ({
      pfad: `/aufgaben?stelle=${encodeURIComponent(stellenschluessel(s))}`,
      name: stellenname(s),
    }));
}

/** Which sheets a person has: own work, that of whom they stand in for, of their Amt and Dezernat, by them. */
export function blaetterFuer(wer: Ich): Blatt[] {
  const eigene = wer.stellen.filter((s) => s.fuer === null);
  const vertretene = wer.stellen.filter((s) => s.fuer !== null);
  const aemter = bereiche(eigene, ['Sachbearbeitung', 'Amtsleitung']);
  const dezernate = bereiche(eigene, ['Dezernat']);
  const alle: Blatt[] = [
    { wert: 'mir', name: 'Bei mir', eigene: true, abschnitte: aufgaben(eigene) },
    { wert: 'vertretung', name: 'In Vertretung', eigene: true, abschnitte: aufgaben(vertretene) },
    {
      wert: 'amt',
      name: 'Mein Amt',
      eigene: false,
      abschnitte: aemter.map((nr) => ({ pfad: `/aemter/${nr}/vorlagen`, name: `Vorlagen des Amts ${nr}` })),
    },
    {
      wert: 'dezernat',
      name: 'Mein Dezernat',
      eigene: false,
      abschnitte: dezernate.map((nr) => ({
        pfad: `/dezernate/${nr}/vorlagen`,
        name: `Vorlagen des Dezernats ${nr}`,
      })),
    },
    {
      wert: 'von-mir',
      name: 'Von mir',
      eigene: false,
      abschnitte: eigene.some((s) => s.rolle === 'Sachbearbeitung')
        ? [{ pfad: '/ich/vorlagen', name: 'Vorlagen, die ich angelegt habe' }]
        : [],
    },
  ];
  return alle.filter((b) => b.abschnitte.length > 0);
}

function bereiche(stellen: readonly AusgeuebteStelle[], rollen: readonly string[]): string[] {
  return [...new Set(stellen.filter((s) => rollen.includes(s.rolle)).map((s) => s.bereich))];
}
