import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/**
 * An item of the table: flat keys and index attributes as strings and numbers; everything else is JSON text
 * in `daten`, so that its bytes stay what they were. `kind` says which schema reads it.
 */
export interface Eintrag {
  readonly pk: string;
  readonly sk: string;
  readonly kind: string;
  readonly [attribut: string]: string | number | undefined;
}

export type Rohling = Record<string, AttributeValue>;

export function zuAttributen(eintrag: Eintrag): Rohling {
  const attribute: Rohling = {};
  for (const [name, wert] of Object.entries(eintrag)) {
    if (wert !== undefined) attribute[name] = alsAttribut(wert);
  }
  return attribute;
}

export function alsAttribut(wert: string | number): AttributeValue {
  return typeof wert === 'number' ? { N: String(wert) } : { S: wert };
}

/** The inverse of `zuAttributen` for the two types that we write. */
export function zuEintrag(roh: Rohling): Eintrag {
  const eintrag: Record<string, string | number> = {};
  for (const [name, wert] of Object.entries(roh)) {
    if (wert.S !== undefined) eintrag[name] = wert.S;
    else if (wert.N !== undefined) eintrag[name] = Number(wert.N);
  }
  return eintrag as unknown as Eintrag;
}

/** The JSON in `daten`. @throws SyntaxError where the item holds none */
export function daten(eintrag: Eintrag): unknown {
  return JSON.parse(String(eintrag.daten));
}
