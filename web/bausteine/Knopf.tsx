import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Zeichen, type Zeichenname } from './Zeichen.tsx';

export interface Knopfangaben {
  readonly children: ComponentChildren;
  /** What it does; while a promise runs, further clicks do nothing. */
  readonly onClick?: (() => unknown) | undefined;
  readonly art?: 'primary' | 'secondary' | 'tertiary';
  readonly symbol?: Zeichenname;
  readonly klein?: boolean;
  /** submit sends the form around it. */
  readonly senden?: boolean;
  /** Says why it cannot be used now; the button stays reachable and speaks the reason. */
  readonly gesperrt?: string | undefined;
  /** From outside: the form is being sent. */
  readonly laeuft?: boolean;
  /** Longer name for those who do not see what stands around it. */
  readonly name?: string;
  readonly gedrueckt?: boolean;
}

/** A button that does its act once, however often it is clicked. */
export function Knopf(a: Knopfangaben) {
  const [eigen, setze] = useState(false);
  const besetzt = useRef(false);
  const laeuft = eigen || a.laeuft === true;
  const grund = useId();
  const klick = async (ereignis: MouseEvent) => {
    // The second click of a double click would send the form again before it knows that it is being sent.
    const doppelt = a.senden === true && ereignis.detail > 1;
    if (besetzt.current || laeuft || a.gesperrt || doppelt) return ereignis.preventDefault();
    if (!a.onClick) return;
    const folge = a.onClick();
    if (!(folge instanceof Promise)) return;
    besetzt.current = true;
    setze(true);
    try {
      await folge;
    } finally {
      besetzt.current = false;
      setze(false);
    }
  };
  const knopf = (
    <button
      type={a.senden ? 'submit' : 'button'}
      class={`kern-btn kern-btn--${a.art ?? 'primary'}${a.klein ? ' kern-btn--x-small' : ''}`}
      onClick={klick}
      {...(laeuft || a.gesperrt ? { 'aria-disabled': true } : {})}
      {...(a.gesperrt ? { 'aria-describedby': grund } : {})}
      {...(a.name ? { 'aria-label': a.name } : {})}
      {...(a.gedrueckt === undefined ? {} : { 'aria-pressed': a.gedrueckt })}
    >
      {a.symbol && <Zeichen name={laeuft ? 'autorenew' : a.symbol} />}
      <span class="kern-label">{a.children}</span>
    </button>
  );
  if (!a.gesperrt) return knopf;
  return (
    <>
      {knopf}
      <span class="gw-leise" id={grund}>
        Nicht möglich: {a.gesperrt}
      </span>
    </>
  );
}
