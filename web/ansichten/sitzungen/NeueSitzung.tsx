import { useRef, useState } from 'preact/hooks';
import { zuInstant } from '../../../domain/fristen/berlin.ts';
import { ApiFehler, satzZu } from '../../api/fehler.ts';
import { sende } from '../../api/klient.ts';
import { sage } from '../../app/ansage.ts';
import { Dialog } from '../../bausteine/Dialog.tsx';
import { Fehlersumme, type Feldfehler } from '../../bausteine/Fehlersumme.tsx';
import { Auswahl, Textfeld } from '../../bausteine/Feld.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Marke } from '../../bausteine/Marke.tsx';
import { heute } from '../../format/datum.ts';
import { gremiumsname } from '../../format/stelle.ts';
import { planFuer } from '../kalender/plan.ts';

export interface NeueSitzungAngaben {
  readonly gremien: readonly string[];
  readonly onZu: () => void;
  readonly onAngelegt: () => void;
}

/** Opens a Sitzung; while the day is chosen, says what it means for the deadlines. */
export function NeueSitzung({ gremien, onZu, onAngelegt }: NeueSitzungAngaben) {
  const [gremium, setzeGremium] = useState(gremien[0] ?? '');
  const [tag, setzeTag] = useState('');
  const [zeit, setzeZeit] = useState('17:00');
  const [ort, setzeOrt] = useState('');
  const [fehler, setzeFehler] = useState<readonly Feldfehler[]>([]);
  // One intention, one key: a second click or a lost answer opens no second Sitzung.
  const schluessel = useRef({ inhalt: '', uuid: '' });
  const satz = (feld: string) => fehler.find((f) => f.feld === feld)?.satz;
  const beginn = tag && /^\d{2}:\d{2}$/.test(zeit) ? zuInstant(tag, zeit) : null;

  const lege = async () => {
    const mangel: Feldfehler[] = [
      ...(tag === '' ? [{ feld: 'tag', satz: 'Bitte wählen Sie den Tag der Sitzung.' }] : []),
      ...(zeit === '' ? [{ feld: 'zeit', satz: 'Bitte geben Sie den Beginn an.' }] : []),
      ...(ort.trim() === '' ? [{ feld: 'ort', satz: 'Bitte geben Sie den Ort der Sitzung an.' }] : []),
    ];
    setzeFehler(mangel);
    if (mangel.length > 0 || beginn === null) return;
    const koerper = { gremium, beginn, ort };
    const inhalt = JSON.stringify(koerper);
    if (schluessel.current.inhalt !== inhalt) schluessel.current = { inhalt, uuid: crypto.randomUUID() };
    try {
      await sende('POST', '/sitzungen', { koerper, schluessel: schluessel.current.uuid });
      sage('Die Sitzung ist angesetzt.');
      onAngelegt();
      onZu();
    } catch (f) {
      const genannt = f instanceof ApiFehler ? f.felder : [];
      setzeFehler(genannt.length > 0 ? genannt : [{ feld: 'tag', satz: satzZu(f) }]);
    }
  };

  const plan = beginn === null ? null : planFuer({ beginn }, heute());
  return (
    <Dialog
      titel="Sitzung ansetzen"
      onZu={onZu}
      fuss={
        <>
          <Knopf art="secondary" onClick={onZu}>
            Abbrechen
          </Knopf>
          <Knopf onClick={lege}>Sitzung ansetzen</Knopf>
        </>
      }
    >
      <Fehlersumme fehler={fehler} />
      <Auswahl
        name="gremium"
        label="Gremium"
        wert={gremium}
        onWert={setzeGremium}
        werte={gremien.map((g) => ({ wert: g, name: gremiumsname(g) }))}
      />
      <Textfeld
        name="tag"
        label="Tag"
        art="date"
        min={heute()}
        wert={tag}
        onWert={setzeTag}
        fehler={satz('tag')}
      />
      <Textfeld name="zeit" label="Beginn" art="time" wert={zeit} onWert={setzeZeit} fehler={satz('zeit')} />
      <Textfeld
        name="ort"
        label="Ort"
        wert={ort}
        onWert={setzeOrt}
        hoechstlaenge={200}
        fehler={satz('ort')}
      />
      {plan && (
        <p role="status">
          <Marke ton={plan.ton}>{plan.satz}</Marke>
        </p>
      )}
    </Dialog>
  );
}
