import * as z from 'zod';
import { lehneAb } from '../gemeinsam/antwort.ts';
import { zeitpunktSchema } from '../gemeinsam/datum.ts';
import { kennungSchema } from '../gemeinsam/kennung.ts';
import { zeilenSchema } from '../gemeinsam/zeile.ts';
import type { Herkunft } from '../vorlage/ereignisse.ts';
import type { Projektion } from '../vorlage/projektion.ts';

export const topEintragSchema = z.strictObject({
  nummer: z.string(),
  vorlage: z.string(),
  beratung: z.int(),
  oeffentlich: z.boolean(),
});

/** A Sitzung of a Gremium as its events leave it. `beginn` is an instant in UTC. */
export const sitzungsstandSchema = z.strictObject({
  id: z.string(),
  koerperschaft: z.string(),
  gremium: kennungSchema,
  beginn: zeitpunktSchema,
  ort: z.string(),
  tops: z.array(topEintragSchema),
  nr: z.int().min(1),
});
export type Sitzungsstand = z.infer<typeof sitzungsstandSchema>;

/** The data of every event of a Sitzung, by its art (version 1 each). */
export const sitzungsereignisse = {
  SitzungAngelegt: z.strictObject({ gremium: kennungSchema, beginn: zeitpunktSchema, ort: z.string() }),
  TopGesetzt: topEintragSchema,
  TopEntfernt: z.strictObject({ vorlage: z.string(), beratung: z.int() }),
  /** The whole agenda as it stands from here. */
  TagesordnungGeordnet: z.strictObject({ tops: z.array(topEintragSchema) }),
} as const;
type Art = keyof typeof sitzungsereignisse;
export type NeuesSitzungsereignis = {
  [A in Art]: { readonly art: A; readonly daten: z.infer<(typeof sitzungsereignisse)[A]> };
}[Art];

export const sitzungAnlegenSchema = z.strictObject({
  gremium: kennungSchema,
  beginn: zeitpunktSchema.describe('Beginn, UTC'),
  ort: zeilenSchema.min(1, 'Bitte den Ort der Sitzung angeben.').max(200),
});

export function liesSitzungsereignis(art: string, daten: unknown): NeuesSitzungsereignis {
  const schema = sitzungsereignisse[art as Art];
  if (!schema) throw new TypeError(`Unbekanntes Ereignis einer Sitzung: ${art}`);
  return { art, daten: schema.parse(daten) } as NeuesSitzungsereignis;
}

export function wendeAufSitzungAn(
  stand: Sitzungsstand | null,
  { art, daten }: NeuesSitzungsereignis,
  h: Herkunft,
): Sitzungsstand {
  if (art === 'SitzungAngelegt') {
    return { id: h.id, koerperschaft: h.koerperschaft, ...daten, tops: [], nr: h.nr };
  }
  if (!stand) throw new TypeError(`${art} ohne Sitzung`);
  if (art === 'TagesordnungGeordnet') return { ...stand, tops: [...daten.tops].sort(nachNummer), nr: h.nr };
  const andere = stand.tops.filter((t) => t.vorlage !== daten.vorlage || t.beratung !== daten.beratung);
  const tops = art === 'TopGesetzt' ? [...andere, daten].sort(nachNummer) : andere;
  return { ...stand, tops, nr: h.nr };
}

/** Takes an item onto the agenda; a number is given once. */
export function setzeTop(stand: Sitzungsstand, top: z.infer<typeof topEintragSchema>) {
  if (stand.tops.some((t) => t.nummer === top.nummer)) {
    return lehneAb(
      'TOP_VERGEBEN',
      `${top.nummer} ist in dieser Sitzung schon vergeben. Bitte eine andere Nummer wählen.`,
    );
  }
  return { ok: true as const, ereignisse: [{ art: 'TopGesetzt' as const, daten: top }] };
}

/** Name of the list of a Gremium's Sitzungen, and the rank in it: by begin. */
export const sitzungsliste = (gremium: string) => `SITZUNGEN#${gremium}`;
export const sitzungsrang = (beginn: string) => `S#${beginn}`;

/** Lists in which a Sitzung appears: those of its Gremium, by begin. */
export function sitzungsprojektionen(stand: Sitzungsstand): Projektion[] {
  return [
    {
      liste: sitzungsliste(stand.gremium),
      rang: `${sitzungsrang(stand.beginn)}#${stand.id}`,
      daten: {
        sitzung: stand.id,
        gremium: stand.gremium,
        beginn: stand.beginn,
        ort: stand.ort,
        tops: stand.tops.length,
      },
    },
  ];
}

/** "Ö 2" before "Ö 10", oeffentlich before nichtoeffentlich. */
function nachNummer(a: { nummer: string }, b: { nummer: string }): number {
  const teile = (n: string) => [n.startsWith('Ö') ? 0 : 1, ...n.slice(2).split('.').map(Number)];
  const [x, y] = [teile(a.nummer), teile(b.nummer)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const unterschied = (x[i] ?? -1) - (y[i] ?? -1);
    if (unterschied !== 0) return unterschied;
  }
  return 0;
}
