import { ergebnisInWorten } from '../../../../domain/ergebnis/in-worten.ts';
import { darf } from '../../../../domain/rollen/darf.ts';
import { gegenstandVon } from '../../../../domain/rollen/gegenstand.ts';
import { beratungNr } from '../../../../domain/vorlage/stand.ts';
import { ich } from '../../../app/ich.ts';
import { mitAbfrage } from '../../../app/ort.ts';
import { Knopf } from '../../../bausteine/Knopf.tsx';
import { Marke, type Markenangaben, Nichtoeffentlich } from '../../../bausteine/Marke.tsx';
import { zeitpunkt } from '../../../format/datum.ts';
import { gremiumsname } from '../../../format/stelle.ts';
import { gross } from '../gross.ts';
import type { Freigabezeile, Zeilenlage } from './beurteilung.ts';
import { Zustellungen } from './Zustellungen.tsx';

const lagen: Readonly<Record<Zeilenlage, { readonly name: string; readonly ton: Markenangaben['ton'] }>> = {
  laedt: { name: 'wird geladen', ton: 'neutral' },
  ohneErgebnis: { name: 'ohne Ergebnis', ton: 'neutral' },
  nichtGesendet: { name: 'nur auf diesem Gerät', ton: 'warning' },
  widerspruch: { name: 'Widerspruch', ton: 'danger' },
  zuBestaetigen: { name: 'zu bestätigen', ton: 'warning' },
  bereit: { name: 'bereit', ton: 'info' },
  freigegeben: { name: 'freigegeben', ton: 'success' },
};

/** Every TOP with its outcome: what may be released, and what became of what was. */
export function Freigabeliste({
  zeilen,
  gibFrei,
}: {
  readonly zeilen: readonly Freigabezeile[];
  /** Null while nothing can be released. */
  readonly gibFrei: ((z: Freigabezeile) => unknown) | null;
}) {
  return (
    <ol class="gw-freigabeliste">
      {zeilen.map((z) => (
        <Zeile key={z.punkt.top} z={z} gibFrei={gibFrei} />
      ))}
    </ol>
  );
}

function Zeile({
  z,
  gibFrei,
}: {
  readonly z: Freigabezeile;
  readonly gibFrei: ((z: Freigabezeile) => unknown) | null;
}) {
  const { punkt, antwort, lage } = z;
  const beratung = antwort && beratungNr(antwort.vorlage, punkt.beratung);
  const wer = ich.lies();
  const darfBerichtigen =
    wer !== null &&
    antwort !== null &&
    darf(wer, 'ergebnis.berichtigen', gegenstandVon(antwort.vorlage, punkt.beratung)).erlaubt;
  const { name, ton } = lagen[lage];
  return (
    <li class="gw-freigabezeile" data-zeile>
      <div class="gw-freigabezeile__kopf">
        <h3 class="kern-heading-small">
          {punkt.top}: {punkt.betreff}
        </h3>
        <Marke ton={ton}>{name}</Marke>
        {!punkt.oeffentlich && <Nichtoeffentlich />}
      </div>
      {beratung?.ergebnis && (
        <p class="gw-freigabezeile__worte">
          {gross(ergebnisInWorten(beratung.ergebnis, { gremium: gremiumsname }))}
        </p>
      )}
      {beratung?.freigegeben && antwort && (
        <p class="gw-leise">
          Freigegeben am {zeitpunkt(beratung.freigegeben.zeit)} von{' '}
          {antwort.namen[beratung.freigegeben.person] ?? 'unbekannt'}
        </p>
      )}
      <div class="gw-knoepfe">
        {lage === 'bereit' && gibFrei && (
          <Knopf art="secondary" name={`${punkt.top} freigeben`} onClick={() => gibFrei(z)}>
            Freigeben
          </Knopf>
        )}
        <a class="kern-link" href={`/vorlagen/${punkt.vorlage}`}>
          Vorlage {punkt.nummer ?? 'ohne Nummer'} {lage === 'freigegeben' && 'mit ihren Papieren'}
        </a>
        {lage === 'freigegeben' && darfBerichtigen && (
          <a class="kern-link" href={mitAbfrage({ berichtigen: punkt.top })}>
            {punkt.top} berichtigen
          </a>
        )}
      </div>
      {lage === 'freigegeben' && <Zustellungen vorlage={punkt.vorlage} top={punkt.top} />}
    </li>
  );
}
