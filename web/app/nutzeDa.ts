import { type MutableRef, useEffect, useRef } from 'preact/hooks';

/** Is the component still shown? For what ends after the person may have gone on to another screen. */
export function nutzeDa(): MutableRef<boolean> {
  const da = useRef(true);
  useEffect(() => {
    da.current = true;
    return () => {
      da.current = false;
    };
  }, []);
  return da;
}
