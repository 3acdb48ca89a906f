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

/** Loads the settings once. Without network the ones of the last visit serve. */
export async function ladeEinstellungen(): Promise<Einstellungen> {
  if (geladen) return geladen;
  try {
    const antwort = await fetch('/api/einstellungen');
    if (!antwort.ok) throw new Error(`Einstellungen: ${antwort.status}`);
    geladen = (await antwort.json()) as Einstellungen;
    localStorage.setItem(ablage, JSON.stringify(geladen));
  } catch (fehler) {
    const zuletzt = localStorage.getItem(ablage);
    if (zuletzt === null) throw fehler;
    geladen = JSON.parse(zuletzt) as Einstellungen;
  }
  return geladen;
}

/** The settings, once the application runs. */
export function einstellungen(): Einstellungen {
  if (!geladen) throw new Error('Einstellungen vor dem Start gelesen');
  return geladen;
}
