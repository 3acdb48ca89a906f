import { render } from 'preact';
import { vergissIch } from '../app/ohneNetz.ts';
import { Dialog } from '../bausteine/Dialog.tsx';
import { Knopf } from '../bausteine/Knopf.tsx';
import { offeneEintraege, verwirfEintraege } from './ausgang.ts';
import { gibZurueck } from './mitgenommen.ts';
import { mitgenommene } from './mitgenommene.ts';
import type { Eintrag } from './postausgang.ts';

/**
 * Before logging out: removes every Sitzung and outcome from this device. Asks where some have not reached the
 * server; false: the person stays logged in.
 */
export async function gibGeraetFrei(): Promise<boolean> {
  const offen = await offeneEintraege();
  if (offen.length > 0 && !(await frage(offen))) return false;
  await verwirfEintraege(() => true);
  for (const { id } of mitgenommene()) {
    // Without a database nothing lies in it.
    await gibZurueck(id).catch(() => undefined);
  }
  vergissIch();
  return true;
}

function frage(offen: readonly Eintrag[]): Promise<boolean> {
  const flaeche = document.body.appendChild(document.createElement('div'));
  return new Promise((fertig) => {
    const antworte = (ja: boolean) => {
      render(null, flaeche);
      flaeche.remove();
      fertig(ja);
    };
    render(
      <Dialog
        titel="Noch nicht alles gesendet"
        onZu={() => antworte(false)}
        fuss={
          <>
            <Knopf onClick={() => antworte(false)}>Angemeldet bleiben</Knopf>
            <Knopf art="secondary" onClick={() => antworte(true)}>
              Verwerfen und abmelden
            </Knopf>
          </>
        }
      >
        <p>
          Diese Ergebnisse liegen nur auf diesem Gerät und gehen mit der Abmeldung verloren:{' '}
          {offen.map((e) => e.top).join(', ')}. Bleiben Sie angemeldet, bis alles gesendet ist.
        </p>
      </Dialog>,
      flaeche,
    );
  });
}
