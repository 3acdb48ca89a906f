import { freigabewege } from '../../../domain/freigabeweg/freigabewege.ts';
import { setzeAbfrage } from '../../app/ort.ts';
import { Textbereich } from '../../bausteine/Feld.tsx';
import { Herunterladen } from '../../bausteine/Herunterladen.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { stellenname } from '../../format/stelle.ts';
import { nutzeGemerktes } from '../../speicher/gemerkt.ts';
import { gesehen, type Kastenangaben } from './kasten.ts';
import { Rueckgabe } from './Rueckgabe.tsx';
import { freigabename, nachFreigabe, pruefpunkte } from './wieWeiter.ts';

/** What the one whose turn it is decides, and what happens then. */
export function Entscheidungskasten(k: Kastenangaben) {
  const { stand, stelle, namen, papier } = k;
  const weg = freigabewege[stand.art];
  if (!stand.halt || !weg) return null;
  return (
    <section class="gw-kasten" aria-labelledby="entscheidung">
      <h2 class="kern-heading-medium" id="entscheidung">
        Ihre Entscheidung
      </h2>
      <p>
        Die Vorlage liegt bei Ihnen: {stellenname({ rolle: stelle.rolle, bereich: stelle.bereich })}.{' '}
        {stelle.fuer !== null && <>Sie entscheiden i. V. für {namen.person(stelle.fuer)}. </>}
      </p>
      {papier && (
        <div>
          <Herunterladen art="secondary" pfad={`/vorlagen/${stand.id}/papiere/${papier.ereignis}`}>
            Vorlage herunterladen und lesen
          </Herunterladen>
        </div>
      )}
      {k.eigene ? (
        <Meldung art="info" titel="Jemand anderes entscheidet">
          <p>
            Sie haben diese Vorlage selbst verfasst oder eingereicht. Nach dem Vier-Augen-Prinzip entscheidet
            darüber eine andere Person dieser Stelle oder ihre Vertretung.
          </p>
        </Meldung>
      ) : (
        <>
          <ul class="gw-pruefpunkte" aria-label="Woran Sie denken können">
            {pruefpunkte(stand).map((p) => (
              <li key={p}>{p}</li>
            ))}
          </ul>
          {k.rueckgabe ? (
            <Rueckgabe {...k} weg={weg} />
          ) : (
            <Freigabe {...k} folge={nachFreigabe(stand, weg, namen)} />
          )}
        </>
      )}
    </section>
  );
}

function Freigabe({ stand, handlung, folge }: Kastenangaben & { readonly folge: string }) {
  const schluessel = `vorlage:${stand.id}:${stand.wartenummer}:bemerkung`;
  const [bemerkung, setze, vergiss] = nutzeGemerktes(schluessel, '');
  const gibFrei = async () => {
    const getan = await handlung.tue({
      methode: 'POST',
      pfad: '/entscheidungen',
      koerper: {
        ...gesehen(stand),
        entscheidung: 'freigegeben',
        begruendung: bemerkung.trim() === '' ? null : bemerkung,
      },
      satz: `${stand.nummer} wird freigegeben`,
      danach: `${stand.nummer} ist freigegeben.`,
      text: bemerkung,
    });
    if (getan) vergiss();
  };
  return (
    <>
      <p>{folge}</p>
      <details {...(bemerkung === '' ? {} : { open: true })}>
        <summary>Bemerkung hinzufügen</summary>
        <Textbereich
          name="bemerkung"
          label="Bemerkung zur Freigabe"
          hinweis="Alle, die den Verlauf sehen, lesen sie mit."
          freiwillig
          wert={bemerkung}
          onWert={setze}
          zeilen={3}
          hoechstlaenge={5_000}
        />
      </details>
      <div class="gw-knoepfe">
        <Knopf symbol="check" onClick={gibFrei} laeuft={handlung.laeuft}>
          {freigabename(stand)}
        </Knopf>
        <Knopf
          art="secondary"
          symbol="arrow-back"
          onClick={() => setzeAbfrage({ tun: 'zurueckgeben' })}
          laeuft={handlung.laeuft}
        >
          Zurückgeben …
        </Knopf>
      </div>
    </>
  );
}
