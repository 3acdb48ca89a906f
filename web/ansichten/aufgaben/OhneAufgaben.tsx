import { hatRolle, type Ich } from '../../app/ich.ts';
import { Leer } from '../../bausteine/Leer.tsx';

/** For roles that hold no Vorlage: where their work is. */
export function OhneAufgaben({ wer }: { readonly wer: Ich | null }) {
  const wege = [
    {
      zeigt: hatRolle(wer, 'Vorsitz', 'Gremienmitglied'),
      ziel: '/sitzungen',
      name: 'Zu den Sitzungen meiner Gremien',
    },
    { zeigt: hatRolle(wer, 'Systembetreuung'), ziel: '/betrieb', name: 'Zur Systembetreuung' },
    { zeigt: hatRolle(wer, 'Revision'), ziel: '/nachweis', name: 'Zum Nachweis' },
    { zeigt: true, ziel: '/suche', name: 'Zur Suche nach Vorlagen' },
  ].filter((w) => w.zeigt);
  return (
    <Leer titel="In Ihrer Aufgabe liegen keine Vorlagen bei Ihnen.">
      {wege.map((w) => (
        <a key={w.ziel} class="kern-link" href={w.ziel}>
          {w.name}
        </a>
      ))}
    </Leer>
  );
}
