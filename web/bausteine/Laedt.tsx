import { useEffect, useState } from 'preact/hooks';

/** Something is being loaded. After three seconds it says that it takes longer. */
export function Laedt({ was, hoehe = 12 }: { readonly was: string; readonly hoehe?: number }) {
  const [langsam, setze] = useState(false);
  useEffect(() => {
    const uhr = setTimeout(() => setze(true), 3_000);
    return () => clearTimeout(uhr);
  }, []);
  return (
    <div class="gw-laedt" style={{ minHeight: `${hoehe}rem` }} role="status">
      <span class="kern-loader kern-loader--visible" aria-hidden="true" />
      <p>{langsam ? `${was} wird geladen. Das dauert gerade länger als sonst …` : `${was} wird geladen …`}</p>
    </div>
  );
}
