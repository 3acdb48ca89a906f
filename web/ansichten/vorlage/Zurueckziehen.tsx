import { useEffect, useState } from 'preact/hooks';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { setzeAbfrage } from '../../app/ort.ts';
import { Dialog } from '../../bausteine/Dialog.tsx';
import { Textbereich } from '../../bausteine/Feld.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { nutzeGemerktes } from '../../speicher/gemerkt.ts';
import type { Handlung } from './handlung.ts';

/** Withdrawing (a draft: giving it up), with the reason. */
export function Zurueckziehen({
  stand,
  handlung,
}: {
  readonly stand: Vorlagenstand;
  readonly handlung: Handlung;
}) {
  const entwurf = stand.phase === 'entwurf';
  const [grund, setze, vergiss] = nutzeGemerktes(`vorlage:${stand.id}:zurueckziehung`, '');
  const [fehlt, setzeFehlt] = useState(false);
  // After the dialog has opened: what is asked for comes first.
  useEffect(() => document.querySelector<HTMLElement>('dialog[open] textarea')?.focus(), []);
  const zu = () => setzeAbfrage({ tun: null });
  const ziehe = async () => {
    if (grund.trim() === '') return setzeFehlt(true);
    zu();
    const name = stand.nummer ?? 'Der Entwurf';
    const getan = await handlung.tue({
      methode: 'POST',
      pfad: '/zurueckziehung',
      koerper: { begruendung: grund },
      satz: `${name} wird ${entwurf ? 'verworfen' : 'zurückgezogen'}`,
      danach: `${name} ist ${entwurf ? 'verworfen' : 'zurückgezogen'}.`,
      text: grund,
    });
    if (getan) vergiss();
  };
  return (
    <Dialog
      titel={entwurf ? 'Entwurf verwerfen' : 'Vorlage zurückziehen'}
      onZu={zu}
      fuss={
        <>
          <Knopf art="secondary" onClick={zu}>
            Abbrechen
          </Knopf>
          <Knopf onClick={ziehe}>{entwurf ? 'Verwerfen' : 'Zurückziehen'}</Knopf>
        </>
      }
    >
      <p>
        {entwurf
          ? 'Der Entwurf wird damit beendet und lässt sich nicht wieder öffnen.'
          : 'Die Vorlage wird damit beendet, auch auf einer Tagesordnung. Wer sie gerade hat, erfährt davon mit Ihrer Begründung. Später geht es nur mit einer neuen Vorlage weiter.'}
      </p>
      <Textbereich
        name="begruendung"
        label="Begründung"
        wert={grund}
        onWert={(w) => {
          setze(w);
          if (w.trim() !== '') setzeFehlt(false);
        }}
        hoechstlaenge={5_000}
        fehler={fehlt ? 'Bitte begründen Sie das kurz.' : undefined}
      />
    </Dialog>
  );
}
