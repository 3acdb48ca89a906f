import * as z from 'zod';

const farbe = z.string().regex(/^[0-9A-F]{6}$/, 'Sechs Hexadezimalziffern in Großbuchstaben, ohne #');

/**
 * How a town's papers look and what it calls the boxes of its form. Colours are RGB in hex; text colours must
 * keep a contrast of 4.5:1 on white. The values of the town are in templates/hausstil.ts.
 */
export const hausstilSchema = z.strictObject({
  name: z.string().min(1).max(80),
  anschrift: z.array(z.string().min(1).max(80)).max(4),
  schrift: z.string().min(1).max(60),
  /** Points. */
  schriftgrad: z.int().min(9).max(14),
  farben: z.strictObject({
    ueberschrift: farbe,
    linie: farbe,
    /** Background of labels in the form's tables. */
    flaeche: farbe,
    verweis: farbe,
  }),
  beschriftungen: z.strictObject({
    einstimmig: z.string().min(1),
    mehrheitlich: z.string().min(1),
    abgelehnt: z.string().min(1),
    kenntnis: z.string().min(1),
    verwiesen: z.string().min(1),
    vertagt: z.string().min(1),
    ohneBE: z.string().min(1),
    abgesetzt: z.string().min(1),
    geaendert: z.string().min(1),
    enthaltungen: z.string().min(1),
    gegenstimmen: z.string().min(1),
  }),
});
export type Hausstil = z.infer<typeof hausstilSchema>;

/** Stands in where no town is known, for example for a draft that a tool writes. */
export const neutralerHausstil: Hausstil = {
  name: 'Stadtverwaltung',
  anschrift: [],
  schrift: 'Arial',
  schriftgrad: 11,
  farben: { ueberschrift: '1F3A5F', linie: '7F8C9A', flaeche: 'EEF2F6', verweis: '0B4F9E' },
  beschriftungen: {
    einstimmig: 'einstimmig',
    mehrheitlich: 'mehrheitl.',
    abgelehnt: 'abgelehnt',
    kenntnis: 'Kenntnis',
    verwiesen: 'verwiesen',
    vertagt: 'vertagt',
    ohneBE: 'ohne BE',
    abgesetzt: 'abgesetzt',
    geaendert: 'geändert',
    enthaltungen: 'Enthaltungen',
    gegenstimmen: 'Gegenstimmen',
  },
};
