/**
 * Takes every task token out of an execution history before it leaves the house: also where it lies inside
 * JSON text (input and parameters of a task). Who holds a token could wake an execution.
 */
export function ohneMarken(wert: unknown): unknown {
  if (wert instanceof Date) return wert.toISOString();
  if (Array.isArray(wert)) return wert.map(ohneMarken);
  if (wert !== null && typeof wert === 'object') {
    return Object.fromEntries(
      Object.entries(wert).map(([k, v]) => [k, istMarke(k) ? '[entfernt]' : ohneMarken(v)]),
    );
  }
  if (typeof wert === 'string' && /token/i.test(wert)) {
    try {
      return JSON.stringify(ohneMarken(JSON.parse(wert)));
    } catch {
      return '[entfernt]';
    }
  }
  return wert;
}

function istMarke(name: string): boolean {
  return /^(task)?token$/i.test(name);
}
