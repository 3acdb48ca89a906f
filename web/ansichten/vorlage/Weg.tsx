import { freigabewege } from '../../../domain/freigabeweg/freigabewege.ts';
import type { Akteur } from '../../../domain/rollen/stelle.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { einstellungen } from '../../api/einstellungen.ts';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { Zeitleiste } from '../../bausteine/Zeitleiste.tsx';
import { heute, tag } from '../../format/datum.ts';
import type { Namen } from '../../format/ereignis.ts';
import type { Verlaufseintrag } from './daten.ts';
import { Wegpunktinhalt } from './Wegpunktinhalt.tsx';
import { verpassterTag, wegVon } from './weg.ts';

/** Freigabeweg and Gremienweg as one timeline. */
export function Weg({
  stand,
  verlauf,
  namen,
  akteur,
}: {
  readonly stand: Vorlagenstand;
  readonly verlauf: readonly Verlaufseintrag[] | null;
  readonly namen: Namen;
  readonly akteur: Akteur;
}) {
  const freigabeweg = freigabewege[stand.art];
  if (!freigabeweg) return null;
  const angaben = { stand, verlauf, namen, freigabeweg, vorlauf: einstellungen().vorlauf };
  const verpasst = verlauf && verpassterTag(angaben, heute());
  return (
    <>
      {verpasst && (
        <Meldung art="warning" titel={`Die Sitzung am ${tag(verpasst)} ist gefährdet`}>
          <p>
            Nach den Fristen kann die Vorlage sie nicht mehr erreichen. Bitte beschleunigen Sie, oder planen
            Sie im Gremienweg einen späteren Tag.
          </p>
        </Meldung>
      )}
      <Zeitleiste
        name="Weg der Vorlage"
        punkte={wegVon(angaben).map((p) => ({
          schluessel: p.schluessel,
          lage: p.lage,
          ton: p.ton,
          titel: p.titel,
          inhalt: <Wegpunktinhalt p={p} akteur={akteur} />,
        }))}
      />
    </>
  );
}
