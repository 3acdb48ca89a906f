const monate = [
  'januar',
  'februar',
  'märz',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'dezember',
];

/** 2026-03-24 as the form prints it: 24.03.2026. */
export function deutschesDatum(iso: string): string {
  const [jahr, monat, tag] = iso.split('-');
  return `${tag}.${monat}.${jahr}`;
}

/** Reads 24.03.2026, 24.3.26, "24. März 2026" or 2026-03-24 as yyyy-mm-dd; null if it is no day of the calendar. */
export function leseDatum(text: string): string | null {
  const roh = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(roh);
  if (iso) return kalendertag(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const ziffern = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(roh);
  if (ziffern) return kalendertag(vollesJahr(Number(ziffern[3])), Number(ziffern[2]), Number(ziffern[1]));
  const worte = /^(\d{1,2})\.\s*([A-Za-zäÄ]+)\s+(\d{4})$/.exec(roh);
  if (!worte) return null;
  return kalendertag(Number(worte[3]), monate.indexOf((worte[2] ?? '').toLowerCase()) + 1, Number(worte[1]));
}

/** Two digits mean this century: the town has no paper of an earlier one in this form. */
function vollesJahr(jahr: number): number {
  return jahr < 100 ? 2000 + jahr : jahr;
}

function kalendertag(jahr: number, monat: number, tag: number): string | null {
  const datum = new Date(Date.UTC(jahr, monat - 1, tag));
  if (jahr < 1000 || datum.getUTCMonth() !== monat - 1 || datum.getUTCDate() !== tag) return null;
  return datum.toISOString().slice(0, 10);
}

/** An instant as a German reader writes it, in Europe/Berlin: "24.03.2026, 10:15 Uhr". */
export function deutscherZeitpunkt(instant: string): string {
  const teile = new Intl.DateTimeFormat('de-DE', {
    timeZone: 'Europe/Berlin',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(instant));
  const teil = (art: string) => teile.find((t) => t.type === art)?.value ?? '';
  return `${teil('day')}.${teil('month')}.${teil('year')}, ${teil('hour')}:${teil('minute')} Uhr`;
}
