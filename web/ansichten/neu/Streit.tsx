import type { Kopf } from '../../../domain/vorlage/befehle/kopf.ts';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { tag } from '../../format/datum.ts';
import { gremiumsname } from '../../format/stelle.ts';
import type { Kopffeld, Streitfall } from './abgleich.ts';

const namen: Readonly<Record<Kopffeld, string>> = {
  betreff: 'Betreff',
  az: 'Aktenzeichen',
  datum: 'Datum',
  gremienweg: 'Gremienweg',
};

function zeige(kopf: Kopf, feld: Kopffeld): string {
  if (feld === 'gremienweg') {
    const weg = kopf.gremienweg.map((b) => {
      const wann = b.datum ? tag(b.datum) : 'Tag offen';
      return `${gremiumsname(b.gremium)} (${wann}, ${b.oeffentlich ? 'öffentlich' : 'nichtöffentlich'})`;
    });
    return weg.join(', dann ') || 'leer';
  }
  if (feld === 'datum') return kopf.datum ? tag(kopf.datum) : 'leer';
  return kopf[feld] || 'leer';
}

/** Fields that were changed here and elsewhere: both are shown, a person decides. */
export function Streit({
  faelle,
  jetzt,
  onLoese,
}: {
  readonly faelle: readonly Streitfall[];
  /** As the form stands, which may have been typed at since. */
  readonly jetzt: Kopf;
  readonly onLoese: (feld: Kopffeld, wessen: 'meins' | 'anderes') => void;
}) {
  if (faelle.length === 0) return null;
  return (
    <Meldung art="warning" titel="Jemand hat inzwischen dasselbe geändert" sprich>
      <p>
        Vielleicht waren Sie es selbst in einem anderen Fenster. Ihre Eingaben stehen noch da; bitte wählen
        Sie, was gelten soll.
      </p>
      {faelle.map((f) => (
        <dl key={f.feld} class="gw-streit">
          <dt>{namen[f.feld]}: Ihre Eingabe</dt>
          <dd>
            {zeige(jetzt, f.feld)}{' '}
            <Knopf
              art="secondary"
              name={`${namen[f.feld]}: meine Eingabe behalten`}
              onClick={() => onLoese(f.feld, 'meins')}
            >
              Meine behalten
            </Knopf>
          </dd>
          <dt>{namen[f.feld]}: inzwischen gespeichert</dt>
          <dd>
            {zeige(f.anderes, f.feld)}{' '}
            <Knopf
              art="secondary"
              name={`${namen[f.feld]}: gespeicherten Stand übernehmen`}
              onClick={() => onLoese(f.feld, 'anderes')}
            >
              Gespeicherten übernehmen
            </Knopf>
          </dd>
        </dl>
      ))}
    </Meldung>
  );
}
