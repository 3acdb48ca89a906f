import * as z from 'zod';

/** A paper beside the record: where it lies, and which event it shows. */
export const papierSchema = z.object({
  ereignis: z.int(),
  fassung: z.int(),
  dateiname: z.string(),
  schluessel: z.string(),
  versionId: z.string(),
  sha256: z.string(),
  ereignisHash: z.string(),
  zeit: z.string(),
});
export type Papier = z.infer<typeof papierSchema>;

export const docxTyp = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
