import * as z from 'zod';

const alle = z.object({
  KOERPERSCHAFT: z.string().min(1),
  KOERPERSCHAFT_NAME: z.string().min(1),
  STUFE: z.string().min(1),
  ADRESSE: z.string().min(1),
  TABELLE_AKTE: z.string().min(1),
  TABELLE_WARTEMARKEN: z.string().min(1),
  BUCKET_ENTWUERFE: z.string().min(1),
  BUCKET_PAPIERE: z.string().min(1),
  AUTOMAT_ARN: z.string().min(1),
  AUTOMAT_ALIAS_ARN: z.string().min(1),
  MAIL_ABSENDER: z.string().min(3),
  AUFBEWAHRUNG_TAGE: z.coerce.number().int().min(1),
  MALWARE_PRUEFUNG: z.enum(['an', 'aus']),
  DEMO: z.enum(['an', 'aus']),
  LOGIN_ADRESSE: z.string().min(1),
  LOGIN_CLIENT_ID: z.string().min(1),
  LOGIN_ISSUER: z.string().min(1),
});
type Name = keyof typeof alle.shape;

/**
 * Reads the named environment variables once, at the start of a function. Only wiring calls it.
 * @throws ZodError that names what the deployment left out
 */
export function liesUmgebung<N extends Name>(...namen: readonly N[]): Pick<z.infer<typeof alle>, N> {
  const maske = Object.fromEntries(namen.map((n) => [n, true])) as Record<N, true>;
  return alle.pick(maske as Partial<Record<Name, true>>).parse(process.env) as Pick<z.infer<typeof alle>, N>;
}
