import { useState } from 'preact/hooks';
import { satzZu } from '../api/fehler.ts';
import { hole } from '../api/klient.ts';
import { sage } from '../app/ansage.ts';
import { Knopf, type Knopfangaben } from './Knopf.tsx';

export interface Herunterladenangaben extends Pick<Knopfangaben, 'children' | 'art' | 'klein'> {
  /** Path below /api that answers with a short-lived link: `{url, dateiname}`. */
  readonly pfad: string;
}

/** Fetches a short-lived link to a file of the files' own origin and follows it; the file comes as attachment. */
export function Herunterladen({ pfad, art = 'tertiary', ...rest }: Herunterladenangaben) {
  const [fehler, setze] = useState<string | null>(null);
  const lade = async () => {
    setze(null);
    try {
      const { url, dateiname } = await hole<{ url: string; dateiname: string }>(pfad);
      folge(url, dateiname);
      sage(`${dateiname} wird heruntergeladen.`);
    } catch (f) {
      setze(satzZu(f));
    }
  };
  return (
    <>
      <Knopf art={art} symbol="download" onClick={lade} {...rest} />
      {fehler && (
        <p class="kern-error" role="alert">
          <span class="kern-icon kern-icon--danger" aria-hidden="true" />
          <span class="kern-body">{fehler}</span>
        </p>
      )}
    </>
  );
}

/** Follows a link as if it had been clicked. */
export function folge(url: string, dateiname: string): void {
  const verweis = document.createElement('a');
  verweis.href = url;
  verweis.download = dateiname;
  verweis.rel = 'noopener';
  document.body.append(verweis);
  verweis.click();
  verweis.remove();
}
