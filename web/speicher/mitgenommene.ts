import { legeAblage, liesJson, raeumeAblage } from '../app/ablage.ts';

/** Which Sitzungen lie on this device, known at once and without opening the database. */
export interface Mitnahme {
  readonly id: string;
  /** Name of the Gremium and begin (ISO instant in UTC), for people. */
  readonly gremium: string;
  readonly beginn: string;
}

const ablage = 'gw:mitgenommen';

export function mitgenommene(): readonly Mitnahme[] {
  return liesJson<Mitnahme[]>(ablage) ?? [];
}

export function merkeMitnahme(neu: Mitnahme): void {
  const andere = mitgenommene().filter((m) => m.id !== neu.id);
  legeAblage(ablage, JSON.stringify([...andere, neu]));
}

export function vergissMitnahme(id: string): void {
  const andere = mitgenommene().filter((m) => m.id !== id);
  if (andere.length > 0) legeAblage(ablage, JSON.stringify(andere));
  else raeumeAblage(ablage);
}
