import type { Rolle } from '../../domain/rollen/rolle.ts';
import { einstellungen } from '../api/einstellungen.ts';
import { hatRolle, type Ich, ich } from './ich.ts';
import { Personenmenue } from './Personenmenue.tsx';
import { nutzeSpeicher } from './speicher.ts';

interface Ziel {
  readonly ziel: string;
  readonly name: string;
  /** Who sees it; empty: everybody. */
  readonly rollen: readonly Rolle[];
}

const ziele: readonly Ziel[] = [
  { ziel: '/', name: 'Aufgaben', rollen: [] },
  { ziel: '/neu', name: 'Neue Vorlage', rollen: ['Sachbearbeitung'] },
  { ziel: '/suche', name: 'Suche', rollen: [] },
  { ziel: '/kalender', name: 'Kalender', rollen: [] },
  {
    ziel: '/sitzungen',
    name: 'Sitzungen',
    rollen: ['Sitzungsdienst', 'Vorsitz', 'Gremienmitglied', 'Revision'],
  },
  { ziel: '/nachweis', name: 'Nachweis', rollen: ['Revision'] },
  { ziel: '/betrieb', name: 'Systembetreuung', rollen: ['Systembetreuung'] },
];

/** Name of the town, the ways to the screens, and who is logged in. */
export function Kopf({ pfad }: { readonly pfad: string }) {
  const wer = nutzeSpeicher(ich);
  return (
    <header class="gw-kopf">
      <div class="gw-kopf__zeile">
        <a class="gw-kopf__name" href="/">
          <img src="/zeichen.svg" alt="" width="32" height="32" />
          <span>
            <strong>Gremienweg</strong> <span class="gw-kopf__stadt">{einstellungen().name}</span>
            <span class="kern-sr-only">, zu meinen Aufgaben</span>
          </span>
        </a>
        {wer && <Personenmenue wer={wer} />}
      </div>
      {wer && (
        <nav class="gw-nav" aria-label="Hauptmenü">
          <ul>
            {sichtbar(wer).map((z) => (
              <li key={z.ziel}>
                <a href={z.ziel} {...(istHier(z.ziel, pfad) ? { 'aria-current': 'page' as const } : {})}>
                  {z.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

function sichtbar(wer: Ich): readonly Ziel[] {
  return ziele.filter((z) => z.rollen.length === 0 || hatRolle(wer, ...z.rollen));
}

function istHier(ziel: string, pfad: string): boolean {
  return ziel === '/' ? pfad === '/' : pfad === ziel || pfad.startsWith(`${ziel}/`);
}
