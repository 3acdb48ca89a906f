import type { NeuesGremiumsereignis } from '../../../domain/gremium/gremium.ts';
import type { NeuesSitzungsereignis } from '../../../domain/sitzung/sitzung.ts';
import { zeitpunkt } from '../datum.ts';
import type { Saetze } from './namen.ts';
import { aufzaehlung, teil } from './text.ts';

/** One sentence for each event of a Sitzung. */
export const sitzungssaetze: Saetze<NeuesSitzungsereignis> = {
  SitzungAngelegt: (d, n) => `Sitzung angelegt: ${n.gremium(d.gremium)}, ${zeitpunkt(d.beginn)}, ${d.ort}.`,
  TopGesetzt: (d) => `TOP ${d.nummer} (${teil(d.oeffentlich)}) auf die Tagesordnung gesetzt.`,
  TopEntfernt: (d) =>
    `Ein Punkt von der Tagesordnung genommen (Vorlage ${d.vorlage}, Beratung ${d.beratung}).`,
  TagesordnungGeordnet: (d) =>
    d.tops.length === 0
      ? 'Tagesordnung neu geordnet; sie ist jetzt leer.'
      : `Tagesordnung neu geordnet: ${aufzaehlung(d.tops.map((t) => `TOP ${t.nummer}`))}.`,
};

/** One sentence for each event of a Gremium. */
export const gremiumssaetze: Saetze<NeuesGremiumsereignis> = {
  GremiumAngelegt: (d) =>
    `Gremium „${d.name}“ angelegt${d.gesetzlicheZahl === null ? '' : ` (gesetzliche Zahl der Mitglieder: ${d.gesetzlicheZahl})`}.`,
};
