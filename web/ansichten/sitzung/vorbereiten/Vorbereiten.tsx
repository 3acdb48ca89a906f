import './vorbereiten.css';
import { useEffect, useState } from 'preact/hooks';
import { darf } from '../../../../domain/rollen/darf.ts';
import { satzZu } from '../../../api/fehler.ts';
import { sende } from '../../../api/klient.ts';
import { sage } from '../../../app/ansage.ts';
import { ich } from '../../../app/ich.ts';
import { nutzeSpeicher } from '../../../app/speicher.ts';
import { Knopf } from '../../../bausteine/Knopf.tsx';
import { Leer } from '../../../bausteine/Leer.tsx';
import { Meldung } from '../../../bausteine/Meldung.tsx';
import { heute, tagVon, wochentag } from '../../../format/datum.ts';
import { planFuer } from '../../kalender/plan.ts';
import type { Phasenangaben, Sitzungsdaten, Tagesordnungspunkt } from '../typen.ts';
import { Entfernen } from './Entfernen.tsx';
import { nutzeMitgehen, nutzeRueckfall } from './fokus.ts';
import { nummeriere, verschiebe, wechsleTeil } from './ordnen.ts';
import { Pool } from './Pool.tsx';
import { Teil } from './Teil.tsx';
import { punktname } from './Zeile.tsx';

/** The agenda before the Sitzung: what is ready comes onto it, gets its order and its part. */
export default function Vorbereiten({ sitzung, neu }: Phasenangaben) {
  const wer = nutzeSpeicher(ich);
  const [tops, setzeTops] = useState<readonly Tagesordnungspunkt[]>(sitzung.tops);
  const [fehler, setzeFehler] = useState<string | null>(null);
  const [entfernt, setzeEntfernt] = useState<Tagesordnungspunkt | null>(null);
  // A newer agenda from the server replaces what was moved: it was decided on another one.
  useEffect(() => setzeTops(sitzung.tops), [sitzung.version, sitzung.tops.length]);

  const begonnen = sitzung.beginn <= new Date().toISOString();
  const darfSetzen =
    wer !== null &&
    darf(wer, 'tagesordnung.setzen', { beratungsgremium: sitzung.gremium, phase: 'beratung' }).erlaubt;
  const darfPool = wer !== null && darf(wer, 'pool.lesen', { gremien: [sitzung.gremium] }).erlaubt;
  const aendert = darfSetzen && !begonnen;
  const geaendert = istGeaendert(tops, sitzung.tops);

  nutzeRueckfall();
  const geheMit = nutzeMitgehen(tops);
  const ordne = (punkt: Tagesordnungspunkt | undefined, neue: readonly Tagesordnungspunkt[]) => {
    if (!punkt || neue === tops) return;
    const name = punktname(punkt);
    geheMit(name);
    setzeTops(neue);
    sage(`${punkt.betreff} ist jetzt ${neue.find((t) => punktname(t) === name)?.top}.`);
  };
  const speichere = async () => {
    try {
      await sende('POST', `/sitzungen/${sitzung.id}/ordnung`, {
        koerper: {
          tops: tops.map(({ vorlage, beratung, top, oeffentlich }) => ({
            vorlage,
            beratung,
            top,
            oeffentlich,
          })),
        },
        version: sitzung.version,
      });
      setzeFehler(null);
      sage('Die Reihenfolge ist gespeichert.');
      neu();
    } catch (f) {
      setzeFehler(satzZu(f));
    }
  };

  const teile = [
    { titel: 'Öffentlicher Teil', oeffentlich: true },
    { titel: 'Nichtöffentlicher Teil', oeffentlich: false },
  ];
  return (
    <div class="gw-stapel">
      <Fristhinweis sitzung={sitzung} begonnen={begonnen} bereitetVor={darfSetzen} />
      {fehler && (
        <Meldung art="danger" titel="Die Reihenfolge ist nicht gespeichert" sprich>
          <p>{fehler}</p>
          <Knopf art="secondary" onClick={neu}>
            Tagesordnung neu laden
          </Knopf>
        </Meldung>
      )}
      <div class={aendert && darfPool ? 'gw-zweispaltig' : 'gw-stapel'}>
        <div class="gw-stapel">
          {tops.length === 0 && (
            <Leer titel="Auf der Tagesordnung steht noch nichts." symbol="checklist">
              {aendert && <p>Setzen Sie sitzungsreife Vorlagen aus der Liste auf die Tagesordnung.</p>}
            </Leer>
          )}
          {teile.map(({ titel, oeffentlich }) => (
            <Teil
              key={titel}
              titel={titel}
              punkte={tops
                .map((punkt, stelle) => ({ punkt, stelle }))
                .filter((p) => p.punkt.oeffentlich === oeffentlich)}
              {...(aendert
                ? {
                    aendern: {
                      bewege: (von, nach) => ordne(tops[von], verschiebe(tops, von, nach)),
                      wechsle: (stelle) => ordne(tops[stelle], wechsleTeil(tops, stelle)),
                      entferne: setzeEntfernt,
                      nummeriere: (ab) => {
                        setzeTops(nummeriere(tops, oeffentlich, ab));
                        sage(`${titel}: neu nummeriert ab ${ab}.`);
                      },
                    },
                  }
                : {})}
            />
          ))}
          {aendert && geaendert && (
            <div class="gw-knoepfe gw-speicherleiste">
              <p>Die neue Reihenfolge ist noch nicht gespeichert.</p>
              <Knopf onClick={speichere}>Reihenfolge speichern</Knopf>
              <Knopf art="secondary" onClick={() => setzeTops(sitzung.tops)}>
                Verwerfen
              </Knopf>
            </div>
          )}
          {tops.length > 0 && (
            <div class="gw-knoepfe">
              <Knopf art="tertiary" onClick={() => print()}>
                Tagesordnung drucken
              </Knopf>
            </div>
          )}
        </div>
        {aendert && darfPool && <Pool sitzung={sitzung} tops={tops} gesperrt={geaendert} onGesetzt={neu} />}
      </div>
      {entfernt && (
        <Entfernen sitzung={sitzung} punkt={entfernt} onZu={() => setzeEntfernt(null)} onEntfernt={neu} />
      )}
    </div>
  );
}

