import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { sage } from '../app/ansage.ts';
import { nimmKurzmeldung } from '../app/kurzmeldung.ts';
import { findeStelle } from '../app/stelle.ts';
import { Meldung } from './Meldung.tsx';

export interface Seitenangaben {
  readonly titel: string;
  /** For the window's title where it says more than the heading ("(3) Meine Aufgaben"). */
  readonly fenstertitel?: string;
  /** Small line above the heading: where one is. */
  readonly oben?: ComponentChildren;
  /** Buttons beside the heading. */
  readonly aktionen?: ComponentChildren;
  readonly children: ComponentChildren;
}

let ersteSeite = true;

/**
 * Frame of a screen: title of the window, heading, and after a change of view the focus on the heading, which
 * speaks it. A screen that first loads its title shows `Laedt` before and this afterwards.
 */
export function Seite({ titel, fenstertitel, oben, aktionen, children }: Seitenangaben) {
  const ueberschrift = useRef<HTMLHeadingElement>(null);
  const [geschehen] = useState(nimmKurzmeldung);
  useEffect(() => {
    document.title = `${fenstertitel ?? titel} – Gremienweg`;
  }, [titel, fenstertitel]);
  useEffect(() => {
    if (ersteSeite) {
      ersteSeite = false;
      return;
    }
    findeStelle(ueberschrift.current);
    sage(geschehen ? `${geschehen} ${titel}` : titel);
  }, []);
  return (
    <div class="gw-seite">
      <div class="gw-seite__kopf">
        <div>
          {oben && <div class="gw-seite__oben">{oben}</div>}
          <h1 class="kern-heading-large" tabIndex={-1} ref={ueberschrift}>
            {titel}
          </h1>
        </div>
        {aktionen && <div class="gw-knoepfe">{aktionen}</div>}
      </div>
      {geschehen && <Meldung art="success" titel={geschehen} />}
      {children}
    </div>
  );
}
