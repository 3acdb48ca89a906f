import { useEffect, useRef } from 'preact/hooks';

const abstand = 4_000;
const hoechstens = 10;

/** While something is still being made elsewhere, looks again for it a few times. */
export function nutzeNachladen(fehlt: boolean, neu: () => void): void {
  const nachgesehen = useRef(0);
  const siehNach = useRef(neu);
  siehNach.current = neu;
  useEffect(() => {
    if (!fehlt) {
      nachgesehen.current = 0;
      return;
    }
    const uhr = setInterval(() => {
      if (++nachgesehen.current > hoechstens) return clearInterval(uhr);
      siehNach.current();
    }, abstand);
    return () => clearInterval(uhr);
  }, [fehlt]);
}
