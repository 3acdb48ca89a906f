/** What the two messages about an outcome tell. */
export const anlassnamen: Readonly<Record<string, string>> = {
  ergebnis: 'Ergebnis',
  berichtigt: 'Berichtigung',
};

/** How far a mail is. */
export const zustandsnamen = {
  offen: 'wird gesendet',
  wartet: 'wartet auf den Versand',
  gesendet: 'gesendet',
  gescheitert: 'nicht zugestellt',
} as const;
