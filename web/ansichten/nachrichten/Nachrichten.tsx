import { ich } from '../../app/ich.ts';
import { nutzeListe } from '../../app/liste.ts';
import { nutzeSpeicher } from '../../app/speicher.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Leer } from '../../bausteine/Leer.tsx';
import { Marke } from '../../bausteine/Marke.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { heute, uhrzeit } from '../../format/datum.ts';
import { nutzeLetztenBesuch } from './besuch.ts';
import { nachrichtensatz, nachrichtentitel } from './saetze.ts';
import { type Nachrichteneintrag, nachTagen } from './tage.ts';
import './nachrichten.css';

/** What the person was told, by day; what came since the last visit is marked. */
export default function Nachrichten() {
  const person = nutzeSpeicher(ich)?.person ?? '';
  const liste = nutzeListe<Nachrichteneintrag>('/nachrichten');
  const zuletzt = nutzeLetztenBesuch(person, liste.eintraege?.[0]?.zeit);
  const istNeu = (e: Nachrichteneintrag) => zuletzt !== null && e.zeit > zuletzt;
  const neue = liste.eintraege?.filter(istNeu).length ?? 0;
  return (
    <Seite
      titel="Nachrichten"
      {...(neue > 0 ? { fenstertitel: `(${neue}) Nachrichten` } : {})}
      aktionen={
        <a class="kern-link" href="/ich">
          Welche Mails sofort kommen
        </a>
      }
    >
      {liste.fehler ? (
        <Fehleranzeige fehler={liste.fehler} erneut={liste.neu} />
      ) : !liste.eintraege ? (
        <Laedt was="Liste der Nachrichten" hoehe={48} />
      ) : liste.eintraege.length === 0 ? (
        <Leer titel="Noch keine Nachrichten" symbol="mail">
          <p>
            Sobald eine Vorlage auf Sie wartet oder ein Ergebnis vorliegt, steht es hier und in Ihrer Mail.
          </p>
        </Leer>
      ) : (
        <>
          {neue > 0 && (
            <p role="status">
              {neue === 1 ? 'Eine Nachricht ist neu' : `${neue} Nachrichten sind neu`} seit Ihrem letzten
              Besuch.
            </p>
          )}
          {nachTagen(liste.eintraege, heute()).map((t) => (
            <section key={t.tag} class="gw-nachrichten" aria-labelledby={`tag-${t.tag}`}>
              <h2 class="kern-heading-small" id={`tag-${t.tag}`}>
                {t.name}
              </h2>
              <ul>
                {t.eintraege.map((e) => (
                  <Zeile key={`${e.zeit} ${e.anlass} ${e.vorlage}`} e={e} neu={istNeu(e)} />
                ))}
              </ul>
            </section>
          ))}
          {liste.mehr && (
            <div class="gw-knoepfe">
              <Knopf art="secondary" onClick={liste.ladeMehr} laeuft={liste.laedt}>
                Ältere Nachrichten laden
              </Knopf>
            </div>
          )}
        </>
      )}
    </Seite>
  );
}

function Zeile({ e, neu }: { readonly e: Nachrichteneintrag; readonly neu: boolean }) {
  const ziel = e.vorlage === null ? '/betrieb' : `/vorlagen/${e.vorlage}`;
  return (
    <li data-zeile data-neu={neu}>
      <p class="gw-nachrichten__titel">
        <a class="kern-link" data-haupt href={ziel}>
          {nachrichtentitel(e)}
        </a>
        {neu && <Marke ton="info">Neu</Marke>}
      </p>
      <p>{nachrichtensatz(e)}</p>
      {e.grund && <p class="gw-nachrichten__grund">Begründung: „{e.grund}“</p>}
      <p class="gw-leise">
        {uhrzeit(e.zeit)} Uhr,{' '}
        {e.zustellung === 'sofort' ? 'als Mail sofort' : 'mit der täglichen Sammelpost'}
      </p>
    </li>
  );
}
