import { useEffect, useState } from 'preact/hooks';

export interface Ladeangaben {
  readonly was: string;
  /** Room for what comes, in rem: what stands below stays in its place. */
  readonly hoehe?: number;
  /** Stands for the whole screen, whose heading and title are not known yet. */
  readonly alleine?: boolean;
}

/** Something is being loaded. After three seconds it says that it takes longer. */
export function Laedt({ was, hoehe = 12, alleine = false }: Ladeangaben) {
  const [langsam, setze] = useState(false);
  useEffect(() => {
    const uhr = setTimeout(() => setze(true), 3_000);
    return () => clearTimeout(uhr);
  }, []);
  useEffect(() => {
    if (alleine) document.title = `${was} wird geladen – Gremienweg`;
  }, [was, alleine]);
  const satz = `${was} wird geladen${langsam ? '. Das dauert gerade länger als sonst …' : ' …'}`;
  return (
    <div class="gw-laedt" style={{ minHeight: `${hoehe}rem` }} role="status">
      <span class="kern-loader kern-loader--visible" aria-hidden="true" />
      {alleine ? <h1 class="gw-laedt__satz">{satz}</h1> : <p>{satz}</p>}
    </div>
  );
}
