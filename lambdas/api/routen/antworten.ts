import * as z from 'zod';

/** Answer of a command on a Vorlage. */
export const kurzSchema = z.object({
  id: z.string(),
  version: z.int().describe('Für If-Match der nächsten Änderung'),
  nummer: z.string().nullable(),
  phase: z.string(),
  fassung: z.int(),
  halt: z
    .object({
      art: z.string(),
      station: z.string(),
      wartenummer: z.int(),
      frist: z.string(),
      beratung: z.int().nullable(),
    })
    .nullable(),
});

export const angelegtSchema = z.object({ id: z.string(), version: z.int() });

const regelbefundSchema = z.object({
  zeile: z.int(),
  satz: z.string(),
  paragraf: z.string().nullable(),
  bestaetigbar: z.boolean(),
});

/** The rules' verdict on an outcome. */
export const pruefungSchema = z.object({
  widersprueche: z.array(regelbefundSchema),
  warnungen: z.array(regelbefundSchema),
  vorschlag: z.unknown(),
  folge: z.unknown(),
  aufgaben: z.array(z.unknown()),
});
