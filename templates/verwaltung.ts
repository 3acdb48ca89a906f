/**
 * How the town's administration is divided: Aemter with their Dezernat. A town changes its own list here.
 * The town of the samples is invented.
 */
export const verwaltung = {
  aemter: [
    { nr: '50', name: 'Sozialamt', dezernat: '2' },
    { nr: '51', name: 'Jugendamt', dezernat: '2' },
    { nr: '10', name: 'Hauptamt', dezernat: '1' },
  ],
} as const;
