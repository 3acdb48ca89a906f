import * as z from 'zod';

/** Text of one line, as a title is: it stands in a form field, in a list and in the subject of a mail. */
export const zeilenSchema = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'Bitte in einer Zeile, ohne Zeilenumbruch und Tabulator.');
