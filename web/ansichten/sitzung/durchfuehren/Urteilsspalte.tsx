import { zuFormular } from '../../../../domain/ergebnis/formularsicht.ts';
import { ergebnisInWorten } from '../../../../domain/ergebnis/in-worten.ts';
import type { Ergebnis } from '../../../../domain/ergebnis/schema.ts';
import type { Folge } from '../../../../domain/ergebnis/umfeld.ts';
import { Knopf } from '../../../bausteine/Knopf.tsx';
import { Zeichen } from '../../../bausteine/Zeichen.tsx';
import { gremiumsname } from '../../../format/stelle.ts';
import { gross } from '../gross.ts';
import type { Urteil } from '../urteil.ts';
import { Formularbild } from './Formularbild.tsx';

/** What the rules say of the outcome, in words, as boxes of the form, and what follows from it. */
export function Urteilsspalte({
  ergebnis,
  urteil,
  uebernimm,
  berichtigung = false,
}: {
  readonly ergebnis: Ergebnis | null;
  readonly urteil: Urteil | null;
  readonly uebernimm: (neu: Ergebnis) => void;
  /** Of a released outcome: its way has been gone. */
  readonly berichtigung?: boolean;
}) {
  if (!ergebnis || !urteil) {
    return (
      <aside class="gw-urteil" aria-label="Prüfung">
        <h3 class="kern-heading-small">Prüfung</h3>
        <p>Wählen Sie, was geschehen ist. Was nicht zusammenpasst, steht dann hier.</p>
      </aside>
    );
  }
  const { widersprueche, warnungen, vorschlag, aufgaben, erlaeuterungen, folge } = urteil;
  return (
    <aside class="gw-urteil" aria-label="Prüfung">
      <h3 class="kern-heading-small">In Worten</h3>
      <p class="gw-urteil__worte" data-feld="inWorten">
        {gross(ergebnisInWorten(ergebnis, { gremium: gremiumsname }))}
      </p>
      <h3 class="kern-heading-small">Prüfung</h3>
      <p role="status" class="gw-urteil__kurz">
        {kurz(widersprueche.length, warnungen.length)}{' '}
        {!berichtigung &&
          widersprueche.length + warnungen.length > 0 &&
          'Gespeichert wird trotzdem; geklärt wird es vor der Freigabe.'}
      </p>
      <ul class="gw-befunde">
        {widersprueche.map((b) => (
          <li key={b.satz} class="gw-befund gw-befund--danger">
            <Zeichen name="danger" />
            <span>
              <strong>Widerspruch:</strong> {b.satz}{' '}
              {b.paragraf && <span class="gw-leise">({b.paragraf})</span>}
            </span>
          </li>
        ))}
        {warnungen.map((b) => (
          <li key={b.satz} class="gw-befund gw-befund--warning">
            <Zeichen name="warning" />
            <span>
              <strong>Hinweis:</strong> {b.satz} {b.paragraf && <span class="gw-leise">({b.paragraf})</span>}
            </span>
          </li>
        ))}
        {erlaeuterungen.map((b) => (
          <li key={b.satz} class="gw-befund">
            <Zeichen name="info" />
            <span>
              {b.satz} {b.paragraf && <span class="gw-leise">({b.paragraf})</span>}
            </span>
          </li>
        ))}
      </ul>
      {vorschlag && (
        <div class="gw-vorschlag">
          <p>Vorschlag: {vorschlag.satz}</p>
          <Knopf art="secondary" klein onClick={() => uebernimm(vorschlag.ergebnis)}>
            Vorschlag übernehmen
          </Knopf>
        </div>
      )}
      <Formularbild {...zuFormular(ergebnis)} />
      {!berichtigung && (
        <>
          <h3 class="kern-heading-small">Wie es weitergeht</h3>
          <p data-feld="folge">
            {folge ? folgesatz(folge) : 'Steht fest, sobald kein Widerspruch mehr besteht.'}
          </p>
        </>
      )}
      {aufgaben.map((a) => (
        <p key={a.satz} class="gw-befund">
          <Zeichen name="checklist" />
          <span>{a.satz}</span>
        </p>
      ))}
    </aside>
  );
}

function kurz(widersprueche: number, warnungen: number): string {
  if (widersprueche === 0 && warnungen === 0) return 'Alles passt zusammen.';
  const teile = [
    ...(widersprueche ? [`${widersprueche} ${widersprueche === 1 ? 'Widerspruch' : 'Widersprüche'}`] : []),
    ...(warnungen ? [`${warnungen} ${warnungen === 1 ? 'Hinweis' : 'Hinweise'}`] : []),
  ];
  return `${teile.join(' und ')}.`;
}

function folgesatz(folge: Folge): string {
  switch (folge.art) {
    case 'ende':
      return 'Mit der Freigabe ist der Gremienweg zu Ende.';
    case 'naechsteBeratung':
      return 'Nach der Freigabe geht die Vorlage in die nächste Beratung.';
    case 'verwiesen':
      return `Nach der Freigabe berät ${gremiumsname(folge.gremium)}, danach kommt sie hierher zurück.`;
    case 'pool':
      return 'Nach der Freigabe wartet die Vorlage wieder auf einen Platz in diesem Gremium.';
    case 'zurueckgezogen':
      return 'Mit der Freigabe endet der Weg: Die Vorlage ist zurückgezogen.';
  }
}
