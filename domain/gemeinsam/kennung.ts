import * as z from 'zod';

/** Ids of our own: lower case letters, digits and hyphens; safe in keys, file names and execution names. */
export const kennungSchema = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,62}$/,
    'Kennung: nur Kleinbuchstaben, Ziffern und Bindestrich, höchstens 63 Zeichen.',
  );
