import { NetzFehler } from '../../api/fehler.ts';

interface Sendung {
  readonly url: string;
  readonly felder: Readonly<Record<string, string>>;
  readonly datei: File;
  readonly onFortschritt: (gesendet: number) => void;
  readonly signal: AbortSignal;
}

/** Posts a file straight to the store of drafts. fetch tells no progress, so it is an XMLHttpRequest. */
export function sendeDatei({ url, felder, datei, onFortschritt, signal }: Sendung): Promise<void> {
  return new Promise((fertig, gescheitert) => {
    const formular = new FormData();
    for (const [name, wert] of Object.entries(felder)) formular.append(name, wert);
    formular.append('file', datei);
    const anfrage = new XMLHttpRequest();
    anfrage.open('POST', url);
    anfrage.upload.onprogress = (e) =>
      onFortschritt(e.lengthComputable ? (e.loaded / e.total) * datei.size : 0);
    anfrage.onload = () =>
      anfrage.status >= 200 && anfrage.status < 300
        ? fertig()
        : gescheitert(new Uploadfehler(anfrage.status, anfrage.responseText));
    anfrage.onerror = () => gescheitert(new NetzFehler());
    anfrage.onabort = () => gescheitert(signal.reason);
    signal.addEventListener('abort', () => anfrage.abort());
    anfrage.send(formular);
  });
}

/** The store refused the file; what it says is for machines. */
export class Uploadfehler extends Error {
  override readonly name = 'Uploadfehler';
  readonly satz: string;

  constructor(status: number, antwort: string) {
    super(`${status}: ${antwort.slice(0, 200)}`);
    this.satz = /EntityTooLarge/.test(antwort)
      ? 'Die Datei ist zu groß. Bitte verkleinern Sie Bilder oder teilen Sie die Datei.'
      : 'Die Datei wurde nicht angenommen. Bitte versuchen Sie es noch einmal.';
  }
}
