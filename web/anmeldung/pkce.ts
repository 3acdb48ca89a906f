/** Proof Key for Code Exchange (RFC 7636): a secret of this browser, and its hash that goes ahead. */
export interface Pkce {
  readonly geheimnis: string;
  readonly aufgabe: string;
}

export async function machePkce(): Promise<Pkce> {
  const geheimnis = zufall(32);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(geheimnis));
  return { geheimnis, aufgabe: base64url(new Uint8Array(hash)) };
}

/** `bytes` random bytes in base64url. */
export function zufall(bytes: number): string {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
