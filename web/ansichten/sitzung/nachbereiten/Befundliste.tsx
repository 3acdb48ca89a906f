import { Kaestchen } from '../../../bausteine/Feld.tsx';
import { Zeichen } from '../../../bausteine/Zeichen.tsx';
import { topziel } from '../durchfuehren/topziel.ts';
import { befundname, type Freigabezeile } from './beurteilung.ts';

/** Every contradiction and warning of the Sitzung in one list: what to clear up, and what to confirm. */
export function Befundliste({
  zeilen,
  bestaetigt,
  setze,
}: {
  readonly zeilen: readonly Freigabezeile[];
  readonly bestaetigt: ReadonlySet<string>;
  readonly setze: (name: string, an: boolean) => void;
}) {
  const widersprueche = zeilen.flatMap((z) => z.widersprueche.map((b) => ({ z, b })));
  const warnungen = zeilen.flatMap((z) => z.warnungen.map((b) => ({ z, b })));
  const fehlend = zeilen.filter((z) => z.lage === 'ohneErgebnis' || z.lage === 'nichtGesendet');
  if (widersprueche.length + warnungen.length + fehlend.length === 0) return null;
  return (
    <section class="gw-stapel" aria-labelledby="befunde-titel">
      <h2 class="kern-heading-medium" id="befunde-titel">
        Vor der Freigabe
      </h2>
      {widersprueche.length + fehlend.length > 0 && (
        <>
          <h3 class="kern-heading-small">Zu klären</h3>
          <ul class="gw-befundliste">
            {fehlend.map((z) => (
              <li key={z.punkt.top}>
                <Zeichen name="info" />
                <span>
                  <a class="kern-link" href={topziel(z.punkt.top)}>
                    {z.punkt.top} {z.punkt.betreff}
                  </a>
                  :{' '}
                  {z.lage === 'ohneErgebnis'
                    ? 'Es ist noch kein Ergebnis erfasst.'
                    : 'Das Ergebnis liegt nur auf diesem Gerät.'}
                </span>
              </li>
            ))}
            {widersprueche.map(({ z, b }) => (
              <li key={befundname(z.punkt, b)} class="gw-befund--danger">
                <Zeichen name="danger" />
                <span>
                  <a class="kern-link" href={topziel(z.punkt.top)}>
                    {z.punkt.top} {z.punkt.betreff}
                  </a>
                  : {b.satz} {b.paragraf && <span class="gw-leise">({b.paragraf})</span>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {warnungen.length > 0 && (
        <>
          <h3 class="kern-heading-small">Zu bestätigen</h3>
          <ul class="gw-befundliste">
            {warnungen.map(({ z, b }) => {
              const name = befundname(z.punkt, b);
              return (
                <li key={name}>
                  <Kaestchen
                    name={`bestaetigt.${z.punkt.top}.${b.zeile}`}
                    an={bestaetigt.has(name)}
                    onWert={(an) => setze(name, an)}
                    label={
                      <>
                        <strong>{z.punkt.top}:</strong> {b.satz}{' '}
                        {b.paragraf && <span class="gw-leise">({b.paragraf})</span>}
                      </>
                    }
                  />
                  <a class="kern-link gw-befundliste__hin" href={topziel(z.punkt.top)}>
                    {z.punkt.top} ansehen
                  </a>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
