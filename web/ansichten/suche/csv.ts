/** A cell that a spreadsheet would take for a formula is made text (CWE-1236). */
function zelle(wert: string): string {
  const sicher = /^[=+\-@\t\r]/.test(wert) ? `'${wert}` : wert;
  return /[";\n\r]/.test(sicher) ? `"${sicher.replaceAll('"', '""')}"` : sicher;
}

/** Rows as a CSV that German spreadsheets open as it is: semicolons, CRLF, a byte order mark (RFC 4180). */
export function csv(zeilen: readonly (readonly string[])[]): string {
  return `\uFEFF${zeilen.map((z) => z.map(zelle).join(';')).join('\r\n')}\r\n`;
}
