import type { ComponentChildren } from 'preact';
import type { Ergebnis } from '../../../../domain/ergebnis/schema.ts';
import { sage } from '../../../app/ansage.ts';
import { Knopf } from '../../../bausteine/Knopf.tsx';
import { Meldung } from '../../../bausteine/Meldung.tsx';
import { uhrzeit } from '../../../format/datum.ts';
import { entscheideKonflikt } from '../../../speicher/ausgang.ts';
import type { Eintrag, Serverstand } from '../../../speicher/postausgang.ts';
import { Inhalt } from './Inhalt.tsx';

/** Two people recorded the same TOP: both outcomes side by side, and a person decides. */
export function Konflikt({
  eintrag,
  konflikt,
}: {
  readonly eintrag: Eintrag;
  readonly konflikt: Serverstand;
}) {
  const von = `Gespeichert${konflikt.wer ? ` von ${konflikt.wer}` : ''}${konflikt.zeit ? ` um ${uhrzeit(konflikt.zeit)} Uhr` : ''}`;
  const entscheide = async (wessen: 'meine' | 'gespeicherte') => {
    await entscheideKonflikt(eintrag.id, wessen);
    sage(wessen === 'meine' ? 'Ihre Eingabe wird gespeichert.' : 'Das gespeicherte Ergebnis gilt.');
  };
  return (
    <Meldung
      art="warning"
      titel={
        konflikt.freigegeben ? 'Das Ergebnis wurde inzwischen freigegeben' : 'Zwei Eingaben zu diesem Punkt'
      }
      sprich
    >
      <div class="gw-gegenueber">
        <Seite titel="Ihre Eingabe" ergebnis={eintrag.ergebnis}>
          {konflikt.freigegeben ? (
            <p>Freigegebenes lässt sich nur noch begründet berichtigen. Notieren Sie, was fehlt.</p>
          ) : (
            <Knopf onClick={() => entscheide('meine')}>Meine Eingabe speichern</Knopf>
          )}
        </Seite>
        <Seite titel={von} ergebnis={konflikt.ergebnis}>
          <Knopf art="secondary" onClick={() => entscheide('gespeicherte')}>
            Gespeichertes behalten
          </Knopf>
        </Seite>
      </div>
    </Meldung>
  );
}

function Seite({
  titel,
  ergebnis,
  children,
}: {
  readonly titel: string;
  readonly ergebnis: Ergebnis | null;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="gw-gegenueber__seite">
      <h3 class="kern-heading-small">{titel}</h3>
      <Inhalt ergebnis={ergebnis} />
      {children}
    </section>
  );
}
