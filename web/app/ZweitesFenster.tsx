/** End of a login in a second window that could not close itself. */
export function ZweitesFenster({ angekommen }: { readonly angekommen: boolean }) {
  const titel = angekommen ? 'Fertig' : 'Das wartende Fenster ist nicht mehr da';
  document.title = `${titel} – Gremienweg`;
  return (
    <main class="gw-inhalt gw-startseite">
      <h1 class="kern-heading-large">{titel}</h1>
      <p class="kern-body">
        {angekommen
          ? 'Sie können dieses Fenster schließen. In Ihrem ersten Fenster geht es weiter.'
          : 'Vielleicht haben Sie es geschlossen. Sie können hier weiterarbeiten.'}
      </p>
      <p>
        <a class="kern-link" href="/">
          In diesem Fenster zu meinen Aufgaben
        </a>
      </p>
    </main>
  );
}
