/** A refusal of the rules: a value, never an exception. `satz` is German and says what to do. */
export interface Ablehnung {
  readonly ok: false;
  /** Stable, in capitals, e.g. STATION_NICHT_OFFEN. */
  readonly code: string;
  readonly satz: string;
  readonly paragraf?: string;
  /** Further facts for the screen, e.g. the findings of the rules. */
  readonly einzelheiten?: unknown;
}

export type Erfolg<T> = { readonly ok: true } & T;

export function lehneAb(code: string, satz: string, mehr: Partial<Ablehnung> = {}): Ablehnung {
  return { ok: false, code, satz, ...mehr };
}
