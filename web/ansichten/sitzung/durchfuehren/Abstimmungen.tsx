import { useRef } from 'preact/hooks';
import type { Abstimmung, Ergebnis } from '../../../../domain/ergebnis/schema.ts';
import { sage } from '../../../app/ansage.ts';
import { Kaestchen, Optionen, Textbereich } from '../../../bausteine/Feld.tsx';
import { Knopf } from '../../../bausteine/Knopf.tsx';
import { gegenstandsnamen } from '../namen.ts';
import { aendereAbstimmung, mitAbstimmung, ohneAbstimmung, sachabstimmung } from './ausgang.ts';
import { Mehrheit } from './Hauptabstimmung.tsx';
import { Stimmzahlen } from './Stimmzahlen.tsx';

const neue = ['Aenderungsantrag', 'Verfahren', 'Teil'] as const;

/** Further votes at the same TOP: amendments, procedure, parts. */
export function Abstimmungen({
  ergebnis,
  setze,
}: {
  readonly ergebnis: Ergebnis | null;
  readonly setze: (neu: Ergebnis) => void;
}) {
  const kasten = useRef<HTMLElement>(null);
  const haupt = ergebnis && sachabstimmung(ergebnis);
  return (
    <section class="gw-stapel" aria-label="Weitere Abstimmungen" ref={kasten}>
      {ergebnis?.abstimmungen.map((a, i) =>
        a === haupt ? null : <Weitere key={i} ergebnis={ergebnis} abstimmung={a} index={i} setze={setze} />,
      )}
      <div class="gw-knoepfe">
        <span class="gw-leise">Weitere Abstimmung:</span>
        {neue.map((gegenstand) => (
          <Knopf
            key={gegenstand}
            art="secondary"
            klein
            symbol="add"
            name={`Abstimmung hinzufügen: ${gegenstandsnamen[gegenstand]}`}
            onClick={() => {
              setze(mitAbstimmung(ergebnis, gegenstand));
              sage(`Abstimmung hinzugefügt: ${gegenstandsnamen[gegenstand]}.`);
            }}
          >
            {gegenstandsnamen[gegenstand]}
          </Knopf>
        ))}
      </div>
    </section>
  );
}

function Weitere({
  ergebnis,
  abstimmung,
  index,
  setze,
}: {
  readonly ergebnis: Ergebnis;
  readonly abstimmung: Abstimmung;
  readonly index: number;
  readonly setze: (neu: Ergebnis) => void;
}) {
  const aendere = (neu: Partial<Abstimmung>) => setze(aendereAbstimmung(ergebnis, index, neu));
  const name = (feld: string) => `abstimmungen.${index}.${feld}`;
  const titel = `${gegenstandsnamen[abstimmung.gegenstand]} (Abstimmung ${index + 1})`;
  return (
    <fieldset class="gw-abstimmung gw-abstimmung--weitere">
      <legend class="kern-heading-small">{titel}</legend>
      <Optionen
        name={name('richtung')}
        label="Ausgang"
        nebeneinander
        wert={abstimmung.richtung}
        onWert={(wert) => aendere({ richtung: wert === 'abgelehnt' ? 'abgelehnt' : 'angenommen' })}
        werte={[
          { wert: 'angenommen', name: 'angenommen' },
          { wert: 'abgelehnt', name: 'abgelehnt' },
        ]}
      />
      <Mehrheit abstimmung={abstimmung} name={name('mehrheit')} aendere={aendere} />
      <Stimmzahlen vorsilbe={`abstimmungen.${index}`} abstimmung={abstimmung} aendere={aendere} />
      <Textbereich
        name={name('wortlaut')}
        label="Worüber abgestimmt wurde"
        wert={abstimmung.wortlaut ?? ''}
        onWert={(wortlaut) => aendere({ wortlaut: wortlaut === '' ? null : wortlaut })}
        zeilen={2}
        hoechstlaenge={20_000}
        freiwillig
      />
      {(abstimmung.gegenstand === 'Verfahren' ||
        abstimmung.gegenstand === 'Sache' ||
        abstimmung.massgeblich) && (
        <Kaestchen
          name={name('massgeblich')}
          label="Maßgeblich: Diese Abstimmung druckt das Formular"
          an={abstimmung.massgeblich}
          onWert={(massgeblich) => aendere({ massgeblich })}
        />
      )}
      <Knopf
        art="tertiary"
        symbol="delete"
        name={`Abstimmung entfernen: ${titel}`}
        onClick={() => {
          setze(ohneAbstimmung(ergebnis, index));
          sage(`${titel} entfernt.`);
        }}
      >
        Abstimmung entfernen
      </Knopf>
    </fieldset>
  );
}
