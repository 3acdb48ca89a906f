import type { ComponentChildren } from 'preact';
import { Zeichen, type Zeichenname } from './Zeichen.tsx';

/** Nothing to show, and what that means or what to do about it. */
export function Leer({
  titel,
  symbol = 'check',
  children,
}: {
  readonly titel: string;
  readonly symbol?: Zeichenname;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="gw-leer">
      <Zeichen name={symbol} />
      <p class="gw-leer__titel">{titel}</p>
      {children}
    </div>
  );
}
