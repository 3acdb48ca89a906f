import { Leer } from '../../../bausteine/Leer.tsx';
import { Nichtoeffentlich } from '../../../bausteine/Marke.tsx';
import type { Phasenangaben } from '../typen.ts';

/** The agenda before the Sitzung. */
export default function Vorbereiten({ sitzung }: Phasenangaben) {
  if (sitzung.tops.length === 0) return <Leer titel="Auf der Tagesordnung steht noch nichts." />;
  return (
    <ol class="gw-stapel">
      {sitzung.tops.map((t) => (
        <li key={`${t.vorlage}#${t.beratung}`}>
          {t.top}: <a href={`/vorlagen/${t.vorlage}`}>{t.betreff}</a> {!t.oeffentlich && <Nichtoeffentlich />}
        </li>
      ))}
    </ol>
  );
}
