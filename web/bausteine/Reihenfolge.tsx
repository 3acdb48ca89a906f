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
  const ordne = (klick: Event, neu: number) => {
    const knopf = klick.currentTarget as HTMLElement;
    onPlatz(neu);
    // Moving a row in the page takes the focus away from it.
    requestAnimationFrame(() => knopf.isConnected && knopf.focus());
  };
  return (
    <div class="gw-reihenfolge">
      {anzahl > 1 && (
        <>
          <Pfeil was={was} hinauf gesperrt={platz === 0} onClick={(e) => ordne(e, platz - 1)} />
          <Pfeil was={was} gesperrt={platz === anzahl - 1} onClick={(e) => ordne(e, platz + 1)} />
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
  gesperrt,
  onClick,
}: {
  readonly was: string;
  readonly hinauf?: boolean;
  readonly gesperrt: boolean;
  readonly onClick: (klick: Event) => void;
}) {
  const wohin = hinauf ? 'nach oben' : 'nach unten';
  return (
    <button
      type="button"
      class="kern-btn kern-btn--tertiary"
      aria-label={`${was} ${wohin}`}
      aria-disabled={gesperrt}
      title={wohin}
      onClick={(e) => gesperrt || onClick(e)}
    >
      <span class={`kern-icon kern-icon--arrow-${hinauf ? 'up' : 'down'}`} aria-hidden="true" />
    </button>
  );
}
