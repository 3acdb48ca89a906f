/** Longest link target that travels into a paper, in characters. */
const laengsterVerweis = 2000;

/**
 * Whether a link may stand in an official paper: absolute, http, https or mailto, and made of the characters
 * that RFC 3986 allows (so that it is the same text in every part of the package).
 */
export function istErlaubterVerweis(ziel: string): boolean {
  if (ziel.length > laengsterVerweis || !/^(?:https?:\/\/|mailto:)/i.test(ziel)) return false;
  return /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/.test(ziel) && URL.canParse(ziel);
}

/** The allowed form of a link target found in a draft, or null if it may not be carried. */
export function erlaubterVerweis(ziel: string): string | null {
  const roh = ziel.slice(0, 2 * laengsterVerweis).trim();
  if (istErlaubterVerweis(roh)) return roh;
  if (!/^(?:https?:\/\/|mailto:)/i.test(roh) || !URL.canParse(roh)) return null;
  const kanonisch = new URL(roh).href;
  return istErlaubterVerweis(kanonisch) ? kanonisch : null;
}
