import { mitAbfrage } from '../app/ort.ts';

export interface Registerblatt {
  readonly wert: string;
  readonly name: string;
  readonly anzahl?: number | null;
}

/**
 * Tabs as links: each is an address. `feld` is the query's name, the first sheet stands without it, unless it
 * is not the default (`immerGenannt`).
 */
export function Register({
  name,
  feld,
  blaetter,
  aktiv,
  immerGenannt = false,
}: {
  readonly name: string;
  readonly feld: string;
  readonly blaetter: readonly Registerblatt[];
  readonly aktiv: string;
  readonly immerGenannt?: boolean;
}) {
  return (
    <nav class="gw-register" aria-label={name}>
      <ul>
        {blaetter.map((b, i) => (
          <li key={b.wert}>
            <a
              href={mitAbfrage({ [feld]: i === 0 && !immerGenannt ? null : b.wert })}
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
