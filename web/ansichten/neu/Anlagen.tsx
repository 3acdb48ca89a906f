import { useState } from 'preact/hooks';
import { einstellungen } from '../../api/einstellungen.ts';
import { Dateizone } from '../../bausteine/Dateizone.tsx';
import { Kaestchen, Textfeld } from '../../bausteine/Feld.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { Reihenfolge } from '../../bausteine/Reihenfolge.tsx';
import { groesse } from '../../format/groesse.ts';
import type { Anlage } from './ablage.ts';
import { anlagenendungen } from './dateiauswahl.ts';
import type { Dateien } from './dateien.ts';
import { fehlendeAnlagen } from './hinweise.ts';
import { Pruefbericht } from './Pruefbericht.tsx';
import { Uploadanzeige } from './Uploadanzeige.tsx';
import type { Werkstatt } from './werkstatt.ts';
import type { Zustand } from './zustand.ts';

/** Step 4: files that go with the paper, each with title, order and part. */
export function Anlagen({
  z,
  w,
  dateien,
  fehler,
}: {
  readonly z: Zustand;
  readonly w: Werkstatt;
  readonly dateien: Dateien;
  readonly fehler: (feld: string) => string | undefined;
}) {
  const [saetze, setze] = useState<readonly string[]>([]);
  const { anlagen } = z;
  const ersetze = (i: number, teil: Partial<Anlage>) =>
    w.aendere({ anlagen: anlagen.map((a, j) => (j === i ? { ...a, ...teil } : a)) });
  const setzeUm = (von: number, nach: number) => {
    const neu = [...anlagen];
    neu.splice(nach, 0, ...neu.splice(von, 1));
    w.aendere({ anlagen: neu });
  };
  const offeneTitel = fehlendeAnlagen(
    titelImPapier(z),
    anlagen.map((a) => a.titel),
  );
  return (
    <>
      {offeneTitel.length > 0 && (
        <p>Im Papier genannt, hier noch nicht dabei: {offeneTitel.map((t) => `„${t}“`).join(', ')}.</p>
      )}
      {anlagen.length > 0 && (
        <ol class="gw-anlagen">
          {anlagen.map((a, i) => (
            <li key={a.datei.schluessel} class="gw-anlage" data-feld={`anlagen.${i}`}>
              <Anlagenzeile
                a={a}
                nr={i + 1}
                z={z}
                dateien={dateien}
                fehler={fehler}
                onAenderung={(teil) => ersetze(i, teil)}
                onWeg={() => entferne(w, dateien, i)}
              />
              <Reihenfolge
                was={`Anlage ${i + 1}`}
                platz={i}
                anzahl={anlagen.length}
                onPlatz={(neu) => setzeUm(i, neu)}
                onWeg={() => entferne(w, dateien, i)}
              />
            </li>
          ))}
        </ol>
      )}
      {saetze.length > 0 && (
        <Meldung art="warning" titel="Nicht aufgenommen" sprich>
          <ul class="gw-aufzaehlung">
            {saetze.map((s) => (
              <li key={s}>{s}</li>
            ))}
          </ul>
        </Meldung>
      )}
      {anlagen.length < 50 && (
        <Dateizone
          name="anlagen"
          knopf="Anlagen auswählen"
          nebensache
          mehrere
          endungen={anlagenendungen.map((e) => `.${e}`).join(',')}
          hinweis={`PDF, Office-Dateien oder Bilder, je höchstens ${groesse(einstellungen().hoechstgroesse.anlage)}. Mehrere auf einmal sind möglich.`}
          onDateien={async (gewaehlte) => setze(await dateien.nimmAnlagen(gewaehlte))}
        />
      )}
    </>
  );
}

function Anlagenzeile({
  a,
  nr,
  z,
  dateien,
  fehler,
  onAenderung,
  onWeg,
}: {
  readonly a: Anlage;
  readonly nr: number;
  readonly z: Zustand;
  readonly dateien: Dateien;
  readonly fehler: (feld: string) => string | undefined;
  readonly onAenderung: (teil: Partial<Anlage>) => void;
  readonly onWeg: () => void;
}) {
  const upload = z.uploads[a.datei.schluessel] ?? { art: 'wartet' as const };
  const stand = upload.art === 'beimServer' ? upload.stand : null;
  return (
    <>
      <Textfeld
        name={`anlagen.${nr - 1}.titel`}
        label={`Titel der Anlage ${nr}`}
        wert={a.titel}
        onWert={(titel) => onAenderung({ titel })}
        fehler={fehler(`anlagen.${nr - 1}.titel`)}
      />
      <Kaestchen
        name={`anlagen.${nr - 1}.oeffentlich`}
        label={`Anlage ${nr} ist öffentlich`}
        an={a.oeffentlich}
        onWert={(oeffentlich) => onAenderung({ oeffentlich })}
      />
      <Uploadanzeige
        datei={a.datei}
        stand={upload}
        onErneut={() => dateien.wiederhole(a.datei)}
        onAbbruch={onWeg}
      />
      {upload.art === 'beimServer' && stand?.zustand !== 'geprueft' && (
        <Pruefbericht stand={stand} zweck="anlage" />
      )}
    </>
  );
}

function entferne(w: Werkstatt, dateien: Dateien, i: number): void {
  const { anlagen } = w.zustand.lies();
  const weg = anlagen[i];
  if (!weg) return;
  dateien.brichAb(weg.datei);
  w.aendere({ anlagen: anlagen.filter((a) => a !== weg) });
  document.querySelector<HTMLElement>('[data-feld="anlagen"] button')?.focus();
}

/** Titles of Anlagen that the paper itself names. */
export function titelImPapier(z: Zustand): readonly string[] {
  const upload = z.papier && z.uploads[z.papier.schluessel];
  return upload?.art === 'beimServer' ? (upload.stand?.anlagentitel ?? []) : [];
}
