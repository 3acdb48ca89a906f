import * as z from 'zod';
import { type Ablehnung, type Erfolg, lehneAb } from '../gemeinsam/antwort.ts';
import { aufTagesordnungSchema } from '../vorlage/befehle/aufTagesordnung.ts';
import type { NeuesSitzungsereignis, Sitzungsstand } from './sitzung.ts';

/** The agenda as it shall be: exactly the items that stand on it, each with its number. */
export const ordnungSchema = z.strictObject({ tops: z.array(aufTagesordnungSchema).max(500) });
export type Ordnung = z.infer<typeof ordnungSchema>;
export type GeordneterTop = Ordnung['tops'][number];

interface Umstellung {
  readonly ereignisse: readonly NeuesSitzungsereignis[];
  /** The items whose number or part changes. */
  readonly bewegt: readonly GeordneterTop[];
}

/** Gives the items of an agenda new numbers, all in one act, until the Sitzung begins. */
export function ordne(
  stand: Sitzungsstand,
  { tops }: Ordnung,
  jetzt: string,
): Erfolg<Umstellung> | Ablehnung {
  if (Date.parse(stand.beginn) <= Date.parse(jetzt)) {
    return lehneAb(
      'SITZUNG_BEGONNEN',
      'Die Sitzung hat begonnen; die Nummern ihrer Tagesordnung stehen fest. Wird in anderer Reihenfolge beraten, behält jeder Punkt seine Nummer.',
    );
  }
  const schluessel = (t: { vorlage: string; beratung: number }) => `${t.vorlage}#${t.beratung}`;
  const bisher = new Map(stand.tops.map((t) => [schluessel(t), t]));
  const genannt = new Set(tops.map(schluessel));
  if (
    genannt.size !== tops.length ||
    tops.length !== bisher.size ||
    ![...genannt].every((s) => bisher.has(s))
  ) {
    return lehneAb(
      'TAGESORDNUNG_ABWEICHEND',
      'Zum Ordnen gehört jeder Punkt der Tagesordnung genau einmal genannt. Bitte laden Sie die Tagesordnung neu.',
    );
  }
  const doppelt = tops.find((t, i) => tops.findIndex((anderer) => anderer.top === t.top) !== i);
  if (doppelt) {
    return lehneAb(
      'TOP_VERGEBEN',
      `${doppelt.top} kommt zweimal vor. Bitte geben Sie jedem Punkt eine eigene Nummer.`,
      { einzelheiten: doppelt },
    );
  }
  const bewegt = tops.filter((t) => {
    const alt = bisher.get(schluessel(t));
    return alt?.nummer !== t.top || alt.oeffentlich !== t.oeffentlich;
  });
  if (bewegt.length === 0) return { ok: true, ereignisse: [], bewegt };
  const geordnet = tops.map(({ top, ...rest }) => ({ nummer: top, ...rest }));
  return { ok: true, ereignisse: [{ art: 'TagesordnungGeordnet', daten: { tops: geordnet } }], bewegt };
}
