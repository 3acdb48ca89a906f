/** What a browser that stores nothing (private window, forbidden, full) keeps at least in this tab. */
const imTab = new Map<string, string>();

/** A value that this browser keeps; null where there is none. */
export function liesAblage(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? imTab.get(name) ?? null;
  } catch {
    return imTab.get(name) ?? null;
  }
}

/** Keeps a value; never throws, for nobody's typing may fail by it. */
export function legeAblage(name: string, wert: string): void {
  try {
    localStorage.setItem(name, wert);
    imTab.delete(name);
  } catch {
    imTab.set(name, wert);
  }
}

export function raeumeAblage(name: string): void {
  imTab.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    // It could not be kept there either.
  }
}

/** Names that begin so. */
export function ablagenamen(vorsilbe: string): string[] {
  let namen: string[] = [];
  try {
    namen = Object.keys(localStorage);
  } catch {
    // Only the tab holds something.
  }
  return [...new Set([...namen, ...imTab.keys()])].filter((name) => name.startsWith(vorsilbe));
}

/** A value as JSON; what is no JSON any more counts as nothing. */
export function liesJson<T>(name: string): T | null {
  const text = liesAblage(name);
  if (text === null) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    raeumeAblage(name);
    return null;
  }
}
