import type { Phase } from '../../domain/vorlage/stand.ts';

/** How a phase is shown; the tone never carries the meaning alone. */
export const phasennamen: Readonly<
  Record<Phase, { readonly name: string; readonly ton: 'info' | 'success' | 'warning' | 'neutral' }>
> = {
  entwurf: { name: 'Entwurf', ton: 'neutral' },
  unterwegs: { name: 'In der Verwaltung', ton: 'info' },
  ueberarbeitung: { name: 'Zurückgegeben', ton: 'warning' },
  beratung: { name: 'In Beratung', ton: 'info' },
  abgeschlossen: { name: 'Abgeschlossen', ton: 'success' },
  zurueckgezogen: { name: 'Zurückgezogen', ton: 'neutral' },
  verworfen: { name: 'Verworfen', ton: 'neutral' },
};
