import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Ergebnis } from '../../../../domain/ergebnis/schema.ts';
import { beratungNr } from '../../../../domain/vorlage/stand.ts';
import { ApiFehler, satzZu } from '../../../api/fehler.ts';
import { sende } from '../../../api/klient.ts';
import { nutzeDa } from '../../../app/nutzeDa.ts';
import { gehe, mitAbfrage } from '../../../app/ort.ts';
import { nachFenster } from '../../../app/rueckholen.ts';
import { Fehlersumme, type Feldfehler } from '../../../bausteine/Fehlersumme.tsx';
import { Kaestchen, Textbereich } from '../../../bausteine/Feld.tsx';
import { Knopf } from '../../../bausteine/Knopf.tsx';
import { Meldung } from '../../../bausteine/Meldung.tsx';
import { absichtsschluessel, vergissAbsicht } from '../../../speicher/absicht.ts';
import { nutzeGemerktes } from '../../../speicher/gemerkt.ts';
import { gleich } from '../../../speicher/postausgang.ts';
import { Ergebnisform } from '../durchfuehren/Ergebnisform.tsx';
import { Inhalt } from '../durchfuehren/Inhalt.tsx';
import { Urteilsspalte } from '../durchfuehren/Urteilsspalte.tsx';
import type { Termine } from '../termine.ts';
import type { Sitzungsdaten, Tagesordnungspunkt, Vorlagenantwort } from '../typen.ts';
import { urteile } from '../urteil.ts';
import { befundname } from './beurteilung.ts';
import '../durchfuehren/durchfuehren.css';

interface Entwurf {
  readonly ergebnis: Ergebnis;
  readonly begruendung: string;
  readonly bestaetigt: readonly string[];
}

