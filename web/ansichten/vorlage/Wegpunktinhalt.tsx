import type { Akteur } from '../../../domain/rollen/stelle.ts';
import { Frist } from '../../bausteine/Frist.tsx';
import { tag, tageZwischen, tagVon, zeitpunkt } from '../../format/datum.ts';
import { Beratungsangaben } from './Beratungsangaben.tsx';
import type { Wegpunkt, Zusatz } from './wegpunkt.ts';

/** What is to be said at a point of the way. */
export function Wegpunktinhalt({ p, akteur }: { readonly p: Wegpunkt; readonly akteur: Akteur }) {
  return (
    <>
      {p.beratung && <Beratungsangaben beratung={p.beratung} plan={p.plan} akteur={akteur} />}
      {p.ausgang && (
        <p>
          <strong>{p.ausgang}</strong>
        </p>
      )}
      {!p.beratung && <Zeitraum p={p} />}
      {p.zusatz && <Zitat zusatz={p.zusatz} />}
      {p.frist && p.lage === 'jetzt' && !p.beratung?.sitzung && (
        <p class="gw-vorlage__frist">
          Frist: <Frist tag={p.frist} />
        </p>
      )}
      {p.spaetestens && <p class="gw-leise">Für die geplante Sitzung spätestens am {tag(p.spaetestens)}.</p>}
      {p.daneben.map((d) => (
        <div key={d.zeit} class="gw-daneben">
          <p>{d.satz}</p>
          <p class="gw-leise">
            {d.wer}, {zeitpunkt(d.zeit)}
          </p>
          {d.zusatz && <Zitat zusatz={d.zusatz} />}
        </div>
      ))}
    </>
  );
}

function Zeitraum({ p }: { readonly p: Wegpunkt }) {
  if (!p.von) return null;
  if (!p.bis) return <p class="gw-leise">Seit {tag(p.von)}</p>;
  const punkt = p.von === p.bis;
  return (
    <p class="gw-leise">
      {p.wer && <>{p.wer}, </>}
      {zeitpunkt(p.bis)}
      {!punkt && <> ({dauer(p.von, p.bis)})</>}
    </p>
  );
}

/** "nach 3 Tagen" */
function dauer(von: string, bis: string): string {
  const tage = tageZwischen(tagVon(von), tagVon(bis));
  if (tage === 0) return 'am selben Tag';
  return tage === 1 ? 'nach einem Tag' : `nach ${tage} Tagen`;
}

function Zitat({ zusatz }: { readonly zusatz: Zusatz }) {
  return (
    <p class="gw-zitat">
      <span class="gw-leise">{zusatz.name}:</span> „{zusatz.text}“
    </p>
  );
}
