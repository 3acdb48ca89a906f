import { hatRolle, ich } from '../../app/ich.ts';
import { nutzeSpeicher } from '../../app/speicher.ts';
import { Marke } from '../../bausteine/Marke.tsx';
import { heute, uhrzeit, wochentag } from '../../format/datum.ts';
import { type Kalendersitzung, planFuer } from './plan.ts';

/** One Sitzung: when, where, what still fits, and the days counted back. */
export function Sitzungskarte({ sitzung }: { readonly sitzung: Kalendersitzung }) {
  const wer = nutzeSpeicher(ich);
  const plan = planFuer(sitzung, heute());
  const darfHinein =
    hatRolle(wer, 'Revision') || (wer?.stellen.some((s) => s.bereich === sitzung.gremium) ?? false);
  const titel = `${sitzung.gremiumName}, ${wochentag(sitzung.beginn)}`;
  return (
    <article class="gw-karte">
      <h3 class="kern-heading-small">
        {darfHinein ? (
          <a class="kern-link" href={`/sitzungen/${sitzung.sitzung}`}>
            {titel}
          </a>
        ) : (
          titel
        )}
      </h3>
      <p>
        {uhrzeit(sitzung.beginn)} Uhr, {sitzung.ort}
      </p>
      <p>
        <Marke ton={plan.ton}>{plan.satz}</Marke>
      </p>
      <details>
        <summary>Fristen dieser Sitzung</summary>
        <dl class="gw-termine">
          {plan.termine.map((t) => (
            <div key={t.name}>
              <dt>{t.name}</dt>
              <dd>
                bis {wochentag(t.bis)}
                {t.vorbei && <span class="gw-leise"> (vorbei)</span>}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </article>
  );
}
