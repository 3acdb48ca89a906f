/** What the calendar of a Gremium shows of a Sitzung: what is announced, nothing of its agenda. */
export interface Kalendereintrag {
  readonly sitzung: string;
  /** ISO instant in UTC. */
  readonly beginn: string;
  readonly ort: string;
}

/**
 * The Sitzungen of a Gremium as an iCalendar stream (RFC 5545), for calendar programs to subscribe to.
 * @param jetzt ISO instant in UTC: DTSTAMP of this copy
 */
export function schreibeKalender(
  koerperschaft: string,
  gremium: string,
  eintraege: readonly Kalendereintrag[],
  jetzt: string,
): string {
  const zeilen = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gremienweg//Sitzungskalender//DE',
    ...eintraege.flatMap(({ sitzung, beginn, ort }) => [
      'BEGIN:VEVENT',
      `UID:${sitzung}@${koerperschaft}`,
      `DTSTAMP:${zeitpunkt(jetzt)}`,
      `DTSTART:${zeitpunkt(beginn)}`,
      `SUMMARY:${text(gremium)}`,
      `LOCATION:${text(ort)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return zeilen.map((zeile) => `${falte(zeile)}\r\n`).join('');
}

/** "20260422T150000Z" (RFC 5545, 3.3.5, form 2). */
function zeitpunkt(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** RFC 5545, 3.3.11: what separates values, and line breaks, are written as escapes. */
function text(wert: string): string {
  return wert.replaceAll(/[\\;,]/g, (zeichen) => `\\${zeichen}`).replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** RFC 5545, 3.1: lines of at most 75 octets; what continues begins with a space. No character is cut in two. */
function falte(zeile: string): string {
  let gefaltet = '';
  let laenge = 0;
  for (const zeichen of zeile) {
    const oktette = oktetteVon(zeichen);
    if (laenge + oktette > 75) {
      gefaltet += '\r\n ';
      laenge = 1;
    }
    gefaltet += zeichen;
    laenge += oktette;
  }
  return gefaltet;
}

/** Octets of one character in UTF-8 (RFC 3629, 3). */
function oktetteVon(zeichen: string): number {
  const punkt = zeichen.codePointAt(0) ?? 0;
  if (punkt < 0x80) return 1;
  if (punkt < 0x800) return 2;
  return punkt < 0x10000 ? 3 : 4;
}
