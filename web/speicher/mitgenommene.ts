/** Which Sitzungen lie on this device, known at once and without opening the database. */
export interface Mitnahme {
  readonly id: string;
  /** Name of the Gremium and begin (ISO instant in UTC), for people. */
  readonly gremium: string;
  readonly beginn: string;
}

const ablage = 'gw:mitgenommen';

export function mitgenommene(): readonly Mitnahme[] {
  return JSON.parse(localStorage.getItem(ablage) ?? '[]') as Mitnahme[];
}

export function merkeMitnahme(neu: Mitnahme): void {
  const andere = mitgenommene().filter((m) => m.id !== neu.id);
  localStorage.setItem(ablage, JSON.stringify([...andere, neu]));
}

export function vergissMitnahme(id: string): void {
  const andere = mitgenommene().filter((m) => m.id !== id);
  if (andere.length > 0) localStorage.setItem(ablage, JSON.stringify(andere));
  else localStorage.removeItem(ablage);
}
