import { Leer } from '../../bausteine/Leer.tsx';
import type { Kettenkopf } from './kettenkopf.ts';

export function Kettenliste({
  name,
  ketten,
}: {
  readonly name: string;
  readonly ketten: readonly Kettenkopf[];
}) {
  if (ketten.length === 0) return <Leer titel={`Noch keine ${name}.`} symbol="history" />;
  return (
    <table class="gw-liste">
      <caption class="kern-sr-only">Ketten der {name}</caption>
      <thead>
        <tr>
          <th scope="col">Kennung</th>
          <th scope="col">Ereignisse</th>
          <th scope="col">Prüfsumme des letzten</th>
        </tr>
      </thead>
      <tbody>
        {ketten.map((k) => (
          <tr key={k.id} data-zeile>
            <th scope="row">
              <a class="kern-link" data-haupt href={`/nachweis/${k.art}/${k.id}`}>
                {k.id}
              </a>
            </th>
            <td data-spalte="Ereignisse" class="gw-zahl">
              {k.nr}
            </td>
            <td data-spalte="Prüfsumme des letzten">
              <code>{k.kopf.slice(0, 16)} …</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
