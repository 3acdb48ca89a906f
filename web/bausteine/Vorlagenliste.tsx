import type { ComponentChildren } from 'preact';
import type { Listeneintrag } from '../../domain/vorlage/projektion.ts';
import type { Phase } from '../../domain/vorlage/stand.ts';
import { seit } from '../format/datum.ts';
import { liegtBei } from '../format/liegtBei.ts';
import { Frist } from './Frist.tsx';
import { Nichtoeffentlich, Phasenmarke } from './Marke.tsx';

export interface Vorlagenlistenangaben<T extends Listeneintrag> {
  /** Names the table for those who do not see it. */
  readonly titel: string;
  readonly eintraege: readonly T[];
  /** Rows can be chosen: those chosen, and what happens. */
  readonly wahl?: {
    readonly gewaehlt: ReadonlySet<string>;
    readonly setze: (vorlage: string, an: boolean) => void;
    readonly waehlbar: (e: T) => boolean;
  };
  /** One more cell for each row. */
  readonly zusatz?: { readonly titel: string; readonly zelle: (e: T) => ComponentChildren };
}

/** Vorlagen in rows: number and Betreff lead on, beside them where it lies and until when. */
export function Vorlagenliste<T extends Listeneintrag>({
  titel,
  eintraege,
  wahl,
  zusatz,
}: Vorlagenlistenangaben<T>) {
  return (
    <table class="gw-liste">
      <caption class="kern-sr-only">{titel}</caption>
      <thead>
        <tr>
          {wahl && (
            <td class="gw-liste__wahl">
              <span class="kern-sr-only">Auswahl</span>
            </td>
          )}
          <th scope="col">Vorlage</th>
          <th scope="col">Liegt bei</th>
          <th scope="col">Frist</th>
          {zusatz && <th scope="col">{zusatz.titel}</th>}
        </tr>
      </thead>
      <tbody>
        {eintraege.map((e) => (
          <tr key={e.vorlage} data-zeile>
            {wahl && (
              <td class="gw-liste__wahl">
                {wahl.waehlbar(e) && (
                  <input
                    type="checkbox"
                    class="kern-form-check__checkbox"
                    aria-label={`${e.nummer ?? 'Entwurf'} ${e.betreff} auswählen`}
                    checked={wahl.gewaehlt.has(e.vorlage)}
                    onChange={(k) => wahl.setze(e.vorlage, k.currentTarget.checked)}
                  />
                )}
              </td>
            )}
            <th scope="row">
              <Betreff e={e} />
            </th>
            <td data-spalte="Liegt bei">
              {liegtBei(e) ? (
                <span>
                  {liegtBei(e)} {e.seit && <span class="gw-leise">{seit(e.seit)}</span>}
                </span>
              ) : (
                <span class="gw-leise">niemandem</span>
              )}
            </td>
            <td data-spalte="Frist">
              {e.frist ? <Frist tag={e.frist} /> : <span class="gw-leise">keine</span>}
            </td>
            {zusatz && <td data-spalte={zusatz.titel}>{zusatz.zelle(e)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Betreff({ e }: { readonly e: Listeneintrag }) {
  return (
    <span class="gw-liste__betreff">
      <a class="kern-link" data-haupt href={`/vorlagen/${e.vorlage}`}>
        {e.betreff}
      </a>
      <span class="gw-liste__neben">
        <span class="gw-zahl">{e.nummer ?? 'noch ohne Nummer'}</span>
        <Phasenmarke phase={e.phase as Phase} />
        {!e.oeffentlich && <Nichtoeffentlich />}
        {e.fassung > 1 && <span class="gw-leise">{e.fassung}. Fassung</span>}
      </span>
    </span>
  );
}
