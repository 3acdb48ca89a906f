import { Knopf } from '../../bausteine/Knopf.tsx';
import { Zeichen } from '../../bausteine/Zeichen.tsx';
import { groesse } from '../../format/groesse.ts';
import type { Datei } from './ablage.ts';
import { schritteVon, type Uploadstand } from './pruefstand.ts';

const zeichen = { offen: 'more-vert', laeuft: 'autorenew', gut: 'success', schlecht: 'danger' } as const;
const worte = {
  offen: 'steht noch aus',
  laeuft: 'läuft',
  gut: 'erledigt',
  schlecht: 'nicht gelungen',
} as const;

/** One file on its way: sent, checked, result. */
export function Uploadanzeige({
  datei,
  stand,
  onErneut,
  onAbbruch,
}: {
  readonly datei: Datei;
  readonly stand: Uploadstand;
  readonly onErneut: () => void;
  readonly onAbbruch: () => void;
}) {
  const prozent = stand.art === 'sendet' ? Math.floor((stand.gesendet / Math.max(1, stand.gesamt)) * 100) : 0;
  return (
    <div class="gw-datei">
      <p class="gw-datei__name gw-text">
        <strong>{datei.dateiname}</strong> <span class="gw-leise">{groesse(datei.groesse)}</span>
      </p>
      <ol class="gw-datei__schritte">
        {schritteVon(stand).map((s) => (
          <li key={s.name} class={`gw-datei__schritt--${s.zustand}`}>
            <Zeichen name={zeichen[s.zustand]} />
            {s.name}
            <span class="kern-sr-only">: {worte[s.zustand]}</span>
          </li>
        ))}
      </ol>
      {stand.art === 'sendet' && (
        <div class="gw-datei__lauf">
          <progress
            class="gw-balken"
            max={100}
            value={prozent}
            aria-label={`${datei.dateiname} wird gesendet`}
          />
          <span class="gw-zahl">{prozent} %</span>
          <Knopf art="tertiary" name={`Hochladen von ${datei.dateiname} abbrechen`} onClick={onAbbruch}>
            Abbrechen
          </Knopf>
        </div>
      )}
      {stand.art === 'unterbrochen' && (
        <div class="gw-datei__lauf" role="alert">
          <p>{stand.satz}</p>
          {stand.wiederholbar && (
            <Knopf art="secondary" name={`${datei.dateiname} noch einmal senden`} onClick={onErneut}>
              Noch einmal senden
            </Knopf>
          )}
        </div>
      )}
      {stand.art === 'beimServer' && stand.lange && (
        <p>Die Prüfung dauert länger als sonst. Sie können inzwischen weiterarbeiten.</p>
      )}
    </div>
  );
}
