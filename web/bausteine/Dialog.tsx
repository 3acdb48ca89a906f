import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { anmeldestand } from '../anmeldung/tokens.ts';
import { Anmeldehinweis } from '../app/Anmeldehinweis.tsx';
import { nutzeSpeicher } from '../app/speicher.ts';

export interface Dialogangaben {
  readonly titel: string;
  readonly onZu: () => void;
  readonly children: ComponentChildren;
  /** Buttons at the end; the way out stands first. */
  readonly fuss: ComponentChildren;
}

/** A question in front of the page: native, closes by Escape, gives the focus back. Shown while mounted. */
export function Dialog({ titel, onZu, children, fuss }: Dialogangaben) {
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  const abgelaufen = nutzeSpeicher(anmeldestand) === 'abgelaufen';
  const zu = useRef(onZu);
  zu.current = onZu;
  useEffect(() => {
    const d = dialog.current;
    const vorher = document.activeElement;
    // A second Escape closes without asking (HTML, close watchers); the page must then know that it is closed.
    const geschlossen = () => zu.current();
    d?.showModal();
    d?.addEventListener('close', geschlossen);
    return () => {
      d?.removeEventListener('close', geschlossen);
      d?.close();
      const ziel = vorher?.isConnected ? vorher : document.querySelector('main h1');
      if (ziel instanceof HTMLElement) ziel.focus();
    };
  }, []);
  return (
    <dialog
      class="kern-dialog"
      ref={dialog}
      aria-labelledby={name}
      onCancel={(e) => {
        e.preventDefault();
        onZu();
      }}
    >
      <header class="kern-dialog__header">
        <h2 class="kern-title kern-title--large" id={name}>
          {titel}
        </h2>
        <button type="button" class="kern-btn kern-btn--tertiary" onClick={onZu}>
          <span class="kern-icon kern-icon--close" aria-hidden="true" />
          <span class="kern-label kern-sr-only">Schließen</span>
        </button>
      </header>
      <section class="kern-dialog__body">
        {/* What stands outside cannot be reached while a dialog is open. */}
        {abgelaufen && <Anmeldehinweis />}
        {children}
      </section>
      <footer class="kern-dialog__footer">{fuss}</footer>
    </dialog>
  );
}
