import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

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
  useEffect(() => {
    const d = dialog.current;
    const vorher = document.activeElement;
    d?.showModal();
    return () => {
      d?.close();
      if (vorher instanceof HTMLElement) vorher.focus();
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
      <section class="kern-dialog__body">{children}</section>
      <footer class="kern-dialog__footer">{fuss}</footer>
    </dialog>
  );
}