function istGeaendert(a: readonly Tagesordnungspunkt[], b: readonly Tagesordnungspunkt[]): boolean {
  const bild = (tops: readonly Tagesordnungspunkt[]) =>
    tops.map((t) => `${punktname(t)}=${t.top}${t.oeffentlich}`).join();
  return bild(a) !== bild(b);
}

/** Until when what goes out, and what a later item means. */
function Fristhinweis({
  sitzung,
  begonnen,
  bereitetVor,
}: {
  readonly sitzung: Sitzungsdaten;
  readonly begonnen: boolean;
  /** Others read the agenda; what is to be done is no news for them. */
  readonly bereitetVor: boolean;
}) {
  if (begonnen) {
    const vorbei = tagVon(sitzung.beginn) < heute();
    return (
      <Meldung art="info" titel={vorbei ? 'Die Sitzung hat stattgefunden' : 'Die Sitzung hat begonnen'}>
        <p>
          Die Tagesordnung steht fest.
          {bereitetVor && ' Was nicht behandelt wurde, halten Sie als Ergebnis fest.'}
        </p>
      </Meldung>
    );
  }
  const einladung = planFuer(sitzung, heute()).termine.at(-1);
  if (!einladung || !bereitetVor) return null;
  return einladung.vorbei ? (
    <Meldung art="warning" titel="Die Einladung musste schon verschickt sein">
      <p>
        Letzter Tag war {wochentag(einladung.bis)}. Was jetzt noch dazukommt, ist ein Nachtrag und nur bei
        Dringlichkeit zulässig (§ 34 Abs. 3 und 7 GemO).
      </p>
    </Meldung>
  ) : (
    <p>
      Die Einladung muss spätestens am <strong>{wochentag(einladung.bis)}</strong> verschickt sein (§ 34 Abs.
      3 GemO).
    </p>
  );
}
