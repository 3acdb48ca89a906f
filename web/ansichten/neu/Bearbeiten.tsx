import { useRef } from 'preact/hooks';
import { darf } from '../../../domain/rollen/darf.ts';
import { gegenstandVon } from '../../../domain/rollen/gegenstand.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { type Abfrage, nutzeAbfrage } from '../../app/abfrage.ts';
import { ich } from '../../app/ich.ts';
import { nutzeSpeicher } from '../../app/speicher.ts';
import type { Ansichtsangaben } from '../../app/wege.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Phasenmarke } from '../../bausteine/Marke.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { fenstername } from '../../format/fenstername.ts';
import { liesEntwurf } from './ablage.ts';
import { Rueckgabe } from './Rueckgabe.tsx';
import { Vorlagenformular } from './Vorlagenformular.tsx';
import { type Zustand, zustandAus } from './zustand.ts';

interface Antwort {
  readonly vorlage: Vorlagenstand;
  readonly namen: Readonly<Record<string, string>>;
}

/** A draft, or a Vorlage that was sent back: the same form. */
export default function Bearbeiten({ teile }: Ansichtsangaben) {
  const geladen = nutzeAbfrage<Antwort>(`/vorlagen/${teile.id}`);
  if (geladen.daten) {
    const { phase, fassungen } = geladen.daten.vorlage;
    return <Geladen key={`${phase}:${fassungen.length}`} {...geladen.daten} neu={geladen.neu} />;
  }
  if (geladen.fehler) {
    return (
      <Seite titel="Vorlage bearbeiten">
        <Fehleranzeige fehler={geladen.fehler} erneut={geladen.neu} />
      </Seite>
    );
  }
  return <Laedt was="Entwurf" alleine />;
}

function Geladen({ vorlage, namen, neu }: Antwort & Pick<Abfrage<Antwort>, 'neu'>) {
  const wer = nutzeSpeicher(ich);
  const anfang = useRef<Zustand | null>(null);
  const erlaubt = wer !== null && darf(wer, 'vorlage.bearbeiten', gegenstandVon(vorlage)).erlaubt;
  if (!erlaubt) return <NichtMehr vorlage={vorlage} />;
  // What the window learns when it comes to the front again must not overwrite what is being typed.
  anfang.current ??= zustandAus(vorlage, liesEntwurf(vorlage.id));
  const neueFassung = vorlage.phase === 'ueberarbeitung';
  return (
    <Seite
      titel={neueFassung ? `Neue Fassung von ${vorlage.nummer}` : 'Vorlage bearbeiten'}
      fenstertitel={`${neueFassung ? 'Neue Fassung: ' : ''}${fenstername(vorlage)} bearbeiten`}
      oben={<Phasenmarke phase={vorlage.phase} />}
    >
      {neueFassung && <Rueckgabe vorlage={vorlage} namen={namen} />}
      <Vorlagenformular anfang={anfang.current} aemter={[vorlage.amt.nr]} onUeberholt={neu} />
    </Seite>
  );
}

/** Submitted, given up, or another's turn: here is nothing to edit. */
function NichtMehr({ vorlage }: { readonly vorlage: Vorlagenstand }) {
  const titel =
    vorlage.phase === 'verworfen'
      ? 'Dieser Entwurf ist verworfen'
      : vorlage.nummer
        ? `${vorlage.nummer} ist schon eingereicht`
        : 'Diesen Entwurf bearbeiten andere';
  return (
    <Seite titel={titel} oben={<Phasenmarke phase={vorlage.phase} />}>
      <Meldung art="info" titel="Hier gibt es für Sie gerade nichts zu bearbeiten">
        <p>
          Änderungen gehen wieder, wenn die Vorlage zur Überarbeitung zurückgegeben wird. Es wurde nichts
          doppelt eingereicht.
        </p>
        <p>
          <a class="kern-link" href={`/vorlagen/${vorlage.id}`}>
            Zur Vorlage „{vorlage.betreff}“
          </a>
        </p>
      </Meldung>
    </Seite>
  );
}
