import { geheZurAnmeldung } from '../../anmeldung/ablauf.ts';
import { ich } from '../../app/ich.ts';
import { nutzeSpeicher } from '../../app/speicher.ts';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { schritte } from './schritte.ts';

/** The whole way in a few steps, each as the person who does it. */
export default function Rundgang() {
  const wer = nutzeSpeicher(ich);
  return (
    <Seite titel="Rundgang durch die Musterstadt">
      <p>
        Eine Vorlage geht vom Sozialamt über das Dezernat in den Sozialausschuss, und das Ergebnis kommt
        zurück. Jeder Schritt gehört einer Person. Wechseln Sie zu ihr und tun Sie, was dort steht; was Sie
        ändern, bleibt in Ihrer Musterstadt.
      </p>
      <ol class="gw-rundgang">
        {schritte.map((s) => (
          <li key={s.titel}>
            <h2 class="kern-heading-small">{s.titel}</h2>
            <p>{s.text}</p>
            <div class="gw-knoepfe">
              {wer?.person === s.person ? (
                <a class="kern-btn kern-btn--primary" href={s.ziel}>
                  <span class="kern-label">{s.zielname}</span>
                </a>
              ) : (
                <Knopf art="secondary" onClick={() => geheZurAnmeldung(s.ziel, s.person)}>
                  Als {s.name} anmelden
                </Knopf>
              )}
            </div>
          </li>
        ))}
      </ol>
      <p>
        Alle E-Mails, die dabei verschickt werden, liegen im{' '}
        <a class="kern-link" href="/_postfach">
          Postfach der Musterstadt
        </a>
        .
      </p>
    </Seite>
  );
}
