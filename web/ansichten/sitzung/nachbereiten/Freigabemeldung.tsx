import { Meldung } from '../../../bausteine/Meldung.tsx';
import { topziel } from '../durchfuehren/topziel.ts';
import { type Freigabeergebnis, zusammenfassung } from './beurteilung.ts';

/** What became of each TOP at a release. */
export function Freigabemeldung({ ergebnisse }: { readonly ergebnisse: readonly Freigabeergebnis[] }) {
  const nicht = ergebnisse.filter((e) => !e.freigegeben);
  return (
    <Meldung art={nicht.length === 0 ? 'success' : 'warning'} titel={zusammenfassung(ergebnisse)} sprich>
      {nicht.length > 0 && (
        <ul class="kern-list">
          {nicht.map((e) => (
            <li key={e.punkt.top}>
              <a class="kern-link" href={topziel(e.punkt.top)}>
                {e.punkt.top} {e.punkt.betreff}
              </a>
              : {e.grund}
            </li>
          ))}
        </ul>
      )}
    </Meldung>
  );
}
