import type { ComponentType } from 'preact';

/** What a screen gets: the variables of its path and the query. */
export interface Ansichtsangaben {
  readonly teile: Readonly<Record<string, string>>;
  readonly abfrage: URLSearchParams;
}
export type Ansicht = ComponentType<Ansichtsangaben>;

interface Weg {
  /** Path with :name for variables. */
  readonly muster: string;
  readonly lade: () => Promise<{ readonly default: Ansicht }>;
}

/** Every screen, each loaded when it is first shown. */
const wege: readonly Weg[] = [
  { muster: '/', lade: () => import('../ansichten/aufgaben/Aufgaben.tsx') },
  { muster: '/neu', lade: () => import('../ansichten/neu/NeueVorlage.tsx') },
  { muster: '/vorlagen/:id', lade: () => import('../ansichten/vorlage/Vorlage.tsx') },
  { muster: '/vorlagen/:id/bearbeiten', lade: () => import('../ansichten/neu/Bearbeiten.tsx') },
  { muster: '/suche', lade: () => import('../ansichten/suche/Suche.tsx') },
  { muster: '/kalender', lade: () => import('../ansichten/kalender/Kalender.tsx') },
  { muster: '/sitzungen', lade: () => import('../ansichten/sitzungen/Sitzungen.tsx') },
  { muster: '/sitzungen/:sitzung', lade: () => import('../ansichten/sitzung/Sitzung.tsx') },
  { muster: '/nachrichten', lade: () => import('../ansichten/nachrichten/Nachrichten.tsx') },
  { muster: '/nachweis', lade: () => import('../ansichten/nachweis/Nachweis.tsx') },
  { muster: '/nachweis/:art/:id', lade: () => import('../ansichten/nachweis/Kette.tsx') },
  { muster: '/betrieb', lade: () => import('../ansichten/betrieb/Betrieb.tsx') },
  { muster: '/betrieb/personen', lade: () => import('../ansichten/betrieb/Personen.tsx') },
  { muster: '/betrieb/gremien', lade: () => import('../ansichten/betrieb/Gremien.tsx') },
  { muster: '/ich', lade: () => import('../ansichten/ich/MeineEinstellungen.tsx') },
  { muster: '/rundgang', lade: () => import('../ansichten/rundgang/Rundgang.tsx') },
  { muster: '/tastatur', lade: () => import('../ansichten/seiten/Tastatur.tsx') },
  { muster: '/lizenzen', lade: () => import('../ansichten/seiten/Lizenzen.tsx') },
  { muster: '/barrierefreiheit', lade: () => import('../ansichten/seiten/Barrierefreiheit.tsx') },
  { muster: '/datenschutz', lade: () => import('../ansichten/seiten/Datenschutz.tsx') },
];

const nichtGefunden: Weg = { muster: '', lade: () => import('../ansichten/seiten/NichtGefunden.tsx') };

/** The screen of a path, with what its variables hold. */
export function findeWeg(pfad: string): { weg: Weg; teile: Record<string, string> } {
  const gegeben = pfad.split('/').filter(Boolean);
  for (const weg of wege) {
    const muster = weg.muster.split('/').filter(Boolean);
    if (muster.length !== gegeben.length) continue;
    const teile: Record<string, string> = {};
    const passt = muster.every((m, i) => {
      const wert = gegeben[i] ?? '';
      if (!m.startsWith(':')) return m === wert;
      teile[m.slice(1)] = wert;
      return true;
    });
    if (passt) return { weg, teile };
  }
  return { weg: nichtGefunden, teile: {} };
}
