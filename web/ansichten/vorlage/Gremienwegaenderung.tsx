import { useState } from 'preact/hooks';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { nutzeAbfrage } from '../../app/abfrage.ts';
import { nutzeDa } from '../../app/nutzeDa.ts';
import { setzeAbfrage } from '../../app/ort.ts';
import type { Beratungsangabe, Sitzungstermin } from '../../bausteine/beratungsangabe.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Fehlersumme, type Feldfehler } from '../../bausteine/Fehlersumme.tsx';
import { Textbereich } from '../../bausteine/Feld.tsx';
import { Gremienwegbau } from '../../bausteine/Gremienwegbau.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { heute, tagVon } from '../../format/datum.ts';
import { nutzeGemerktes } from '../../speicher/gemerkt.ts';
import { alsAngabe, alsBefehl } from './gremienwegaenderung.ts';
import type { Handlung } from './handlung.ts';

interface Wegform {
  readonly weg: readonly Beratungsangabe[];
  readonly begruendung: string;
}

const halbesJahr = 180 * 86_400_000;

/** Changes the open Beratungen, with the reason; what is released or on an agenda stays. */
export function Gremienwegaenderung({
  stand,
  handlung,
}: {
  readonly stand: Vorlagenstand;
  readonly handlung: Handlung;
}) {
  const bis = tagVon(new Date(Date.now() + halbesJahr));
  const gremien = nutzeAbfrage<{ eintraege: readonly { id: string; name: string }[] }>('/gremien');
  const termine = nutzeAbfrage<{ eintraege: readonly Sitzungstermin[] }>(
    `/kalender?von=${heute()}&bis=${bis}`,
  );
  const anfang: Wegform = {
    weg: stand.gremienweg.filter((b) => b.freigegeben === null).map(alsAngabe),
    begruendung: '',
  };
  // What was typed belongs to the version that was seen: another one begins anew.
  const [form, setze, vergiss] = nutzeGemerktes(`vorlage:${stand.id}:${stand.nr}:gremienweg`, anfang);
  const [fehler, setzeFehler] = useState<readonly Feldfehler[]>([]);
  const da = nutzeDa();
  const zu = () => setzeAbfrage({ tun: null });
  const aendere = async () => {
    const maengel = maengelVon(form.weg, form.begruendung);
    setzeFehler(maengel);
    const beratungen = alsBefehl(form.weg);
    if (maengel.length > 0 || !beratungen) return;
    const getan = await handlung.tue({
      methode: 'PUT',
      pfad: '/gremienweg',
      koerper: { beratungen, begruendung: form.begruendung },
      satz: `Der Gremienweg von ${stand.nummer} wird geändert`,
      danach: 'Der Gremienweg ist geändert.',
      text: form.begruendung,
    });
    if (!getan) return;
    vergiss();
    if (da.current) zu();
  };
  const satz = (feld: string) => fehler.find((f) => f.feld === feld)?.satz;
  return (
    <section class="gw-kasten" aria-labelledby="gremienwegaenderung">
      <h2 class="kern-heading-medium" id="gremienwegaenderung">
        Gremienweg ändern
      </h2>
      <p>
        Hier stehen die Beratungen, deren Ergebnis noch nicht freigegeben ist. Was auf einer Tagesordnung
        steht, ändert der Sitzungsdienst in der Sitzung.
      </p>
      <Fehlersumme fehler={fehler} />
      {gremien.fehler && !gremien.daten ? (
        <Fehleranzeige fehler={gremien.fehler} erneut={gremien.neu} />
      ) : !gremien.daten || (!termine.daten && !termine.fehler) ? (
        <Laedt was="Liste der Gremien" hoehe={32} />
      ) : (
        <Gremienwegbau
          weg={form.weg}
          onWeg={(weg) => setze({ ...form, weg })}
          gremien={gremien.daten.eintraege}
          termine={termine.daten?.eintraege ?? null}
          fehler={satz}
        />
      )}
      <Textbereich
        name="begruendung"
        label="Begründung"
        hinweis="Sie steht im Verlauf der Vorlage."
        wert={form.begruendung}
        onWert={(begruendung) => setze({ ...form, begruendung })}
        hoechstlaenge={5_000}
        zeilen={3}
        fehler={satz('begruendung')}
      />
      <div class="gw-knoepfe">
        <Knopf onClick={aendere} laeuft={handlung.laeuft}>
          Gremienweg ändern
        </Knopf>
        <Knopf art="tertiary" onClick={zu} laeuft={handlung.laeuft}>
          Abbrechen
        </Knopf>
      </div>
    </section>
  );
}

function maengelVon(weg: readonly Beratungsangabe[], begruendung: string): Feldfehler[] {
  const ohne = weg.flatMap((b, i) =>
    b.gremium === ''
      ? [{ feld: `gremienweg.${i}.gremium`, satz: `Bitte wählen Sie das Gremium der ${i + 1}. Beratung.` }]
      : [],
  );
  const grund =
    begruendung.trim() === ''
      ? [{ feld: 'begruendung', satz: 'Bitte begründen Sie die Änderung des Gremienwegs.' }]
      : [];
  return [...ohne, ...grund];
}
