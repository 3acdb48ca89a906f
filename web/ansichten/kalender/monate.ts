const name = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "2026-11" and a number of months: "2027-02". */
export function plusMonate(monat: string, mehr: number): string {
  const [jahr = 0, m = 1] = monat.split('-').map(Number);
  return new Date(Date.UTC(jahr, m - 1 + mehr, 1)).toISOString().slice(0, 7);
}

/** First and last day of some months, and each of them with its name. */
export function zeitraum(ab: string, anzahl: number) {
  const monate = Array.from({ length: anzahl }, (_, i) => {
    const wert = plusMonate(ab, i);
    return { wert, name: name.format(new Date(`${wert}-01T00:00:00Z`)) };
  });
  const ende = new Date(`${plusMonate(ab, anzahl)}-01T00:00:00Z`);
  ende.setUTCDate(0);
  return { von: `${ab}-01`, bis: ende.toISOString().slice(0, 10), monate };
}
