import type { Ergebnis } from '../../../../domain/ergebnis/schema.ts';
import { Auswahl, Optionen } from '../../../bausteine/Feld.tsx';
import { uhrzeit, wochentag } from '../../../format/datum.ts';
import type { Termine } from '../termine.ts';

const offen = 'offen';
/** So many coming Sitzungen can be tapped; more are found in the list. */
const zumTippen = 4;

/** Where the item goes next: the Gremium of a Verweisung, and its Sitzung or "Termin offen". */
export function Folgefelder({
  ergebnis,
  setze,
  gremium,
  sitzung,
  termine,
}: {
  readonly ergebnis: Ergebnis;
  readonly setze: (neu: Ergebnis) => void;
  readonly gremium: string;
  readonly sitzung: string;
  readonly termine: Termine;
}) {
  const verwiesen = ergebnis.verbleib === 'verwiesen';
  const folge = ergebnis.folge ?? { gremium: null, sitzung: null, terminOffen: false };
  const dort = verwiesen ? folge.gremium : (folge.gremium ?? gremium);
  const sitzungen = termine.kommende.filter((s) => s.gremium === dort && s.sitzung !== sitzung);
  const gewaehlt = sitzungen.findIndex((s) => s.sitzung === folge.sitzung);
  const werte = [
    ...sitzungen
      .filter((_, i) => i < zumTippen || i === gewaehlt)
      .map((s) => ({ wert: s.sitzung, name: `${wochentag(s.beginn)}, ${uhrzeit(s.beginn)} Uhr` })),
    // A Sitzung that is not among the coming ones was chosen elsewhere; it stays to be seen.
    ...(folge.sitzung !== null && gewaehlt < 0
      ? [{ wert: folge.sitzung, name: 'Sitzung, die hier nicht aufgeführt ist' }]
      : []),
    { wert: offen, name: 'Termin offen' },
  ];
  const setzeTermin = (wert: string) =>
    setze({
      ...ergebnis,
      folge: { ...folge, sitzung: wert === offen ? null : wert, terminOffen: wert === offen },
    });
  return (
    <section class="gw-stapel" aria-label="Wie es weitergeht">
      {verwiesen && (
        <Auswahl
          name="folge.gremium"
          label="Verwiesen an"
          wert={folge.gremium ?? ''}
          onWert={(id) =>
            setze({ ...ergebnis, folge: { ...folge, gremium: id === '' ? null : id, sitzung: null } })
          }
          werte={[
            { wert: '', name: 'Bitte wählen' },
            ...termine.gremien.map((g) => ({ wert: g.id, name: g.name })),
          ]}
        />
      )}
      {dort !== null && (
        <Optionen
          name="folge.sitzung"
          label="Nächste Sitzung"
          hinweis={
            sitzungen.length === 0 ? 'Für dieses Gremium ist noch keine weitere Sitzung angelegt.' : ''
          }
          wert={folge.sitzung ?? (folge.terminOffen ? offen : '')}
          onWert={setzeTermin}
          werte={werte}
        />
      )}
      {sitzungen.length > zumTippen && (
        <Auswahl
          name="folge.spaeter"
          label="Spätere Sitzung"
          freiwillig
          wert={gewaehlt >= zumTippen ? (folge.sitzung ?? '') : ''}
          onWert={(wert) => wert !== '' && setzeTermin(wert)}
          werte={[
            { wert: '', name: 'Keine' },
            ...sitzungen.slice(zumTippen).map((s) => ({ wert: s.sitzung, name: wochentag(s.beginn) })),
          ]}
        />
      )}
    </section>
  );
}
