import { tagVon, uhrzeit, wochentag } from '../format/datum.ts';
import type { Beratungsangabe, Beratungsrolle, Sitzungstermin } from './beratungsangabe.ts';
import { Auswahl, Optionen, Textfeld } from './Feld.tsx';
import type { Gremienwegangaben } from './Gremienwegbau.tsx';

const rollen: readonly { readonly wert: Beratungsrolle; readonly name: string; readonly heisst: string }[] = [
  {
    wert: 'Kenntnisnahme',
    name: 'Kenntnisnahme',
    heisst: 'Das Gremium wird unterrichtet. Der Regelfall der Unterrichtungsvorlage.',
  },
  { wert: 'Vorberatung', name: 'Vorberatung', heisst: 'Das Gremium berät vor und gibt weiter.' },
  { wert: 'Entscheidung', name: 'Entscheidung', heisst: 'Das Gremium hat das letzte Wort.' },
  { wert: 'Anhoerung', name: 'Anhörung', heisst: 'Das Gremium wird gehört.' },
];

const offen = '-';
const frei = 'frei';

/** Gremium, role, day and part of one Beratung. */
export function Beratungsfelder({
  b,
  platz,
  angaben,
  onAenderung,
  onGremium,
}: {
  readonly b: Beratungsangabe;
  readonly platz: number;
  readonly angaben: Gremienwegangaben;
  readonly onAenderung: (teil: Partial<Beratungsangabe>) => void;
  readonly onGremium: (gremium: string) => void;
}) {
  const feld = (name: string) => `gremienweg.${platz}.${name}`;
  const fehler = (name: string) => angaben.fehler(feld(name));
  return (
    <div class="gw-beratung__felder">
      <Auswahl
        name={feld('gremium')}
        label="Gremium"
        wert={b.gremium}
        werte={[
          ...(b.gremium === '' ? [{ wert: '', name: 'Bitte wählen' }] : []),
          ...angaben.gremien.map((g) => ({ wert: g.id, name: g.name })),
        ]}
        onWert={onGremium}
        fehler={fehler('gremium')}
      />
      <Auswahl
        name={feld('rolle')}
        label="Was soll das Gremium tun?"
        hinweis={rollen.find((r) => r.wert === b.rolle)?.heisst}
        wert={b.rolle}
        werte={rollen}
        onWert={(rolle) => onAenderung({ rolle: rolle as Beratungsrolle })}
        fehler={fehler('rolle')}
      />
      <Tageswahl b={b} angaben={angaben} name={feld('datum')} onAenderung={onAenderung} />
      <Optionen
        name={feld('oeffentlich')}
        label="Teil der Sitzung"
        hinweis={
          b.oeffentlich
            ? 'Sitzungen sind öffentlich (§ 35 GemO): Papier und Ergebnis darf jeder lesen.'
            : 'Nur wenn das Gemeinwohl oder schutzwürdige Interessen Einzelner es erfordern (§ 35 GemO). Andere sehen höchstens Tag und Betreff.'
        }
        wert={b.oeffentlich ? 'ja' : 'nein'}
        werte={[
          { wert: 'ja', name: 'Öffentlich' },
          { wert: 'nein', name: 'Nichtöffentlich' },
        ]}
        nebeneinander
        onWert={(wert) => onAenderung({ oeffentlich: wert === 'ja' })}
      />
    </div>
  );
}

function Tageswahl({
  b,
  angaben,
  name,
  onAenderung,
}: {
  readonly b: Beratungsangabe;
  readonly angaben: Gremienwegangaben;
  readonly name: string;
  readonly onAenderung: (teil: Partial<Beratungsangabe>) => void;
}) {
  const termine = angaben.termine?.filter((t) => t.gremium === b.gremium) ?? [];
  const bekannt = termine.some((t) => tagVon(t.beginn) === b.datum);
  const wirdGetippt = b.freierTag || (b.datum !== '' && !bekannt);
  const wahl = wirdGetippt ? frei : b.datum || offen;
  const waehle = (wert: string) => {
    if (wert === offen) onAenderung({ datum: '', freierTag: false });
    else if (wert === frei) onAenderung({ freierTag: true });
    else onAenderung({ datum: wert, freierTag: false });
  };
  return (
    <div class="gw-beratung__tag">
      <Auswahl
        name={wirdGetippt ? `${name}.wahl` : name}
        label="Sitzung"
        hinweis={b.gremium !== '' && termine.length === 0 ? ohneTermine(angaben.termine) : undefined}
        wert={wahl}
        werte={[
          ...termine.map((t) => ({ wert: tagVon(t.beginn), name: benenne(t, angaben) })),
          { wert: offen, name: 'Tag noch offen' },
          { wert: frei, name: 'Anderer Tag …' },
        ]}
        onWert={waehle}
        fehler={wirdGetippt ? undefined : angaben.fehler(name)}
      />
      {wirdGetippt && (
        <Textfeld
          name={name}
          label="Tag der Sitzung"
          art="date"
          wert={b.datum}
          onWert={(datum) => onAenderung({ datum, freierTag: true })}
          fehler={angaben.fehler(name)}
        />
      )}
    </div>
  );
}

function benenne(t: Sitzungstermin, { bemerkung }: Gremienwegangaben): string {
  const text = `${wochentag(t.beginn)}, ${uhrzeit(t.beginn)} Uhr`;
  const wort = bemerkung?.(t) ?? '';
  return wort ? `${text} – ${wort}` : text;
}

function ohneTermine(termine: readonly Sitzungstermin[] | null): string {
  return termine === null
    ? 'Die Sitzungstermine sind gerade nicht abrufbar. Sie können den Tag selbst eintragen oder offen lassen.'
    : 'Für dieses Gremium sind noch keine Sitzungen eingetragen. Lassen Sie den Tag offen, oder tragen Sie ihn selbst ein.';
}
