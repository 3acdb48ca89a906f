import { Zeichen } from '../../bausteine/Zeichen.tsx';
import type { Speicherstand } from './zustand.ts';

/** Where what was typed is kept right now. */
export function Speicheranzeige({ stand }: { readonly stand: Speicherstand }) {
  switch (stand.art) {
    case 'neu':
      // An empty line: nothing jumps when the first word about it comes.
      return <p class="gw-stand" />;
    case 'laeuft':
      return <p class="gw-stand">Wird gespeichert …</p>;
    case 'gespeichert':
      return (
        <p class="gw-stand">
          <Zeichen name="success" /> Gespeichert um {stand.zeit} Uhr
        </p>
      );
    case 'lokal':
      return (
        <p class="gw-stand">
          <Zeichen name="info" /> In diesem Browser gemerkt. Zum Server geht alles mit dem Einreichen.
        </p>
      );
    default:
      return (
        <p class="gw-stand" {...(stand.art === 'gescheitert' ? { role: 'alert' } : {})}>
          <Zeichen name="warning" />
          <span>{stand.satz} Ihre Eingaben sind in diesem Browser gemerkt.</span>
        </p>
      );
  }
}
