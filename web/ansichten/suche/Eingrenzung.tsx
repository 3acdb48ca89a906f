import { einstellungen } from '../../api/einstellungen.ts';
import { nutzeAbfrage } from '../../app/abfrage.ts';
import { setzeAbfrage } from '../../app/ort.ts';
import { Auswahl } from '../../bausteine/Feld.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { heute } from '../../format/datum.ts';
import { phasennamen } from '../../format/phase.ts';

/** Fields that narrow a search down, as the address and the API name them. */
export const eingrenzungen = ['phase', 'gremium', 'amt', 'dezernat', 'jahr'] as const;

const jahreZurueck = 10;

export function Eingrenzung({ abfrage }: { readonly abfrage: URLSearchParams }) {
  const gremien = nutzeAbfrage<{ eintraege: readonly { id: string; name: string }[] }>('/gremien');
  const { aemter } = einstellungen();
  const dezernate = [...new Set(aemter.map((a) => a.dezernat))];
  const jahr = Number(heute().slice(0, 4));
  const werte: Readonly<
    Record<(typeof eingrenzungen)[number], { label: string; werte: { wert: string; name: string }[] }>
  > = {
    phase: {
      label: 'Stand',
      werte: Object.entries(phasennamen).map(([wert, { name }]) => ({ wert, name })),
    },
    gremium: {
      label: 'Gremium',
      werte: (gremien.daten?.eintraege ?? []).map((g) => ({ wert: g.id, name: g.name })),
    },
    amt: { label: 'Amt', werte: aemter.map((a) => ({ wert: a.nr, name: `${a.nr} ${a.name}` })) },
    dezernat: { label: 'Dezernat', werte: dezernate.map((d) => ({ wert: d, name: `Dezernat ${d}` })) },
    jahr: {
      label: 'Jahr',
      werte: Array.from({ length: jahreZurueck }, (_, i) => ({
        wert: String(jahr - i),
        name: String(jahr - i),
      })),
    },
  };
  const gesetzt = eingrenzungen.some((feld) => abfrage.get(feld));
  return (
    <details class="gw-eingrenzung" open={gesetzt || matchMedia('(min-width: 48rem)').matches}>
      <summary>Eingrenzen</summary>
      <div class="gw-filter">
        {eingrenzungen.map((feld) => (
          <Auswahl
            key={feld}
            name={feld}
            label={werte[feld].label}
            schlicht
            wert={abfrage.get(feld) ?? ''}
            onWert={(wert) => setzeAbfrage({ [feld]: wert })}
            werte={[{ wert: '', name: 'Alle' }, ...werte[feld].werte]}
          />
        ))}
        {gesetzt && (
          <Knopf
            art="tertiary"
            onClick={() => setzeAbfrage(Object.fromEntries(eingrenzungen.map((feld) => [feld, null])))}
          >
            Eingrenzung aufheben
          </Knopf>
        )}
      </div>
    </details>
  );
}
