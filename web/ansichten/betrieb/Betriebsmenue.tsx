const blaetter = [
  { ziel: '/betrieb', name: 'Störungen' },
  { ziel: '/betrieb/personen', name: 'Personen' },
  { ziel: '/betrieb/gremien', name: 'Gremien' },
] as const;

/** The screens of the Systembetreuung. */
export function Betriebsmenue({ hier }: { readonly hier: (typeof blaetter)[number]['ziel'] }) {
  return (
    <nav class="gw-register" aria-label="Systembetreuung">
      <ul>
        {blaetter.map((b) => (
          <li key={b.ziel}>
            <a href={b.ziel} {...(b.ziel === hier ? { 'aria-current': 'page' as const } : {})}>
              {b.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
