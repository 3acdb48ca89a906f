import { legeAblage, liesJson } from '../app/ablage.ts';
import { NetzFehler } from './fehler.ts';

/** What the server tells before the login (GET /api/einstellungen). */
export interface Einstellungen {
  readonly koerperschaft: string;
  readonly name: string;
  readonly login: {
    readonly issuer: string;
    readonly clientId: string;
    /** Named as in OpenID Connect Discovery 1.0. */
    readonly endpunkte: { readonly authorization_endpoint: string; readonly token_endpoint: string };
    /** Where the browser goes to log out. */
    readonly abmelden: string;
  };
  readonly aemter: readonly { readonly nr: string; readonly name: string; readonly dezernat: string }[];
  readonly vorlauf: {
    readonly einladungVolleTage: number;
    readonly zustellungArbeitstage: number;
    readonly redaktionsschlussArbeitstage: number;
  };
  /** Bytes. */
  readonly hoechstgroesse: { readonly entwurf: number; readonly anlage: number };
  readonly demo: boolean;
}

const ablage = 'gw:einstellungen';
let geladen: Einstellungen | null = null;

/**
 * Loads the settings once; false: the server is away, and those of the last visit serve.
 * @throws NetzFehler where there was none
 */
export async function ladeEinstellungen(): Promise<boolean> {
  try {
    const antwort = await fetch('/api/einstellungen');
    if (!antwort.ok) throw new NetzFehler();
    // A hotel's login answers with a page, which is no JSON.
    geladen = (await antwort.json()) as Einstellungen;
    legeAblage(ablage, JSON.stringify(geladen));
    return true;
  } catch {
    geladen = liesJson<Einstellungen>(ablage);
    if (!geladen) throw new NetzFehler();
    return false;
  }
}

/** The settings, once the application runs. */
export function einstellungen(): Einstellungen {
  if (!geladen) throw new Error('Einstellungen vor dem Start gelesen');
  return geladen;
}
