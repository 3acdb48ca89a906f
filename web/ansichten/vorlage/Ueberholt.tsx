import { satzZu } from '../../api/fehler.ts';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { zeitpunkt } from '../../format/datum.ts';
import { ereignisInWorten, type Namen } from '../../format/ereignis.ts';
import type { Verlaufseintrag } from './daten.ts';
import type { Misserfolg } from './handlung.ts';

/** Why an act was not carried out; with a conflict who did what meanwhile, and what was typed. */
export function Ueberholt({
  misserfolg: m,
  verlauf,
  namen,
}: {
  readonly misserfolg: Misserfolg;
  readonly verlauf: readonly Verlaufseintrag[] | null;
  readonly namen: Namen;
}) {
  if (!m.ueberholt) {
    return (
      <Meldung art="danger" titel="Das wurde nicht ausgeführt" sprich>
        <p>{satzZu(m.fehler)}</p>
      </Meldung>
    );
  }
  const wer = m.ueberholer;
  const geschehen = wer && verlauf?.find((e) => e.nr === wer.nr);
  return (
    <Meldung art="warning" titel="Jemand war schneller" sprich>
      <p>
        {wer && geschehen
          ? `${namen.person(wer.person)}, ${zeitpunkt(wer.zeit)}: ${ereignisInWorten(geschehen.art, geschehen.daten, namen)}`
          : satzZu(m.fehler)}
      </p>
      <p>Ihre Entscheidung wurde nicht gespeichert. Sie sehen jetzt den neuen Stand; bitte prüfen Sie ihn.</p>
      {m.text.trim() !== '' && (
        <>
          <p>Das hatten Sie geschrieben:</p>
          <p class="gw-zitat">{m.text}</p>
        </>
      )}
    </Meldung>
  );
}
