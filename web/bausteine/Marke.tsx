import type { ComponentChildren } from 'preact';
import type { Phase } from '../../domain/vorlage/stand.ts';
import { phasennamen } from '../format/phase.ts';
import { Zeichen, type Zeichenname } from './Zeichen.tsx';

export interface Markenangaben {
  readonly ton: 'info' | 'success' | 'warning' | 'danger' | 'neutral';
  readonly symbol?: Zeichenname;
  readonly children: ComponentChildren;
}

/** A short label with a tone. */
export function Marke({ ton, symbol, children }: Markenangaben) {
  const klasse = ton === 'neutral' ? 'gw-marke--neutral' : `kern-badge--${ton}`;
  const zeichen = symbol ?? (ton === 'neutral' ? null : ton);
  return (
    <span class={`kern-badge kern-badge--small ${klasse}`}>
      {zeichen && <Zeichen name={zeichen} />}
      <span class="kern-label kern-label--small">{children}</span>
    </span>
  );
}

export function Phasenmarke({ phase }: { readonly phase: Phase }) {
  const { name, ton } = phasennamen[phase];
  return <Marke ton={ton}>{name}</Marke>;
}

/** Shown on everything that must not leave the room (§ 35 GemO). */
export function Nichtoeffentlich() {
  return (
    <Marke ton="warning" symbol="lock">
      Nichtöffentlich
    </Marke>
  );
}
