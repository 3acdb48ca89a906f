import { useLayoutEffect, useRef } from 'preact/hooks';
import { Knopf } from './Knopf.tsx';

/** Up, down and away for one row of an ordered list; the focus stays with the row that moved. */
export function Reihenfolge({
  was,
  platz,
  anzahl,
  onPlatz,
  onWeg,
}: {
  /** "2. Beratung" */
  readonly was: string;
  readonly platz: number;
  readonly anzahl: number;
  readonly onPlatz: (neu: number) => void;
  readonly onWeg: () => void;
}) {
  const kasten = useRef<HTMLDivElement>(null);
  const bewegt = useRef<HTMLElement | null>(null);
  // Moving a row in the page takes the focus away from it, and the first row has no way up.
  useLayoutEffect(() => {
    const knopf = bewegt.current;
    bewegt.current = null;
    if (knopf) (knopf.isConnected ? knopf : kasten.current?.querySelector('button'))?.focus();
  }, [platz]);
  const ordne = (klick: Event, neu: number) => {
    bewegt.current = klick.currentTarget as HTMLElement;
    onPlatz(neu);
  };
  return (
    <div class="gw-reihenfolge" ref={kasten}>
      {anzahl > 1 && (
        <>
          {platz > 0 && <Pfeil key="hinauf" was={was} hinauf onClick={(e) => ordne(e, platz - 1)} />}
          {platz < anzahl - 1 && <Pfeil key="hinab" was={was} onClick={(e) => ordne(e, platz + 1)} />}
        </>
      )}
      <Knopf art="tertiary" symbol="delete" name={`${was} entfernen`} onClick={onWeg}>
        Entfernen
      </Knopf>
    </div>
  );
}

function Pfeil({
  was,
  hinauf = false,
  onClick,
}: {
  readonly was: string;
  readonly hinauf?: boolean;
  readonly onClick: (klick: Event) => void;
}) {
  const wohin = hinauf ? 'nach oben' : 'nach unten';
  return (
    <button
      type="button"
      class="kern-btn kern-btn--tertiary"
      aria-label={`${was} ${wohin}`}
      onClick={onClick}
    >
      <span class={`kern-icon kern-icon--arrow-${hinauf ? 'up' : 'down'}`} aria-hidden="true" />
    </button>
  );
}
