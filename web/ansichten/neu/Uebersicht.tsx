import type { Feldfehler } from '../../bausteine/Fehlersumme.tsx';
import { Zeichen } from '../../bausteine/Zeichen.tsx';

export const schritte = [
  { id: 'worum', titel: 'Worum geht es?', felder: /^(betreff|az|datum|amt)/ },
  { id: 'weg', titel: 'Gremienweg', felder: /^gremienweg/ },
  { id: 'papier', titel: 'Papier', felder: /^entwurf/ },
  { id: 'anlagen', titel: 'Anlagen', felder: /^anlagen/ },
  { id: 'pruefen', titel: 'Prüfen und einreichen', felder: /^einreichen/ },
] as const;

/** The steps beside the form, and which of them are done. */
export function Uebersicht({
  maengel,
  anzahlAnlagen,
}: {
  readonly maengel: readonly Feldfehler[];
  readonly anzahlAnlagen: number;
}) {
  return (
    <nav class="gw-uebersicht" aria-label="Schritte dieser Seite">
      <ol>
        {schritte.map((s) => {
          const fertig = !maengel.some((m) => s.felder.test(m.feld));
          const lage =
            s.id === 'pruefen'
              ? ''
              : s.id === 'anlagen' && anzahlAnlagen === 0
                ? 'freiwillig'
                : fertig
                  ? 'fertig'
                  : 'offen';
          return (
            <li key={s.id}>
              <a href={`#${s.id}`} onClick={(e) => springe(e, s.id)}>
                {s.titel}
              </a>{' '}
              {lage && (
                <span class="gw-leise">
                  {lage === 'fertig' && <Zeichen name="check" />} {lage}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function springe(klick: Event, id: string): void {
  klick.preventDefault();
  const titel = document.getElementById(`${id}-titel`);
  titel?.focus({ preventScroll: true });
  titel?.scrollIntoView();
}
