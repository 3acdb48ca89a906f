import { Meldung } from '../../bausteine/Meldung.tsx';
import { type Freigabeergebnis, zusammenfassung } from './sammelfreigabe.ts';

/** What became of each row of a bulk act. */
export function Ergebnisliste({ ergebnisse }: { readonly ergebnisse: readonly Freigabeergebnis[] }) {
  const nicht = ergebnisse.filter((e) => !e.freigegeben);
  return (
    <Meldung art={nicht.length === 0 ? 'success' : 'warning'} titel={zusammenfassung(ergebnisse)}>
      {nicht.length > 0 && (
        <ul class="kern-list">
          {nicht.map((e) => (
            <li key={e.zeile.vorlage}>
              <a class="kern-link" href={`/vorlagen/${e.zeile.vorlage}`}>
                {e.zeile.nummer ?? 'Entwurf'} {e.zeile.betreff}
              </a>
              : {e.grund}
            </li>
          ))}
        </ul>
      )}
    </Meldung>
  );
}
