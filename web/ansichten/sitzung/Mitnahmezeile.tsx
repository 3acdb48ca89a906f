import { useEffect, useState } from 'preact/hooks';
import { meldeErneutAn } from '../../anmeldung/ablauf.ts';
import { satzZu } from '../../api/fehler.ts';
import { sage } from '../../app/ansage.ts';
import { dienstBereit } from '../../app/dienst.ts';
import { nutzeSpeicher } from '../../app/speicher.ts';
import { Dialog } from '../../bausteine/Dialog.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Marke } from '../../bausteine/Marke.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { uhrzeit } from '../../format/datum.ts';
import { ausgangslage, bestand, verwirfEintraege } from '../../speicher/ausgang.ts';
import { gibZurueck, type Mitgenommen, nimmMit } from '../../speicher/mitgenommen.ts';
import { mitgenommene } from '../../speicher/mitgenommene.ts';
import { istOffen } from '../../speicher/postausgang.ts';
import { ladeTermine } from './termine.ts';
import type { Sitzungsdaten } from './typen.ts';

/** Taking the Sitzung along and giving it back, and what of it has not reached the server yet. */
export function Mitnahmezeile({
  sitzung,
  geraet,
}: {
  readonly sitzung: Sitzungsdaten;
  readonly geraet: Mitgenommen | null;
}) {
  const eintraege = nutzeSpeicher(bestand);
  const lage = nutzeSpeicher(ausgangslage);
  const [dabei, setzeDabei] = useState(() => mitgenommene().some((m) => m.id === sitzung.id));
  const [geladen, setzeGeladen] = useState<number | null>(null);
  const [fehler, setzeFehler] = useState<string | null>(null);
  const [fragt, setzeFragt] = useState(false);
  const offen = [...eintraege.values()].filter((e) => e.sitzung === sitzung.id && istOffen(e));
  const anzahl = new Set(sitzung.tops.map((t) => t.vorlage)).size;

  const nimm = async () => {
    setzeFehler(null);
    setzeGeladen(0);
    try {
      const { kommende } = await ladeTermine();
      await nimmMit(sitzung, kommende, setzeGeladen);
      setzeDabei(true);
      const startet = await dienstBereit();
      sage('Die Sitzung ist mitgenommen.');
      if (!startet) {
        setzeFehler(
          'Dieser Browser kann die Anwendung nicht ohne Netz öffnen. Lassen Sie diese Seite offen, dann arbeiten Sie auch ohne Netz weiter.',
        );
      }
    } catch (f) {
      setzeFehler(
        f instanceof DOMException
          ? 'Der Speicher dieses Geräts reicht nicht oder ist gesperrt. Schaffen Sie Platz, und versuchen Sie es noch einmal.'
          : satzZu(f),
      );
    } finally {
      setzeGeladen(null);
    }
  };
  const gib = async () => {
    setzeFragt(false);
    await verwirfEintraege((e) => e.sitzung === sitzung.id);
    await gibZurueck(sitzung.id);
    setzeDabei(false);
    sage('Die Sitzung liegt nicht mehr auf diesem Gerät.');
  };

  return (
    <section class="gw-mitnahme" aria-label="Ohne Netz arbeiten">
      <div class="gw-knoepfe">
        {dabei ? (
          <>
            <Marke ton="success">Mitgenommen</Marke>
            {geraet && <span class="gw-leise">Ohne Netz, Stand {uhrzeit(geraet.stand)} Uhr</span>}
            <Knopf art="tertiary" onClick={() => (offen.length > 0 ? setzeFragt(true) : gib())}>
              Sitzung zurückgeben
            </Knopf>
          </>
        ) : geladen === null ? (
          <>
            <Knopf art="secondary" symbol="download" onClick={nimm}>
              Sitzung mitnehmen
            </Knopf>
            <span class="gw-leise">Dann lässt sie sich auf diesem Gerät auch ohne Netz durchführen.</span>
          </>
        ) : (
          <p role="status">
            <label>
              Wird mitgenommen: {geladen} von {anzahl} Vorlagen <progress max={anzahl} value={geladen} />
            </label>
          </p>
        )}
      </div>
      {fehler && (
        <Meldung art="warning" titel="Mitnehmen" sprich>
          <p>{fehler}</p>
        </Meldung>
      )}
      <Ausstand offen={offen.length} lage={lage} />
      {fragt && (
        <Dialog
          titel="Noch nicht alles gesendet"
          onZu={() => setzeFragt(false)}
          fuss={
            <>
              <Knopf onClick={() => setzeFragt(false)}>Behalten</Knopf>
              <Knopf art="secondary" onClick={gib}>
                Verwerfen und zurückgeben
              </Knopf>
            </>
          }
        >
          <p>
            Diese Ergebnisse liegen nur auf diesem Gerät und gingen verloren:{' '}
            {offen.map((e) => e.top).join(', ')}. Behalten Sie die Sitzung, bis alles gesendet ist.
          </p>
        </Dialog>
      )}
    </section>
  );
}

/** What waits, and for what. */
function Ausstand({ offen, lage }: { readonly offen: number; readonly lage: string }) {
  const [lange, setze] = useState(false);
  // What is on its way for a moment is no news.
  useEffect(() => {
    if (offen === 0) return setze(false);
    const uhr = setTimeout(() => setze(true), 4_000);
    return () => clearTimeout(uhr);
  }, [offen === 0]);
  if (offen === 0 || !lange) return null;
  const was = offen === 1 ? '1 Ergebnis' : `${offen} Ergebnisse`;
  if (lage === 'wartetAufAnmeldung') {
    return (
      <Meldung art="warning" titel={`${was}: Bitte melden Sie sich an`} sprich>
        <p>Die Verbindung ist zurück. Nach der Anmeldung wird gesendet, was auf diesem Gerät liegt.</p>
        <Knopf onClick={meldeErneutAn}>Anmelden und senden</Knopf>
      </Meldung>
    );
  }
  if (lage === 'andereAnmeldung') {
    return (
      <Meldung art="warning" titel={`${was} einer anderen Person`} sprich>
        <p>Gesendet wird, sobald sich die Person anmeldet, die sie auf diesem Gerät erfasst hat.</p>
      </Meldung>
    );
  }
  return (
    <p role="status">
      {was} {offen === 1 ? 'liegt' : 'liegen'} nur auf diesem Gerät
      {lage === 'wartetAufNetz' ? '. Gesendet wird von selbst, sobald das Netz zurück ist.' : '.'}
    </p>
  );
}
