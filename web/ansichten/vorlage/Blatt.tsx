import { useEffect, useRef } from 'preact/hooks';
import type { Abfrage } from '../../app/abfrage.ts';
import type { Ich } from '../../app/ich.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Frist } from '../../bausteine/Frist.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { namenAus } from '../../format/namen.ts';
import { Angaben } from './Angaben.tsx';
import type { Verlaufsantwort, Vorlagenantwort } from './daten.ts';
import { Entscheidungskasten } from './Entscheidungskasten.tsx';
import { Fassungen } from './Fassungen.tsx';
import { Gremienwegaenderung } from './Gremienwegaenderung.tsx';
import { Handlungen } from './Handlungen.tsx';
import { nutzeHandlung } from './handlung.ts';
import { lageVon } from './lage.ts';
import { Nachweis } from './Nachweis.tsx';
import { nutzeNachladen } from './nachladen.ts';
import { Papiere } from './Papiere.tsx';
import { erwartete } from './papier.ts';
import { darfGremienwegAendern, darfLesen, darfZurueckziehen, entscheidetAls, istEigene } from './rechte.ts';
import { Ueberholt } from './Ueberholt.tsx';
import { Weg } from './Weg.tsx';
import { Zurueckgegeben } from './Zurueckgegeben.tsx';
import { Zurueckziehen } from './Zurueckziehen.tsx';
import { Zustellungen } from './Zustellungen.tsx';

export interface Blattangaben {
  readonly antwort: Vorlagenantwort;
  /** The course; null for those who may not read it. */
  readonly verlauf: Abfrage<Verlaufsantwort> | null;
  readonly akteur: Ich;
  /** What the person has begun to do, from the address. */
  readonly tun: string | null;
  readonly neu: () => void;
}

/** The parts of the screen, in the order in which they are asked for. */
export function Blatt({ antwort, verlauf, akteur, tun, neu }: Blattangaben) {
  const { vorlage: stand, version, papiere } = antwort;
  const eintraege = verlauf?.daten?.eintraege ?? null;
  const namen = namenAus({ ...akteur.namen, ...antwort.namen, ...verlauf?.daten?.namen });
  const handlung = nutzeHandlung(stand.id, version, neu);
  nutzeNachladen(erwartete(eintraege, papiere) > 0, neu);
  const lagesatz = useRef<HTMLParagraphElement>(null);
  const gezeigt = useRef(version);
  useEffect(() => {
    // What was clicked is gone with the old state: the focus goes to the new one.
    const verwaist = document.activeElement === document.body || document.activeElement === null;
    if (gezeigt.current !== version && verwaist) lagesatz.current?.focus();
    gezeigt.current = version;
  }, [version]);
  const lage = lageVon(stand, eintraege, namen);
  const stelle = entscheidetAls(akteur, stand);
  return (
    <div class="gw-vorlage">
      <div class="gw-vorlage__lage">
        <p class="kern-body--large" tabIndex={-1} ref={lagesatz}>
          {lage.satz}
        </p>
        {lage.frist && (
          <p class="gw-vorlage__frist">
            Frist: <Frist tag={lage.frist} />
          </p>
        )}
      </div>
      {handlung.misserfolg && (
        <Ueberholt misserfolg={handlung.misserfolg} verlauf={eintraege} namen={namen} />
      )}
      <div class="gw-vorlage__spalten">
        <div class="gw-vorlage__haupt">
          {stelle && (
            <Entscheidungskasten
              key={stand.wartenummer}
              stand={stand}
              stelle={stelle}
              eigene={istEigene(akteur, stand)}
              papier={papiere.at(-1)}
              namen={namen}
              handlung={handlung}
              rueckgabe={tun === 'zurueckgeben'}
            />
          )}
          <Zurueckgegeben stand={stand} namen={namen} />
          {tun === 'gremienweg' && darfGremienwegAendern(akteur, stand) ? (
            <Gremienwegaenderung key={version} stand={stand} handlung={handlung} />
          ) : (
            <Handlungen
              stand={stand}
              akteur={akteur}
              namen={namen}
              handlung={handlung}
              ausserdem={stelle !== null}
            />
          )}
          <section class="gw-vorlage__teil" aria-labelledby="weg">
            <h2 class="kern-heading-small" id="weg">
              {verlauf ? 'Freigabeweg und Gremienweg' : 'Gremienweg'}
            </h2>
            {verlauf?.fehler && !eintraege ? (
              <Fehleranzeige fehler={verlauf.fehler} erneut={verlauf.neu} />
            ) : verlauf && !eintraege ? (
              <Laedt was="Verlauf" />
            ) : (
              <Weg stand={stand} verlauf={eintraege} namen={namen} akteur={akteur} />
            )}
          </section>
        </div>
        <div class="gw-vorlage__rand">
          <Angaben stand={stand} namen={namen} />
          <Papiere stand={stand} papiere={papiere} verlauf={eintraege} />
          <Fassungen stand={stand} namen={namen} />
          {verlauf && <Zustellungen key={`z${version}`} id={stand.id} />}
          {eintraege && darfLesen(akteur, 'kette', stand) && (
            <Nachweis key={`n${version}`} stand={stand} verlauf={eintraege} namen={namen} />
          )}
        </div>
      </div>
      {tun === 'zurueckziehen' && darfZurueckziehen(akteur, stand, new Date().toISOString()) && (
        <Zurueckziehen stand={stand} handlung={handlung} />
      )}
    </div>
  );
}
