const seiten = [
  ['/barrierefreiheit', 'Barrierefreiheit'],
  ['/datenschutz', 'Datenschutz'],
  ['/lizenzen', 'Lizenzen'],
  ['/tastatur', 'Tastatur'],
] as const;

export function Fuss() {
  return (
    <footer class="gw-fuss">
      <nav aria-label="Über diese Anwendung">
        <ul>
          {seiten.map(([ziel, name]) => (
            <li key={ziel}>
              <a class="kern-link" href={ziel}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