/** Correcting a released outcome: the form as it was released, a reason, old and new beside each other. */
export function Berichtigung({
  sitzung,
  punkt,
  antwort,
  termine,
  fertig,
}: {
  readonly sitzung: Sitzungsdaten;
  readonly punkt: Tagesordnungspunkt;
  readonly antwort: Vorlagenantwort;
  readonly termine: Termine;
  readonly fertig: () => void;
}) {
  const bisher = beratungNr(antwort.vorlage, punkt.beratung)?.ergebnis ?? null;
  const name = `berichtigung:${punkt.vorlage}#${punkt.beratung}`;
  const [entwurf, setze, vergiss] = nutzeGemerktes<Entwurf | null>(
    name,
    bisher && { ergebnis: bisher, begruendung: '', bestaetigt: [] },
  );
  const [felder, setzeFelder] = useState<readonly Feldfehler[]>([]);
  const [fehler, setzeFehler] = useState<string | null>(null);
  const urteil = useMemo(
    () => entwurf && urteile(antwort.vorlage, punkt.beratung, entwurf.ergebnis, new Date().toISOString()),
    [antwort.vorlage, punkt.beratung, entwurf?.ergebnis],
  );
  const da = nutzeDa();
  const ueberschrift = useRef<HTMLHeadingElement>(null);
  // The link that led here is gone.
  useEffect(() => ueberschrift.current?.focus(), []);
  const zurueck = mitAbfrage({ berichtigen: null });
  if (!bisher || !entwurf || !urteil) return null;
  const bestaetigt = new Set(entwurf.bestaetigt);

  const berichtige = async () => {
    const maengel = [
      ...(gleich(bisher, entwurf.ergebnis)
        ? [{ feld: 'verbleib', satz: 'Es ist nichts geändert. Bitte berichtigen Sie zuerst das Ergebnis.' }]
        : []),
      ...(entwurf.begruendung.trim() === ''
        ? [{ feld: 'begruendung', satz: 'Bitte begründen Sie die Berichtigung.' }]
        : []),
      ...(urteil.widersprueche.length > 0
        ? [
            {
              feld: 'verbleib',
              satz: `Bitte klären Sie zuerst: ${urteil.widersprueche.map((w) => w.satz).join(' ')}`,
            },
          ]
        : []),
      ...urteil.warnungen
        .filter((w) => !bestaetigt.has(befundname(punkt, w)))
        .map((w) => ({ feld: `bestaetigt.${w.zeile}`, satz: `Bitte bestätigen Sie: ${w.satz}` })),
    ];
    setzeFelder(maengel);
    setzeFehler(null);
    if (maengel.length > 0) return;
    const koerper = {
      ergebnis: entwurf.ergebnis,
      begruendung: entwurf.begruendung,
      bestaetigt: [...new Set(urteil.warnungen.map((w) => w.zeile))],
    };
    try {
      const getan = await nachFenster(`Das Ergebnis zu ${punkt.top} wird berichtigt`, (ueberlebt) =>
        sende('POST', `/vorlagen/${punkt.vorlage}/beratungen/${punkt.beratung}/berichtigung`, {
          koerper,
          version: antwort.version,
          schluessel: absichtsschluessel(name, { koerper, version: antwort.version }),
          ueberlebt,
        }),
      );
      if (!getan) return;
      vergiss();
      vergissAbsicht(name);
      fertig();
      if (da.current) gehe(zurueck);
    } catch (f) {
      setzeFehler(satzZu(f));
      // What was typed stays; the newest state stands beside it.
      if (f instanceof ApiFehler && f.status === 409) fertig();
    }
  };

  return (
    <section class="gw-stapel" aria-labelledby="berichtigung-titel">
      <p>
        <a class="kern-link" href={zurueck}>
          Zurück zu allen Ergebnissen
        </a>
      </p>
      <h2 class="kern-heading-medium gw-sprungziel" id="berichtigung-titel" tabIndex={-1} ref={ueberschrift}>
        {punkt.top} berichtigen: {antwort.vorlage.betreff}
      </h2>
      <Fehlersumme fehler={felder} />
      {fehler && (
        <Meldung art="danger" titel="Nicht berichtigt" sprich>
          <p>{fehler}</p>
        </Meldung>
      )}
      <div class="gw-gegenueber">
        <section class="gw-gegenueber__seite">
          <h3 class="kern-heading-small">Freigegeben</h3>
          <Inhalt ergebnis={bisher} />
        </section>
        <section class="gw-gegenueber__seite">
          <h3 class="kern-heading-small">Berichtigt</h3>
          {gleich(bisher, entwurf.ergebnis) ? (
            <p>Noch unverändert</p>
          ) : (
            <Inhalt ergebnis={entwurf.ergebnis} />
          )}
        </section>
      </div>
      <div class="gw-erfassen">
        <div class="gw-stapel">
          <Ergebnisform
            ergebnis={entwurf.ergebnis}
            setze={(ergebnis) => setze({ ...entwurf, ergebnis })}
            gremium={sitzung.gremium}
            sitzung={sitzung.id}
            nichtoeffentlich={!punkt.oeffentlich}
            termine={termine}
          />
          <Textbereich
            name="begruendung"
            label="Warum berichtigt wird"
            wert={entwurf.begruendung}
            onWert={(begruendung) => setze({ ...entwurf, begruendung })}
            hoechstlaenge={5_000}
            fehler={felder.find((f) => f.feld === 'begruendung')?.satz}
          />
          {urteil.warnungen.length > 0 && (
            <fieldset class="gw-abstimmung">
              <legend class="kern-heading-small">Zu bestätigen</legend>
              {urteil.warnungen.map((w) => {
                const befund = befundname(punkt, w);
                return (
                  <Kaestchen
                    key={befund}
                    name={`bestaetigt.${w.zeile}`}
                    label={w.satz}
                    an={bestaetigt.has(befund)}
                    onWert={(an) =>
                      setze({
                        ...entwurf,
                        bestaetigt: an
                          ? [...entwurf.bestaetigt, befund]
                          : entwurf.bestaetigt.filter((b) => b !== befund),
                      })
                    }
                  />
                );
              })}
            </fieldset>
          )}
          <div class="gw-knoepfe">
            <Knopf onClick={berichtige}>Berichtigung festhalten</Knopf>
            <Knopf
              art="secondary"
              onClick={() => {
                vergiss();
                gehe(zurueck);
              }}
            >
              Verwerfen
            </Knopf>
          </div>
        </div>
        <Urteilsspalte
          ergebnis={entwurf.ergebnis}
          urteil={urteil}
          uebernimm={(ergebnis) => setze({ ...entwurf, ergebnis })}
          berichtigung
        />
      </div>
    </section>
  );
}
