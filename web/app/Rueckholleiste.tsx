import { useEffect, useRef, useState } from 'preact/hooks';
import { Knopf } from '../bausteine/Knopf.tsx';
import { halteFenster, nimmZurueck, type Schwebend, schliesse, schwebende, sofort } from './rueckholen.ts';
import { nutzeSpeicher } from './speicher.ts';

/**
 * Acts that can still be taken back, and those that failed. It is announced once, when it appears (rueckholen);
 * what changes here by the second is for eyes only.
 */
export function Rueckholleiste() {
  const alle = nutzeSpeicher(schwebende);
  const leiste = useRef<HTMLElement>(null);
  const vorher = useRef<HTMLElement | null>(null);

  // The button that was pressed is gone with its row: back to where the person was.
  const wieder = (tue: () => void) => () => {
    tue();
    if (schwebende.lies().length > 0) return leiste.current?.focus();
    const ziel = vorher.current?.isConnected
      ? vorher.current
      : document.querySelector<HTMLElement>('main h1');
    ziel?.focus();
  };
  return (
    <section
      class="gw-rueckholen"
      aria-label="Laufende Vorgänge"
      hidden={alle.length === 0}
      tabIndex={-1}
      ref={leiste}
      onFocusIn={(e) => {
        if (innerhalb(leiste.current, e.relatedTarget)) return;
        if (e.relatedTarget instanceof HTMLElement) vorher.current = e.relatedTarget;
        halteFenster(true);
      }}
      onFocusOut={(e) => innerhalb(leiste.current, e.relatedTarget) || halteFenster(false)}
    >
      {alle.map((s) => (
        <Zeile key={`${s.nr} ${s.stand}`} s={s} wieder={wieder} />
      ))}
    </section>
  );
}

const innerhalb = (leiste: HTMLElement | null, ziel: EventTarget | null) =>
  ziel instanceof Node && (leiste?.contains(ziel) ?? false);

interface Zeilenangaben {
  readonly s: Schwebend;
  readonly wieder: (tue: () => void) => () => void;
}

function Zeile({ s, wieder }: Zeilenangaben) {
  if (s.stand === 'gescheitert') {
    return (
      <div class="gw-rueckholen__zeile" role="alert">
        <p>
          <strong>Nicht ausgeführt:</strong> {s.satz}. {s.fehler}
        </p>
        <Knopf art="secondary" klein onClick={wieder(() => schliesse(s.nr))}>
          Schließen
        </Knopf>
      </div>
    );
  }
  if (s.stand === 'laeuft') {
    return (
      <div class="gw-rueckholen__zeile">
        <p>{s.satz} – wird gesendet …</p>
      </div>
    );
  }
  return (
    <div class="gw-rueckholen__zeile">
      <p>
        {s.satz} <Rest bis={s.bis} />
      </p>
      <Knopf art="secondary" klein onClick={wieder(() => nimmZurueck(s.nr))}>
        Rückgängig
      </Knopf>
      <Knopf art="tertiary" klein onClick={wieder(() => sofort(s.nr))}>
        Jetzt senden
      </Knopf>
    </div>
  );
}

/** Seconds that are left; none while somebody is at the bar. */
function Rest({ bis }: { readonly bis: number | null }) {
  const lies = () => (bis === null ? 0 : Math.max(0, Math.ceil((bis - Date.now()) / 1000)));
  const [rest, setze] = useState(lies);
  useEffect(() => {
    setze(lies());
    const uhr = setInterval(() => setze(lies()), 250);
    return () => clearInterval(uhr);
  }, [bis]);
  return (
    <span class="gw-rueckholen__rest" aria-hidden="true">
      {bis === null ? '(wartet auf Sie)' : `in ${rest} s`}
    </span>
  );
}
