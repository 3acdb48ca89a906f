import { useEffect, useState } from 'preact/hooks';
import { satzZu } from '../../api/fehler.ts';
import { Anmeldeverweis } from '../../app/Anmeldeverweis.tsx';
import { sage } from '../../app/ansage.ts';
import { dienstBereit } from '../../app/dienst.ts';
import { nutzeSpeicher } from '../../app/speicher.ts';
import { Dialog } from '../../bausteine/Dialog.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Marke } from '../../bausteine/Marke.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { uhrzeit } from '../../format/datum.ts';
import { type Ausgangslage, ausgangslage, bestand, verwirfEintraege } from '../../speicher/ausgang.ts';
import { gibZurueck, type Mitgenommen, nimmMit } from '../../speicher/mitgenommen.ts';
import { mitgenommene } from '../../speicher/mitgenommene.ts';
import { type Eintrag, istOffen } from '../../speicher/postausgang.ts';
import { ladeTermine } from './termine.ts';
import type { Sitzungsdaten } from './typen.ts';
import './sitzung.css';

export interface Mitnahme {
  readonly dabei: boolean;
  /** Vorlagen loaded so far; null where nothing is being taken along. */
  readonly geladen: number | null;
  readonly fehler: string | null;
  readonly fragt: boolean;
  readonly offen: readonly Eintrag[];
  readonly nimm: () => Promise<void>;
  /** Gives back, after asking where something was not sent. */
  readonly gib: () => void;
  readonly verwirf: () => Promise<void>;
  readonly behalte: () => void;
}

/** Taking the Sitzung along and giving it back. */
export function nutzeMitnahme(sitzung: Sitzungsdaten | null): Mitnahme {
  const id = sitzung?.id ?? '';
  const eintraege = nutzeSpeicher(bestand);
  const [dabei, setzeDabei] = useState(false);
  const [geladen, setzeGeladen] = useState<number | null>(null);
  const [fehler, setzeFehler] = useState<string | null>(null);
  const [fragt, setzeFragt] = useState(false);
  useEffect(() => setzeDabei(mitgenommene().some((m) => m.id === id)), [id]);
  const offen = [...eintraege.values()].filter((e) => e.sitzung === id && istOffen(e));

  const nimm = async () => {
    if (!sitzung) return;
    setzeFehler(null);
    setzeGeladen(0);
    try {
      const { kommende } = await ladeTermine();
      await nimmMit(sitzung, kommende, setzeGeladen);
      setzeDabei(true);
      const startet = await dienstBereit();
      sage('Die Sitzung ist mitgenommen.');
      if (!startet) setzeFehler(nurOffen);
    } catch (f) {
      setzeFehler(f instanceof DOMException ? keinPlatz : satzZu(f));
    } finally {
      setzeGeladen(null);
    }
  };
  const verwirf = async () => {
    setzeFragt(false);
    await verwirfEintraege((e) => e.sitzung === id);
    await gibZurueck(id);
    setzeDabei(false);
    sage('Die Sitzung liegt nicht mehr auf diesem Gerät.');
  };
  return {
    dabei,
    geladen,
    fehler,
    fragt,
    offen,
    nimm,
    verwirf,
    gib: () => (offen.length > 0 ? setzeFragt(true) : void verwirf()),
    behalte: () => setzeFragt(false),
  };
}

const nurOffen =
  'Dieser Browser kann die Anwendung nicht ohne Netz öffnen. Lassen Sie diese Seite offen, dann arbeiten Sie auch ohne Netz weiter.';
const keinPlatz =
  'Der Speicher dieses Geräts reicht nicht oder ist gesperrt. Schaffen Sie Platz, und versuchen Sie es noch einmal.';

/** The button beside the heading. */
export function Mitnahmeknopf({ m, anzahl }: { readonly m: Mitnahme; readonly anzahl: number }) {
  if (m.geladen !== null) {
    return (
      <p role="status">
        <label>
          Wird mitgenommen: {m.geladen} von {anzahl} Vorlagen <progress max={anzahl} value={m.geladen} />
        </label>
      </p>
    );
  }
  if (!m.dabei) {
    return (
      <Knopf art="secondary" symbol="download" onClick={m.nimm}>
        Sitzung mitnehmen
      </Knopf>
    );
  }
  return (
    <>
      <Marke ton="success">Mitgenommen</Marke>
      <Knopf art="tertiary" onClick={m.gib}>
        Sitzung zurückgeben
      </Knopf>
    </>
  );
}

/** What there is to know of the device: since when it works without network, and what has not been sent. */
export function Mitnahmezeile({ m, geraet }: { readonly m: Mitnahme; readonly geraet: Mitgenommen | null }) {
  const lage = nutzeSpeicher(ausgangslage);
  return (
    <>
      {m.fehler && (
        <Meldung art="warning" titel="Sitzung mitnehmen" sprich>
          <p>{m.fehler}</p>
        </Meldung>
      )}
      <Ausstand offen={m.offen.length} lage={lage} stand={geraet?.stand ?? null} />
      {m.fragt && (
        <Dialog
          titel="Noch nicht alles gesendet"
          onZu={m.behalte}
          fuss={
            <>
              <Knopf onClick={m.behalte}>Behalten</Knopf>
              <Knopf art="secondary" onClick={m.verwirf}>
                Verwerfen und zurückgeben
              </Knopf>
            </>
          }
        >
          <p>
            Diese Ergebnisse liegen nur auf diesem Gerät und gingen verloren:{' '}
            {m.offen.map((e) => e.top).join(', ')}. Behalten Sie die Sitzung, bis alles gesendet ist.
          </p>
        </Dialog>
      )}
    </>
  );
}

/** What waits, and for what. `stand`: instant of what is shown, where it comes from this device. */
function Ausstand({
  offen,
  lage,
  stand,
}: {
  readonly offen: number;
  readonly lage: Ausgangslage;
  readonly stand: string | null;
}) {
  const [lange, setze] = useState(false);
  // What is on its way for a moment is no news.
  useEffect(() => {
    if (offen === 0) return setze(false);
    const uhr = setTimeout(() => setze(true), 4_000);
    return () => clearTimeout(uhr);
  }, [offen === 0]);
  const wartet = offen > 0 && lange;
  const was = offen === 1 ? '1 Ergebnis' : `${offen} Ergebnisse`;
  if (wartet && lage === 'wartetAufAnmeldung') {
    return (
      <Meldung art="warning" titel={`${was}: Bitte melden Sie sich an`} sprich>
        <p>Die Verbindung ist zurück. Nach der Anmeldung wird gesendet, was auf diesem Gerät liegt.</p>
        <Anmeldeverweis text="Anmelden und senden" />
      </Meldung>
    );
  }
  if (wartet && lage === 'andereAnmeldung') {
    return (
      <Meldung art="warning" titel={`${was} einer anderen Person`} sprich>
        <p>Gesendet wird, sobald sich die Person anmeldet, die sie auf diesem Gerät erfasst hat.</p>
      </Meldung>
    );
  }
  const saetze = [
    ...(stand ? [`Sie arbeiten ohne Netz, mit dem Stand von ${uhrzeit(stand)} Uhr.`] : []),
    ...(wartet ? [`${was} ${offen === 1 ? 'liegt' : 'liegen'} nur auf diesem Gerät.`] : []),
    ...(wartet && lage === 'wartetAufNetz' ? ['Gesendet wird von selbst, sobald das Netz zurück ist.'] : []),
  ];
  return (
    <p class="gw-ausstand" role="status">
      {saetze.join(' ')}
    </p>
  );
}
