import type { ComponentChildren } from 'preact';
import { nutzeSpeicher } from '../../../app/speicher.ts';
import { Knopf } from '../../../bausteine/Knopf.tsx';
import { Meldung } from '../../../bausteine/Meldung.tsx';
import { Zeichen, type Zeichenname } from '../../../bausteine/Zeichen.tsx';
import { uhrzeit } from '../../../format/datum.ts';
import { ausgangslage, versucheNochEinmal } from '../../../speicher/ausgang.ts';
import type { Eintrag } from '../../../speicher/postausgang.ts';

/** Where what was typed is: on the server and since when, only here, or refused. */
export function Speicherstand({
  eintrag,
  ablage,
  vomServer,
}: {
  readonly eintrag: Eintrag | undefined;
  readonly ablage: unknown;
  /** Who recorded what the server holds, where nothing was typed here. */
  readonly vomServer: string | null;
}) {
  const lage = nutzeSpeicher(ausgangslage);
  return (
    <>
      {ablage !== null && (
        <Meldung art="danger" titel="Dieses Gerät speichert nicht" sprich>
          <p>
            Der Speicher ist voll oder für diese Seite gesperrt. Ihre Eingaben leben nur in diesem Fenster,
            bis sie gesendet sind: Bitte lassen Sie es offen, oder schaffen Sie Platz auf dem Gerät.
          </p>
        </Meldung>
      )}
      {eintrag?.stand === 'abgelehnt' && (
        <Meldung art="danger" titel="Nicht gespeichert" sprich>
          <p>{eintrag.ablehnung} Ihre Eingabe bleibt hier stehen.</p>
          <Knopf art="secondary" onClick={() => versucheNochEinmal(eintrag.id)}>
            Noch einmal senden
          </Knopf>
        </Meldung>
      )}
      <p class="gw-speicherstand" role="status" data-feld="speicherstand">
        {inhalt(eintrag, lage, vomServer)}
      </p>
    </>
  );
}

function inhalt(e: Eintrag | undefined, lage: string, vomServer: string | null): ComponentChildren {
  const zeile = (symbol: Zeichenname, worte: string) => (
    <>
      <Zeichen name={symbol} /> {worte}
    </>
  );
  if (e?.stand === 'wartet') {
    if (lage === 'laeuft' || lage === 'ruht') return zeile('autorenew', 'Wird gespeichert …');
    const weil = {
      wartetAufAnmeldung: 'Gesendet wird es, sobald Sie sich wieder angemeldet haben.',
      andereAnmeldung: 'Gesendet wird es, sobald sich die Person anmeldet, die es eingegeben hat.',
    }[lage];
    return zeile(
      'offline',
      `Nur auf diesem Gerät gespeichert. ${weil ?? 'Gesendet wird es, sobald das Netz zurück ist.'}`,
    );
  }
  if (e?.stand === 'konflikt') return zeile('warning', 'Nicht gespeichert: Bitte entscheiden Sie unten.');
  if (e?.stand === 'zugestellt' && e.zugestelltAm) {
    return zeile('check', `Gespeichert um ${uhrzeit(e.zugestelltAm)} Uhr`);
  }
  return vomServer ?? 'Noch nichts erfasst. Jede Eingabe wird von selbst gespeichert.';
}
