import type { Kopf } from '../../../domain/vorlage/befehle/kopf.ts';
import { aktuelleFassung, type Vorlagenstand } from '../../../domain/vorlage/stand.ts';

import { type Abgleich, gleicheAb, type Streitfall } from './abgleich.ts';
import type { Datei, Gemerktes } from './ablage.ts';
import {
  beratungenAus,
  type Formular,
  formularAus,
  kopfAus,
  kopfVonStand,
  leeresFormular,
} from './formular.ts';
import type { Mangel } from './maengel.ts';
import type { Uploadstand } from './pruefstand.ts';

export type Speicherstand =
  | { readonly art: 'neu' | 'laeuft' | 'lokal' }
  | { readonly art: 'gespeichert'; readonly zeit: string }
  /** Nothing went wrong, but the server cannot take it as it is. */
  | { readonly art: 'offen' | 'gescheitert'; readonly satz: string };

/** All that the form knows. */
export interface Zustand extends Gemerktes {
  readonly id: string | null;
  readonly phase: 'entwurf' | 'ueberarbeitung';
  readonly speichern: Speicherstand;
  readonly uploads: Readonly<Record<string, Uploadstand>>;
  /** Fields that somebody else changed as well; nothing is saved until they are settled. */
  readonly streit: readonly Streitfall[];
  /** Fields that were filled from the file, in sentences. */
  readonly ausDatei: readonly string[];
  /** What others changed meanwhile was taken over. */
  readonly zusammengefuehrt: boolean;
  /** What the server refused. */
  readonly ablehnung: readonly Mangel[];
  /** Meanwhile it is no draft any more. */
  readonly ueberholt: boolean;
}

const anfang = {
  uploads: {},
  streit: [],
  ausDatei: [],
  zusammengefuehrt: false,
  ablehnung: [],
  ueberholt: false,
} as const;

/** A draft that the server does not know yet, with what was typed before. */
export function neuerZustand(gemerkt: Gemerktes | null, aemter: readonly string[]): Zustand {
  const leer: Gemerktes = {
    // Whoever works for several Aemter chooses: the record cannot change it later.
    formular: leeresFormular(aemter.length === 1 ? (aemter[0] ?? '') : ''),
    papier: null,
    vorigesPapier: null,
    anlagen: [],
    fassungen: 0,
    basis: null,
    anlegen: { schluessel: crypto.randomUUID(), koerper: null },
    einreichen: null,
  };
  return { ...(gemerkt ?? leer), ...anfang, id: null, phase: 'entwurf', speichern: { art: 'neu' } };
}

/** A draft of the server, or a Vorlage that was sent back, with what this browser still held of it. */
export function zustandAus(stand: Vorlagenstand, gemerkt: Gemerktes | null): Zustand {
  const phase = stand.phase === 'ueberarbeitung' ? 'ueberarbeitung' : 'entwurf';
  const vomServer = kopfVonStand(stand);
  const abgleich = gemerkt
    ? gleicheAb(gemerkt.basis?.kopf ?? null, kopfAus(gemerkt.formular), vomServer)
    : null;
  return {
    ...(gemerkt?.fassungen === stand.fassungen.length ? gemerkt : frisch(stand, vomServer)),
    ...(gemerkt && abgleich ? { formular: mitAbgleich(gemerkt.formular, abgleich) } : {}),
    ...anfang,
    basis: { version: stand.nr, kopf: vomServer },
    streit: abgleich?.streit ?? [],
    id: stand.id,
    phase,
    speichern: { art: phase === 'entwurf' ? 'neu' : 'lokal' },
  };
}

/** What the form knows after others changed the Vorlage: theirs and mine together, or that it is no draft now. */
export function nachAbgleich(z: Zustand, vorlage: Vorlagenstand): Partial<Zustand> {
  if (vorlage.phase !== z.phase) return { ueberholt: true };
  const vomServer = kopfVonStand(vorlage);
  const abgleich = gleicheAb(z.basis?.kopf ?? null, kopfAus(z.formular), vomServer);
  return {
    formular: mitAbgleich(z.formular, abgleich),
    basis: { version: vorlage.nr, kopf: vomServer },
    streit: abgleich.streit,
    zusammengefuehrt: abgleich.uebernommen.length > 0,
  };
}

/** The form with the fields that a merge took from the other side; rows that are typed at stay. */
export function mitAbgleich(
  f: Formular,
  { kopf, uebernommen }: Pick<Abgleich, 'kopf' | 'uebernommen'>,
): Formular {
  const genommen = formularAus(kopf, f.amt);
  let ergebnis = f;
  for (const feld of uebernommen) {
    ergebnis = {
      ...ergebnis,
      ...(feld === 'gremienweg' ? { gremienweg: beratungenAus(kopf) } : { [feld]: genommen[feld] }),
      ...(feld === 'betreff' ? { betreffVorlaeufig: false } : {}),
    };
  }
  return ergebnis;
}

function frisch(stand: Vorlagenstand, kopf: Kopf): Gemerktes {
  const fassung = aktuelleFassung(stand);
  return {
    formular: formularAus(kopf, stand.amt.nr),
    papier: null,
    vorigesPapier: fassung ? alsDatei(fassung.entwurf, 'entwurf') : null,
    anlagen: (fassung?.anlagen ?? []).map(({ titel, oeffentlich, datei }) => ({
      titel,
      oeffentlich,
      datei: alsDatei(datei, 'anlage'),
    })),
    fassungen: stand.fassungen.length,
    basis: null,
    anlegen: { schluessel: crypto.randomUUID(), koerper: null },
    einreichen: null,
  };
}

/** A file of an earlier Fassung: it was checked, and its id still names it. */
function alsDatei(
  { upload, dateiname, groesse, sha256 }: NonNullable<ReturnType<typeof aktuelleFassung>>['entwurf'],
  zweck: Datei['zweck'],
): Datei {
  return { schluessel: upload, id: upload, zweck, dateiname, groesse, sha256 };
}
