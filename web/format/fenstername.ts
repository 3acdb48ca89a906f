import { istOeffentlich, type Vorlagenstand } from '../../domain/vorlage/stand.ts';

/**
 * A Vorlage in the title of a window, which the browser writes into its history and every screen that is shared
 * shows: of a nichtoeffentlich one nothing but its number.
 */
export function fenstername(stand: Pick<Vorlagenstand, 'nummer' | 'betreff' | 'gremienweg'>): string {
  const nummer = stand.nummer ?? 'Entwurf';
  return istOeffentlich(stand) ? `${nummer} ${stand.betreff}` : `${nummer} (nichtöffentlich)`;
}
