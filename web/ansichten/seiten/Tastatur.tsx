import { useState } from 'preact/hooks';
import { schalteTasten, tastenAn } from '../../app/tastatur.ts';
import { Kaestchen } from '../../bausteine/Feld.tsx';
import { Seite } from '../../bausteine/Seite.tsx';

const tasten = [
  ['j und k', 'in einer Liste zur nächsten oder vorigen Zeile'],
  ['Eingabetaste', 'die gewählte Zeile öffnen'],
  ['/', 'zur Suche'],
  ['?', 'diese Seite zeigen'],
  ['Strg und Z', 'die letzte Handlung zurücknehmen, solange sie noch nicht gesendet ist'],
  ['Escape', 'Dialog oder Menü schließen'],
  ['1 bis 9 und 0', 'im Ergebnisformular einer Sitzung: das Ergebnis wählen'],
] as const;

export default function Tastatur() {
  const [an, setze] = useState(tastenAn());
  return (
    <Seite titel="Tastatur">
      <p>
        Alles lässt sich mit der Tastatur bedienen. Diese einzelnen Tasten machen es schneller; in Textfeldern
        gelten sie nicht.
      </p>
      <table class="gw-liste">
        <caption class="kern-sr-only">Tasten und was sie tun</caption>
        <thead>
          <tr>
            <th scope="col">Taste</th>
            <th scope="col">Wirkung</th>
          </tr>
        </thead>
        <tbody>
          {tasten.map(([taste, wirkung]) => (
            <tr key={taste}>
              <th scope="row">
                <kbd>{taste}</kbd>
              </th>
              <td>{wirkung}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Kaestchen
        name="tasten"
        label="Einzelne Tasten verwenden"
        an={an}
        onWert={(neu) => {
          schalteTasten(neu);
          setze(neu);
        }}
      />
    </Seite>
  );
}
