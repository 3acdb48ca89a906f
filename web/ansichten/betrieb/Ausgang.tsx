import { useState } from 'preact/hooks';
import { satzZu } from '../../api/fehler.ts';
import { sende } from '../../api/klient.ts';
import { sage } from '../../app/ansage.ts';
import { nutzeListe } from '../../app/liste.ts';
import { ort } from '../../app/ort.ts';
import { nutzeSpeicher } from '../../app/speicher.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Leer } from '../../bausteine/Leer.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { Register } from '../../bausteine/Register.tsx';
import { zeitpunkt } from '../../format/datum.ts';

/** GET /api/betrieb/ausgang: never the content of a mail. */
interface Ausgangsarbeit {
  readonly schluessel: string;
  readonly zweck: 'start' | 'wecken' | 'benachrichtigen' | 'mail' | 'papier' | 'suche';
  readonly status: string;
  readonly versuche: number;
  readonly angelegt: string;
  readonly fehler: string | null;
}

const zwecke: Readonly<Record<Ausgangsarbeit['zweck'], string>> = {
  start: 'Ablauf starten',
  wecken: 'Ablauf wecken',
  benachrichtigen: 'Benachrichtigen',
  mail: 'E-Mail senden',
  papier: 'Papier ausfertigen',
  suche: 'Suche auf den Stand bringen',
};

const blaetter = [
  { wert: 'gescheitert', name: 'Gescheitert', leer: 'Nichts ist gescheitert.' },
  { wert: 'wartet', name: 'Wartet auf neuen Versuch', leer: 'Nichts wartet auf einen neuen Versuch.' },
  { wert: 'offen', name: 'Offen', leer: 'Nichts ist offen.' },
] as const;

/** Outgoing work by its state; what failed three times goes out again at a click. */
export function Ausgang() {
  const { abfrage } = nutzeSpeicher(ort);
  const blatt = blaetter.find((b) => b.wert === abfrage.get('status')) ?? blaetter[0];
  const liste = nutzeListe<Ausgangsarbeit>(`/betrieb/ausgang?status=${blatt.wert}`);
  const [fehler, setzeFehler] = useState<string | null>(null);
  const erneut = async (a: Ausgangsarbeit) => {
    try {
      await sende('POST', '/betrieb/ausgang/erneut', { koerper: { schluessel: a.schluessel } });
      setzeFehler(null);
      sage(`${zwecke[a.zweck]}: wird erneut versucht.`);
    } catch (f) {
      setzeFehler(satzZu(f));
    }
    liste.neu();
  };
  return (
    <section class="gw-stapel" aria-labelledby="ausgang">
      <h2 class="kern-heading-medium" id="ausgang">
        Ausgehende Arbeit
      </h2>
      <Register name="Stand der ausgehenden Arbeit" feld="status" blaetter={blaetter} aktiv={blatt.wert} />
      {fehler && <Meldung art="danger" titel={fehler} sprich />}
      {liste.fehler !== null && <Fehleranzeige fehler={liste.fehler} erneut={liste.neu} />}
      {!liste.eintraege && liste.laedt && <Laedt was="Liste" hoehe={8} />}
      {liste.eintraege?.length === 0 && <Leer titel={blatt.leer} />}
      {liste.eintraege && liste.eintraege.length > 0 && (
        <table class="gw-liste">
          <caption class="kern-sr-only">Ausgehende Arbeit: {blatt.name}</caption>
          <thead>
            <tr>
              <th scope="col">Arbeit</th>
              <th scope="col">Seit</th>
              <th scope="col">Versuche</th>
              <th scope="col">Fehler</th>
              {blatt.wert !== 'offen' && <td />}
            </tr>
          </thead>
          <tbody>
            {liste.eintraege.map((a) => (
              <tr key={a.schluessel} data-zeile>
                <th scope="row" class="gw-text">
                  <strong>{zwecke[a.zweck]}</strong>
                  <br />
                  <code>{a.schluessel}</code>
                </th>
                <td data-spalte="Seit">{zeitpunkt(a.angelegt)}</td>
                <td data-spalte="Versuche" class="gw-zahl">
                  {a.versuche}
                </td>
                <td data-spalte="Fehler" class="gw-text">
                  {a.fehler ?? 'keiner'}
                </td>
                {blatt.wert !== 'offen' && (
                  <td>
                    <Knopf
                      klein
                      art="secondary"
                      name={`${zwecke[a.zweck]} ${a.schluessel}: erneut`}
                      onClick={() => erneut(a)}
                    >
                      Erneut
                    </Knopf>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {liste.mehr && (
        <Knopf art="secondary" onClick={liste.ladeMehr} laeuft={liste.laedt}>
          Weitere Arbeit laden
        </Knopf>
      )}
    </section>
  );
}
