/** German dates and times in Europe/Berlin, whatever the device is set to. */
const zone = 'Europe/Berlin';
const tagForm = new Intl.DateTimeFormat('de-DE', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const wochentagForm = new Intl.DateTimeFormat('de-DE', {
  timeZone: zone,
  weekday: 'short',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const zeitForm = new Intl.DateTimeFormat('de-DE', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const isoForm = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });

/** A day (2026-04-22) stands for noon, so that no zone moves it. */
const alsInstant = (wert: string) => new Date(wert.length === 10 ? `${wert}T12:00:00Z` : wert);

/** "22.04.2026", of a day or an instant. */
export function tag(wert: string): string {
  return tagForm.format(alsInstant(wert));
}

/** "Mi., 22.04.2026" */
export function wochentag(wert: string): string {
  return wochentagForm.format(alsInstant(wert));
}

/** "17:00" */
export function uhrzeit(instant: string): string {
  return zeitForm.format(new Date(instant));
}

/** "22.04.2026, 17:00 Uhr" */
export function zeitpunkt(instant: string): string {
  return `${tag(instant)}, ${uhrzeit(instant)} Uhr`;
}

/** The day in Berlin of an instant, as 2026-04-22. */
export function tagVon(instant: Date | string): string {
  return isoForm.format(typeof instant === 'string' ? new Date(instant) : instant);
}

export function heute(): string {
  return tagVon(new Date());
}

/** Calendar days from one day to another. */
export function tageZwischen(von: string, bis: string): number {
  return Math.round((alsInstant(bis).getTime() - alsInstant(von).getTime()) / 86_400_000);
}

/** "seit heute", "seit gestern", "seit 3 Tagen" */
export function seit(instant: string): string {
  const tage = tageZwischen(tagVon(instant), heute());
  if (tage <= 0) return 'seit heute';
  if (tage === 1) return 'seit gestern';
  return `seit ${tage} Tagen`;
}
