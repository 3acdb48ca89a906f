import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Knopf } from './Knopf.tsx';
import { Zeichen } from './Zeichen.tsx';
import './dateizone.css';

export interface Dateizonenangaben {
  /** Name of the field for the summary of errors. */
  readonly name: string;
  /** On the button: "Word-Datei auswählen". */
  readonly knopf: string;
  readonly hinweis: ComponentChildren;
  /** Endings that the file dialog offers: ".docx". */
  readonly endungen: string;
  readonly mehrere?: boolean;
  readonly nebensache?: boolean;
  readonly fehler?: string | undefined;
  readonly onDateien: (dateien: readonly File[]) => unknown;
}

/** Takes files by dropping, by a button, or pasted while the focus is inside. */
export function Dateizone(a: Dateizonenangaben) {
  const wahl = useRef<HTMLInputElement>(null);
  const [drueber, setze] = useState(false);
  useEffect(verhindereOeffnen, []);
  const nimm = (liste: FileList | null | undefined) => {
    const dateien = [...(liste ?? [])];
    if (dateien.length > 0) a.onDateien(a.mehrere ? dateien : dateien.slice(0, 1));
  };
  return (
    <fieldset
      class={`gw-zone${drueber ? ' gw-zone--drueber' : ''}${a.fehler ? ' gw-zone--fehler' : ''}`}
      data-feld={a.name}
      aria-label={a.mehrere ? 'Dateien hochladen' : 'Datei hochladen'}
      onDragEnter={() => setze(true)}
      onDragOver={(e) => e.preventDefault()}
      onDragLeave={(e) => e.currentTarget.contains(e.relatedTarget as Node) || setze(false)}
      onDrop={(e) => {
        e.preventDefault();
        setze(false);
        nimm(e.dataTransfer?.files);
      }}
      onPaste={(e) => nimm(e.clipboardData?.files)}
    >
      <input
        ref={wahl}
        class="gw-zone__wahl"
        type="file"
        hidden
        accept={a.endungen}
        multiple={a.mehrere ?? false}
        aria-label={a.knopf}
        onChange={(e) => {
          nimm(e.currentTarget.files);
          // The same file may be chosen again after it was corrected.
          e.currentTarget.value = '';
        }}
      />
      <p class="gw-zone__satz">
        <Zeichen name="drive-folder-upload" /> {a.mehrere ? 'Dateien' : 'Datei'} hierher ziehen oder
      </p>
      <Knopf art={a.nebensache ? 'secondary' : 'primary'} onClick={() => wahl.current?.click()}>
        {a.knopf}
      </Knopf>
      <div class="gw-zone__hinweis">{a.hinweis}</div>
      {a.fehler && (
        <p class="kern-error" role="alert">
          <Zeichen name="danger" />
          <span class="kern-body">{a.fehler}</span>
        </p>
      )}
    </fieldset>
  );
}

/** A file that misses the zone would be opened by the browser in place of the page. */
function verhindereOeffnen(): () => void {
  const halt = (e: DragEvent) => {
    if (e.dataTransfer?.types.includes('Files')) e.preventDefault();
  };
  addEventListener('dragover', halt);
  addEventListener('drop', halt);
  return () => {
    removeEventListener('dragover', halt);
    removeEventListener('drop', halt);
  };
}
