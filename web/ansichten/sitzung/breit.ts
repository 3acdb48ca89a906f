import { useEffect, useState } from 'preact/hooks';

/** Is there room for a second column (rem as a media query counts it)? Follows turning and resizing. */
export function nutzeBreit(abRem: number): boolean {
  const frage = `(min-width: ${abRem}rem)`;
  const [breit, setze] = useState(() => matchMedia(frage).matches);
  useEffect(() => {
    const medium = matchMedia(frage);
    const lausche = () => setze(medium.matches);
    lausche();
    medium.addEventListener('change', lausche);
    return () => medium.removeEventListener('change', lausche);
  }, [frage]);
  return breit;
}
