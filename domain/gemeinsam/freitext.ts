import * as z from 'zod';

/**
 * Free text inside an event. The chain keeps only its salted hash; the words lie in an item of their own
 * that can be erased (DSGVO Art. 17). Null means: erased.
 */
export const freitextSchema = z.strictObject({ freitext: z.string().nullable() });
export type Freitext = z.infer<typeof freitextSchema>;

export function freitext(text: string): Freitext {
  return { freitext: text };
}

/** What people read in place of an erased text. */
export function lesbar(text: Freitext): string {
  return text.freitext ?? '[gelöscht]';
}
