import { useState } from 'preact/hooks';
import { satzZu } from '../../api/fehler.ts';
import { sende } from '../../api/klient.ts';
import { melde } from '../../app/kurzmeldung.ts';
import { gehe } from '../../app/ort.ts';
import { Dialog } from '../../bausteine/Dialog.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { vergissEntwurf } from './ablage.ts';
import type { Werkstatt } from './werkstatt.ts';

/** Gives up a draft that nobody else has seen, after a question. */
export function Verwerfen({ w }: { readonly w: Werkstatt }) {
  const [fragt, setze] = useState(false);
  const [fehler, setzeFehler] = useState<string | null>(null);
  const [schluessel] = useState(() => crypto.randomUUID());
  const verwirf = async () => {
    try {
      await w.sichere();
      const { id, basis } = w.zustand.lies();
      if (id !== null) {
        const koerper = { begruendung: 'Entwurf vor der Einreichung verworfen.' };
        await sende('POST', `/vorlagen/${id}/zurueckziehung`, {
          koerper,
          version: basis?.version,
          schluessel,
        });
      }
      w.beende();
      vergissEntwurf(id);
      melde('Der Entwurf ist verworfen.');
      gehe('/', { ersetze: true });
    } catch (f) {
      setzeFehler(satzZu(f));
    }
  };
  return (
    <>
      <Knopf art="tertiary" symbol="delete" onClick={() => setze(true)}>
        Entwurf verwerfen
      </Knopf>
      {fragt && (
        <Dialog
          titel="Diesen Entwurf verwerfen?"
          onZu={() => setze(false)}
          fuss={
            <>
              <Knopf art="secondary" onClick={() => setze(false)}>
                Entwurf behalten
              </Knopf>
              <Knopf onClick={verwirf}>Endgültig verwerfen</Knopf>
            </>
          }
        >
          <p>
            Eingaben und hochgeladene Dateien werden nicht weiter verwendet. Das lässt sich nicht rückgängig
            machen.
          </p>
          {fehler && <Meldung art="danger" titel={fehler} sprich />}
        </Dialog>
      )}
    </>
  );
}
