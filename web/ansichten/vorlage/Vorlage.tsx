import { istOeffentlich } from '../../../domain/vorlage/stand.ts';
import { nutzeAbfrage } from '../../app/abfrage.ts';
import { ich } from '../../app/ich.ts';
import { nutzeSpeicher } from '../../app/speicher.ts';
import type { Ansichtsangaben } from '../../app/wege.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Nichtoeffentlich, Phasenmarke } from '../../bausteine/Marke.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { fenstername } from '../../format/fenstername.ts';
import { Blatt } from './Blatt.tsx';
import type { Verlaufsantwort, Vorlagenantwort } from './daten.ts';
import { darfLesen } from './rechte.ts';
import './vorlage.css';

/** One Vorlage: what it is, where it lies, what came of it, and what the person can do. */
export default function Vorlage({ teile, abfrage }: Ansichtsangaben) {
  const id = teile.id ?? '';
  const wer = nutzeSpeicher(ich);
  const vorlage = nutzeAbfrage<Vorlagenantwort>(`/vorlagen/${id}`);
  const stand = vorlage.daten?.vorlage;
  const mitVerlauf = wer !== null && stand !== undefined && darfLesen(wer, 'verlauf', stand);
  const verlauf = nutzeAbfrage<Verlaufsantwort>(mitVerlauf ? `/vorlagen/${id}/verlauf` : null);

  if (vorlage.fehler && !vorlage.daten) {
    return (
      <Seite titel="Vorlage">
        <Fehleranzeige fehler={vorlage.fehler} erneut={vorlage.neu} />
      </Seite>
    );
  }
  if (!vorlage.daten || !stand || !wer) return <Laedt was="Vorlage" hoehe={48} alleine />;
  return (
    <Seite
      titel={stand.betreff}
      fenstertitel={fenstername(stand)}
      oben={
        <>
          <span class="gw-zahl">{stand.nummer ?? 'noch ohne Nummer'}</span>
          <Phasenmarke phase={stand.phase} />
          {!istOeffentlich(stand) && <Nichtoeffentlich />}
        </>
      }
    >
      <Blatt
        antwort={vorlage.daten}
        verlauf={mitVerlauf ? verlauf : null}
        akteur={wer}
        tun={abfrage.get('tun')}
        neu={() => {
          vorlage.neu();
          verlauf.neu();
        }}
      />
    </Seite>
  );
}
