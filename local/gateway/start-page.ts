import type { LoginUser } from '../login/spec.ts';

const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** What only the local run has: where things are, and who may try them. */
export function renderStartPage(title: string, users: readonly LoginUser[]): string {
  const people = users
    .map(
      ({ name, username, note }) =>
        `<tr><th scope="row">${escapeHtml(name)}</th><td><code>${escapeHtml(username)}</code></td><td>${escapeHtml(note ?? '')}</td></tr>`,
    )
    .join('\n');
  const table =
    users.length === 0
      ? '<p>Es sind noch keine Personen angelegt.</p>'
      : `<table><caption>Personen zum Ausprobieren</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Benutzername</th><th scope="col">Rolle</th></tr></thead>
<tbody>${people}</tbody></table>`;
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: light dark; }
body { background: Canvas; color: CanvasText; font: 1.125rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1.5rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: 600; padding-block: .5rem; }
th, td { text-align: start; padding: .4rem .6rem; border-bottom: 1px solid; vertical-align: top; overflow-wrap: break-word; }
@media (min-width: 40rem) { th, code { white-space: nowrap; } }
a:focus-visible { outline: .2rem solid; outline-offset: .2rem; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>Diese Anwendung läuft nur auf diesem Rechner. Nichts davon verlässt ihn, auch keine E-Mail.</p>
<h2>Was es hier gibt</h2>
<ul>
<li><a href="/">Die Anwendung</a></li>
<li><a href="/_postfach">Postfach: alle E-Mails, die das Programm verschickt hat</a></li>
<li><a href="/api/openapi.json">Beschreibung der Schnittstelle (OpenAPI)</a></li>
<li><a href="/.well-known/openid-configuration">Angaben zur Anmeldung (OpenID)</a></li>
</ul>
<h2>Wer sich anmelden kann</h2>
${table}
</main>
</body>
</html>
`;
}

/** A page for an address that leads nowhere. */
export function renderNotFound(): string {
  return `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Seite nicht gefunden</title></head>
<body><main><h1>Seite nicht gefunden</h1><p>Unter dieser Adresse gibt es nichts. <a href="/_start">Zur Übersicht</a></p></main></body>
</html>
`;
}
