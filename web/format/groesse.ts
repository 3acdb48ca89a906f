const zahl = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });

/** "840 Bytes", "12,5 kB", "3 MB" */
export function groesse(bytes: number): string {
  if (bytes < 1_000) return `${bytes} Bytes`;
  if (bytes < 1_000_000) return `${zahl.format(bytes / 1_000)} kB`;
  return `${zahl.format(bytes / 1_000_000)} MB`;
}
