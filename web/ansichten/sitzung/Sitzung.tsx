import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { sage } from '../../app/ansage.ts';
import { ich } from '../../app/ich.ts';
import { setzeAbfrage } from '../../app/ort.ts';
import { nutzeSpeicher } from '../../app/speicher.ts';
import type { Ansichtsangaben } from '../../app/wege.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Register } from '../../bausteine/Register.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { heute, tagVon, uhrzeit, wochentag } from '../../format/datum.ts';
import { gremiumsname } from '../../format/stelle.ts';
import { raeumeAusgangAuf, starteAusgang } from '../../speicher/ausgang.ts';
import { Mitnahmeknopf, Mitnahmezeile, nutzeMitnahme } from './Mitnahmezeile.tsx';
import { phasenFuer, phasennamen, type Sitzungsphase, ueblichePhase } from './phase.ts';
import { nutzeSitzung } from './sitzungsdaten.ts';
import { nutzeTermine } from './termine.ts';
import type { Phasenangaben } from './typen.ts';

const lade: Readonly<Record<Sitzungsphase, () => Promise<{ default: ComponentType<Phasenangaben> }>>> = {
  vorbereiten: () => import('./vorbereiten/Vorbereiten.tsx'),
  durchfuehren: () => import('./durchfuehren/Durchfuehren.tsx'),
  nachbereiten: () => import('./nachbereiten/Nachbereiten.tsx'),
};

/** A Sitzung in its three phases: one screen from the agenda to the released outcomes. */
export default function Sitzung({ teile, abfrage }: Ansichtsangaben) {
  const wer = nutzeSpeicher(ich);
  const laufend = abfrage.get('phase') === 'durchfuehren';
  const { sitzung, geraet, fehler, neu } = nutzeSitzung(teile.sitzung ?? '', laufend);
  const termine = nutzeTermine(sitzung, geraet);
  const mitnahme = nutzeMitnahme(sitzung);
  useEffect(() => {
    void starteAusgang();
    return () => void raeumeAusgangAuf();
  }, []);
  const moeglich = sitzung && wer ? phasenFuer(wer, sitzung) : [];
  const genannt = moeglich.find((p) => p === abfrage.get('phase'));
  const ueblich = sitzung && ueblichePhase(sitzung, tagVon(sitzung.beginn), heute(), moeglich);
  const phase = genannt ?? ueblich;
  useEffect(() => {
    // Named in the address, so that a reload after the last outcome does not lead elsewhere.
    if (phase && !genannt) setzeAbfrage({ phase });
  }, [phase, genannt]);

  if (!sitzung || !phase) {
    return fehler ? (
      <Seite titel="Sitzung">
        <Fehleranzeige fehler={fehler} erneut={neu} />
      </Seite>
    ) : (
      <Laedt was="Sitzung" alleine />
    );
  }
  const titel = `${gremiumsname(sitzung.gremium)}, ${wochentag(sitzung.beginn)}`;
  return (
    <Seite
      titel={titel}
      fenstertitel={[abfrage.get('berichtigen') ?? abfrage.get('top'), phasennamen[phase], titel]
        .filter(Boolean)
        .join(' – ')}
      oben={`${uhrzeit(sitzung.beginn)} Uhr, ${sitzung.ort}`}
      aktionen={
        moeglich.length > 1 && (
          <Mitnahmeknopf m={mitnahme} anzahl={new Set(sitzung.tops.map((t) => t.vorlage)).size} />
        )
      }
    >
      {moeglich.length > 1 && (
        <>
          <Mitnahmezeile m={mitnahme} geraet={geraet} />
          <Register
            name="Phasen der Sitzung"
            feld="phase"
            immerGenannt
            aktiv={phase}
            blaetter={moeglich.map((wert) => ({ wert, name: phasennamen[wert] }))}
          />
        </>
      )}
      <Phase phase={phase} sitzung={sitzung} geraet={geraet} termine={termine} neu={neu} />
    </Seite>
  );
}

function Phase({ phase, ...angaben }: Phasenangaben & { readonly phase: Sitzungsphase }) {
  const [geladen, setze] = useState<{ phase: Sitzungsphase; Ansicht: ComponentType<Phasenangaben> } | null>(
    null,
  );
  const [fehler, setzeFehler] = useState<unknown>(null);
  useEffect(() => {
    let aktuell = true;
    setzeFehler(null);
    lade[phase]().then(
      (modul) => {
        if (!aktuell) return;
        setze((vorher) => {
          if (vorher && vorher.phase !== phase) sage(phasennamen[phase]);
          return { phase, Ansicht: modul.default };
        });
      },
      (f) => aktuell && setzeFehler(f),
    );
    return () => {
      aktuell = false;
    };
  }, [phase]);
  if (fehler) return <Fehleranzeige fehler={fehler} erneut={() => location.reload()} />;
  if (geladen?.phase !== phase) return <Laedt was={phasennamen[phase]} />;
  return <geladen.Ansicht {...angaben} />;
}
