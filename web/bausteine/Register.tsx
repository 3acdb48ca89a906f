import { mitAbfrage } from '../app/ort.ts';

export interface Registerblatt {
  readonly wert: string;
  readonly name: string;
  readonly anzahl?: number | null;
}

/** Tabs as links: each is an address. `feld` is the query's name, the first sheet stands without it. */
export function Register({
  name,
  feld,
  blaetter,
  aktiv,
}: {
  readonly name: string;
  readonly feld: string;
  readonly blaetter: readonly Registerblatt[];
  readonly aktiv: string;
}) {
  return (
    <nav class="gw-register" aria-label={name}>
      <ul>
        {blaetter.map((b, i) => (
          <li key={b.wert}>
            <a
              href={mitAbfrage({ [feld]: i === 0 ? null : b.wert })}
              {...(b.wert === aktiv ? { 'aria-current': 'true' as const } : {})}
            >
              {b.name}
              {b.anzahl !== null && b.anzahl !== undefined && <span class="gw-anzahl"> {b.anzahl}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
