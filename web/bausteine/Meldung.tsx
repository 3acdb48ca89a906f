import type { ComponentChildren } from 'preact';
import { Zeichen } from './Zeichen.tsx';

export interface Meldungsangaben {
  readonly art: 'info' | 'success' | 'warning' | 'danger';
  readonly titel: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Spoken as soon as it appears. */
  readonly sprich?: boolean;
}

/** A notice with colour, icon and words. */
export function Meldung({ art, titel, children, sprich }: Meldungsangaben) {
  return (
    <div class={`kern-alert kern-alert--${art}`} {...(sprich ? { role: 'alert' } : {})}>
      <div class="kern-alert__header">
        <Zeichen name={art} />
        <p class="kern-title">{titel}</p>
      </div>
      {children && <div class="kern-alert__body gw-text">{children}</div>}
    </div>
  );
}
