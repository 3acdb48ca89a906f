import { useState } from 'preact/hooks';
import { Textfeld } from '../../../bausteine/Feld.tsx';
import { Knopf } from '../../../bausteine/Knopf.tsx';
import type { Tagesordnungspunkt } from '../typen.ts';
import { punktname, Zeile } from './Zeile.tsx';

/** What may be done with the items of a part; positions are those in the whole agenda. */
export interface Aenderungen {
  readonly bewege: (von: number, nach: number) => void;
  readonly wechsle: (stelle: number) => void;
  readonly entferne: (punkt: Tagesordnungspunkt) => void;
  readonly nummeriere: (ab: number) => void;
}

export interface Teilangaben {
  readonly titel: string;
  readonly punkte: readonly { readonly punkt: Tagesordnungspunkt; readonly stelle: number }[];
  readonly aendern?: Aenderungen;
}

/** The oeffentliche or nichtoeffentliche part of an agenda. */
export function Teil({ titel, punkte, aendern }: Teilangaben) {
  const [gezogen, setzeGezogen] = useState<number | null>(null);
  if (punkte.length === 0) return null;
  return (
    <section class="gw-stapel">
      <h2 class="kern-heading-medium">{titel}</h2>
      <ol class="gw-tops">
        {punkte.map(({ punkt, stelle }, i) => (
          <Zeile
            key={punktname(punkt)}
            punkt={punkt}
            {...(aendern
              ? {
                  aendern: {
                    hoch: i > 0 ? () => aendern.bewege(stelle, stelle - 1) : null,
                    runter: i < punkte.length - 1 ? () => aendern.bewege(stelle, stelle + 1) : null,
                    wechsle: () => aendern.wechsle(stelle),
                    entferne: () => aendern.entferne(punkt),
                    ziehe: () => setzeGezogen(stelle),
                    lasse: () => {
                      if (gezogen !== null) aendern.bewege(gezogen, stelle);
                      setzeGezogen(null);
                    },
                    ueber: gezogen !== null,
                  },
                }
              : {})}
          />
        ))}
      </ol>
      {aendern && <Nummerieren titel={titel} onNummeriere={aendern.nummeriere} />}
    </section>
  );
}

/** Numbers a part anew: the formal items before (Eröffnung, Niederschrift) have numbers too. */
function Nummerieren({
  titel,
  onNummeriere,
}: {
  readonly titel: string;
  readonly onNummeriere: (ab: number) => void;
}) {
  const [ab, setze] = useState('1');
  const zahl = Number(ab);
  const gueltig = Number.isInteger(zahl) && zahl >= 1 && zahl <= 999;
  return (
    <details class="gw-nurbildschirm">
      <summary>{titel} lückenlos nummerieren</summary>
      <div class="gw-filter">
        <Textfeld
          name={`ab-${titel}`}
          label="Erste Nummer"
          art="number"
          min="1"
          max="999"
          wert={ab}
          onWert={setze}
          fehler={gueltig ? undefined : 'Bitte eine Zahl von 1 bis 999 angeben.'}
        />
        <Knopf
          art="secondary"
          onClick={() => onNummeriere(zahl)}
          gesperrt={gueltig ? undefined : 'die erste Nummer fehlt'}
        >
          Nummerieren
        </Knopf>
      </div>
    </details>
  );
}
