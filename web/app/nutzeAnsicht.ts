import { useEffect, useState } from 'preact/hooks';
import { type Ansicht, findeWeg } from './wege.ts';

interface Geladen {
  readonly muster: string;
  /** null: it could not be loaded. */
  readonly Ansicht: Ansicht | null;
}

/** Loads the screen of a path. `fehlt`: a new release has replaced it, or there is no network. */
export function nutzeAnsicht(pfad: string) {
  const { weg, teile } = findeWeg(pfad);
  const [geladen, setze] = useState<Geladen | null>(null);
  const [runde, setzeRunde] = useState(0);
  useEffect(() => {
    let aktuell = true;
    const nimm = (Ansicht: Ansicht | null) => aktuell && setze({ muster: weg.muster, Ansicht });
    weg.lade().then(
      (modul) => nimm(modul.default),
      () => nimm(null),
    );
    return () => {
      aktuell = false;
    };
  }, [weg, runde]);
  const hier = geladen?.muster === weg.muster ? geladen : null;
  return {
    teile,
    Ansicht: hier?.Ansicht ?? null,
    fehlt: hier !== null && hier.Ansicht === null,
    erneut: () => setzeRunde((r) => r + 1),
  };
}
