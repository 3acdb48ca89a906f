/**
 * Waits; less, when the network comes back. Leaves no listener behind.
 * @throws the reason of the signal
 */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((weiter, ab) => {
    if (signal?.aborted) return ab(signal.reason);
    const raeume = () => {
      clearTimeout(uhr);
      removeEventListener('online', fertig);
      signal?.removeEventListener('abort', abgebrochen);
    };
    const fertig = () => {
      raeume();
      weiter();
    };
    const abgebrochen = () => {
      raeume();
      ab(signal?.reason);
    };
    const uhr = setTimeout(fertig, ms);
    addEventListener('online', fertig);
    signal?.addEventListener('abort', abgebrochen);
  });
}
