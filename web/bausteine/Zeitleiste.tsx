import type { ComponentChildren } from 'preact';
import { Zeichen, type Zeichenname } from './Zeichen.tsx';
import './zeitleiste.css';

export interface Zeitleistenpunkt {
  readonly schluessel: string;
  readonly lage: 'vergangen' | 'jetzt' | 'kommt';
  readonly ton: 'success' | 'warning' | 'neutral';
  readonly titel: ComponentChildren;
  readonly inhalt: ComponentChildren;
}

const worte: Readonly<Record<Zeitleistenpunkt['lage'], string>> = {
  vergangen: 'vergangen',
  jetzt: 'jetzt',
  kommt: 'kommt noch',
};

function zeichenVon({ lage, ton }: Zeitleistenpunkt): Zeichenname | null {
  if (lage === 'kommt') return null;
  if (lage === 'jetzt') return 'uhr';
  return { success: 'check', warning: 'arrow-back', neutral: 'more-vert' }[ton] as Zeichenname;
}

/** A way in its order: what was, where it is now, what comes. Headings are of level 3. */
export function Zeitleiste({
  name,
  punkte,
}: {
  readonly name: string;
  readonly punkte: readonly Zeitleistenpunkt[];
}) {
  return (
    <ol class="gw-zeitleiste" aria-label={name}>
      {punkte.map((p) => {
        const zeichen = zeichenVon(p);
        return (
          <li
            key={p.schluessel}
            class="gw-zeitleiste__punkt"
            data-lage={p.lage}
            data-ton={p.ton}
            {...(p.lage === 'jetzt' ? { 'aria-current': 'step' as const } : {})}
          >
            <span class="gw-zeitleiste__marke" aria-hidden="true">
              {zeichen && <Zeichen name={zeichen} />}
            </span>
            <div class="gw-zeitleiste__inhalt">
              <h3 class="gw-zeitleiste__titel">
                {p.titel}
                <span class="kern-sr-only"> ({worte[p.lage]})</span>
              </h3>
              {p.inhalt}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
