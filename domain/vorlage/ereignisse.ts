import * as z from 'zod';
import { abstimmungSchema, ergebnisSchema } from '../ergebnis/schema.ts';
import { beratungsrollen, vorlagenarten } from '../ergebnis/umfeld.ts';
import { tagSchema } from '../gemeinsam/datum.ts';
import { freitextSchema } from '../gemeinsam/freitext.ts';
import { kennungSchema } from '../gemeinsam/kennung.ts';
import { anlageSchema, dateiSchema, fassungSchema, haltSchema } from './stand.ts';

/** A Beratung as the Gremienweg is written down: place and part, no result yet. */
export const geplanteBeratungSchema = z.strictObject({
  gremium: kennungSchema,
  rolle: z.enum(beratungsrollen),
  datum: tagSchema.nullable(),
  oeffentlich: z.boolean(),
});
export type GeplanteBeratung = z.infer<typeof geplanteBeratungSchema>;

const kopf = {
  betreff: freitextSchema,
  az: z.string().nullable(),
  datum: tagSchema.nullable(),
  gremienweg: z.array(geplanteBeratungSchema),
};

/** Outcome inside an event: wordings, remark and the reason against a Bekanntgabe are free text. */
const ergebnisImEreignisSchema = z.strictObject({
  ...ergebnisSchema.shape,
  abstimmungen: z.array(z.strictObject({ ...abstimmungSchema.shape, wortlaut: freitextSchema.nullable() })),
  wortlaut: freitextSchema.nullable(),
  vermerk: freitextSchema.nullable(),
  keineBekanntgabe: freitextSchema.optional(),
});

/** Titles and file names that clerks chose may name people: free text. */
const dateiImEreignisSchema = z.strictObject({ ...dateiSchema.shape, dateiname: freitextSchema });
const anlageImEreignisSchema = z.strictObject({
  ...anlageSchema.shape,
  titel: freitextSchema,
  datei: dateiImEreignisSchema,
});

const fassungImEreignisSchema = z.strictObject({
  ...fassungSchema.omit({ eingereichtVon: true, eingereichtAm: true, anlagen: true }).shape,
  entwurf: dateiImEreignisSchema,
  anlagen: z.array(anlageImEreignisSchema),
});

/** The data of every event of a Vorlage, by its art (version 1 each). `weiter` is where it waits next. */
export const vorlagenereignisse = {
  VorlageAngelegt: z.strictObject({
    art: z.enum(vorlagenarten),
    amt: z.strictObject({ nr: z.string(), name: z.string() }),
    dezernat: z.string(),
    ...kopf,
  }),
  EntwurfGeaendert: z.strictObject(kopf),
  Eingereicht: z.strictObject({
    nummer: z.string(),
    fassung: fassungImEreignisSchema,
    ...kopf,
    weiter: haltSchema,
  }),
  FassungEingereicht: z.strictObject({ fassung: fassungImEreignisSchema, ...kopf, weiter: haltSchema }),
  StationFreigegeben: z.strictObject({
    station: z.string(),
    wartenummer: z.int(),
    fassung: z.int(),
    bemerkung: freitextSchema.nullable(),
    weiter: haltSchema,
  }),
  Zurueckgewiesen: z.strictObject({
    station: z.string(),
    wartenummer: z.int(),
    fassung: z.int(),
    grund: freitextSchema,
    weiter: haltSchema,
  }),
  Zurueckgezogen: z.strictObject({ grund: freitextSchema }),
  GremienwegGeaendert: z.strictObject({
    beratungen: z.array(z.strictObject({ nr: z.int().min(1), ...geplanteBeratungSchema.shape })),
    grund: freitextSchema,
    weiter: haltSchema.nullable(),
  }),
  AufTagesordnungGesetzt: z.strictObject({
    beratung: z.int(),
    sitzung: z.string(),
    sitzungsbeginn: z.string(),
    datum: tagSchema,
    top: z.string(),
    oeffentlich: z.boolean(),
    weiter: haltSchema.nullable(),
  }),
  /** Another number or part in the same Sitzung; who waits for what stays as it is. */
  TopGeaendert: z.strictObject({ beratung: z.int(), top: z.string(), oeffentlich: z.boolean() }),
  VonTagesordnungGenommen: z.strictObject({
    beratung: z.int(),
    sitzung: z.string(),
    grund: freitextSchema,
    weiter: haltSchema.nullable(),
  }),
  ErgebnisErfasst: z.strictObject({ beratung: z.int(), ergebnis: ergebnisImEreignisSchema }),
  ErgebnisFreigegeben: z.strictObject({
    beratung: z.int(),
    ergebnis: ergebnisImEreignisSchema,
    /** Rows whose warnings were confirmed at this release. */
    bestaetigt: z.array(z.int()),
    folge: z.string(),
    /** Beratungen that the outcome puts in, each after the number given. */
    eingefuegt: z.array(z.strictObject({ nach: z.int(), nr: z.int(), ...geplanteBeratungSchema.shape })),
    weiter: haltSchema.nullable(),
  }),
  ErgebnisBerichtigt: z.strictObject({
    beratung: z.int(),
    ergebnis: ergebnisImEreignisSchema,
    bestaetigt: z.array(z.int()),
    grund: freitextSchema,
  }),
} as const;

type Vorlagenereignisart = keyof typeof vorlagenereignisse;
export type VorlagenereignisDaten<A extends Vorlagenereignisart> = z.infer<(typeof vorlagenereignisse)[A]>;
export type NeuesVorlagenereignis = {
  [A in Vorlagenereignisart]: { readonly art: A; readonly daten: VorlagenereignisDaten<A> };
}[Vorlagenereignisart];

/** Envelope facts that the state needs beside the data. */
export interface Herkunft {
  readonly id: string;
  readonly koerperschaft: string;
  readonly nr: number;
  readonly zeit: string;
  readonly person: string;
  readonly vertretungFuer: string | null;
}

/** Reads the data of a stored event (texts already put back). @throws ZodError for an unknown shape. */
export function liesVorlagenereignis(art: string, daten: unknown): NeuesVorlagenereignis {
  const schema = vorlagenereignisse[art as Vorlagenereignisart];
  if (!schema) throw new TypeError(`Unbekanntes Ereignis einer Vorlage: ${art}`);
  return { art, daten: schema.parse(daten) } as NeuesVorlagenereignis;
}
