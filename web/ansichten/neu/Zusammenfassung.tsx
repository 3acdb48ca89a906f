import { tagVon, wochentag } from '../../format/datum.ts';
import { amtsname, gremiumsname } from '../../format/stelle.ts';
import { titelImPapier } from './Anlagen.tsx';
import { einzeilig, istNichtoeffentlich } from './formular.ts';
import { fristenbild } from './fristenbild.ts';
import { fehlendeAnlagen } from './hinweise.ts';
import { personenbezug } from './personenbezug.ts';
import { grundlageFuer } from './Weg.tsx';
import type { Zustand } from './zustand.ts';

/** What is going to be submitted, to be read once more. */
export function Zusammenfassung({ z }: { readonly z: Zustand }) {
  const { formular: f, papier, anlagen } = z;
  return (
    <>
      <dl class="kern-description-list gw-zusammenfassung">
        <Angabe name="Betreff" wert={einzeilig(f.betreff) || 'fehlt noch'} />
        <Angabe name="Verfasser" wert={f.amt ? amtsname(f.amt) : 'Amt fehlt noch'} />
        <Angabe name="Aktenzeichen" wert={f.az.trim() || 'keines'} />
        <Angabe
          name="Datum"
          wert={
            f.datum ? wochentag(f.datum) : `Tag der Einreichung (heute: ${wochentag(tagVon(new Date()))})`
          }
        />
        <Angabe
          name="Gremienweg"
          wert={f.gremienweg.map(
            (b) =>
              `${b.gremium ? gremiumsname(b.gremium) : 'Gremium fehlt noch'}: ${b.rolle === 'Anhoerung' ? 'Anhörung' : b.rolle}, ${b.datum ? wochentag(b.datum) : 'Tag noch offen'}, ${b.oeffentlich ? 'öffentlich' : 'nichtöffentlich'}`,
          )}
        />
        <Angabe name="Papier" wert={papier?.dateiname ?? 'fehlt noch'} />
        <Angabe
          name="Anlagen"
          wert={
            anlagen.length === 0
              ? 'keine'
              : anlagen.map(
                  (a) =>
                    `${a.titel || a.datei.dateiname} (${a.oeffentlich ? 'öffentlich' : 'nichtöffentlich'})`,
                )
          }
        />
      </dl>
      <Bedenken saetze={bedenken(z)} />
    </>
  );
}

/** What may be meant so, and deserves a second look. */
function bedenken(z: Zustand): readonly string[] {
  const { formular: f, anlagen } = z;
  const grundlage = grundlageFuer(f.amt);
  const zuSpaet = f.gremienweg.flatMap((b) => {
    if (b.datum === '' || b.gremium === '') return [];
    const bild = fristenbild(b.datum, grundlage);
    return bild.lage === 'passt' ? [] : [`${gremiumsname(b.gremium)}: ${bild.satz}`];
  });
  const offen = fehlendeAnlagen(
    titelImPapier(z),
    anlagen.map((a) => a.titel),
  );
  const person = personenbezug(f.betreff, istNichtoeffentlich(f));
  const widerspruch = f.gremienweg.every((b) => !b.oeffentlich) && anlagen.some((a) => a.oeffentlich);
  return [
    ...zuSpaet,
    ...(person ? [person] : []),
    ...(widerspruch
      ? ['Beraten wird nur nichtöffentlich, aber eine Anlage ist als öffentlich gekennzeichnet.']
      : []),
    ...(offen.length > 0
      ? [`Im Papier genannt, aber nicht als Anlage dabei: ${offen.map((t) => `„${t}“`).join(', ')}.`]
      : []),
  ];
}

function Bedenken({ saetze }: { readonly saetze: readonly string[] }) {
  if (saetze.length === 0) return null;
  return (
    <div class="gw-bedenken">
      <h3 class="kern-title">Bitte noch einmal ansehen</h3>
      <ul>
        {saetze.map((s) => (
          <li key={s}>{s}</li>
        ))}
      </ul>
    </div>
  );
}

function Angabe({ name, wert }: { readonly name: string; readonly wert: string | readonly string[] }) {
  return (
    <div class="kern-description-list-item">
      <dt class="kern-description-list-item__key">{name}</dt>
      <dd class="kern-description-list-item__value gw-text">
        {typeof wert === 'string' ? (
          wert
        ) : (
          <ol class="gw-aufzaehlung">
            {wert.map((w) => (
              <li key={w}>{w}</li>
            ))}
          </ol>
        )}
      </dd>
    </div>
  );
}
