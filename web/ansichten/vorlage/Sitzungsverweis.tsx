import { nutzeAbfrage } from '../../app/abfrage.ts';
import { tag } from '../../format/datum.ts';
import type { Namen } from '../../format/ereignis.ts';
import type { Sitzungsschritt } from './rechte.ts';

const worte: Readonly<Record<Sitzungsschritt['was'], string>> = {
  tagesordnung: 'Auf die Tagesordnung setzen',
  ergebnis: 'Ergebnis erfassen',
  berichtigung: 'Ergebnis berichtigen',
};

/** Leads to the screen of the Sitzung, where it is done. */
export function Sitzungsverweis({
  schritt: { beratung: b, was },
  namen,
}: {
  readonly schritt: Sitzungsschritt;
  readonly namen: Namen;
}) {
  const suche = was === 'tagesordnung' && b.datum !== null;
  const { daten } = nutzeAbfrage<{ eintraege: readonly { sitzung: string }[] }>(
    suche ? `/kalender?von=${b.datum}&bis=${b.datum}&gremium=${b.gremium}` : null,
  );
  const gefunden = daten?.eintraege[0]?.sitzung;
  const phase = { tagesordnung: 'vorbereiten', ergebnis: 'durchfuehren', berichtigung: 'nachbereiten' }[was];
  const sitzung = b.sitzung ?? gefunden;
  const ziel = sitzung ? `/sitzungen/${sitzung}?phase=${phase}` : `/sitzungen?gremium=${b.gremium}`;
  return (
    <a class="kern-link" href={ziel}>
      {worte[was]}: {namen.gremium(b.gremium)}
      {b.datum ? `, ${tag(b.datum)}` : ''}
    </a>
  );
}
