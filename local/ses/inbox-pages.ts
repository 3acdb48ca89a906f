/** The inbox's pages: plain German HTML that works without script, with keyboard and screen reader. */
import type { Mail } from './mailbox.ts';

export function listPage(mails: readonly Mail[]): string {
  const rows = mails.map(
    (mail) => `<tr>
<td><a href="/_postfach/mails/${mail.id}" aria-describedby="an-${mail.id} um-${mail.id}">${escapeHtml(mail.betreff) || '(ohne Betreff)'}</a></td>
<td id="an-${mail.id}">${escapeHtml(mail.an.join(', '))}</td>
<td id="um-${mail.id}"><time datetime="${mail.zeit}">${localTime(mail.zeit)}</time></td>
<td>${delivery(mail)}</td>
</tr>`,
  );
  const table = `<table class="liste">
<caption>${mails.length === 1 ? 'Eine Nachricht' : `${mails.length} Nachrichten`}, die neueste zuerst</caption>
<thead><tr><th scope="col">Betreff</th><th scope="col">An</th><th scope="col">Zeit</th><th scope="col">Zustellung</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
  const empty = '<p>Hier ist noch nichts angekommen.</p>';
  return document('Postfach', `<h1>Postfach</h1>\n${introduction}\n${mails.length > 0 ? table : empty}`);
}

const introduction =
  '<p>Diese Umgebung verschickt nichts nach außen. Jede E-Mail, die sie senden würde, liegt hier.</p>';

export function mailPage(mail: Mail): string {
  const title = escapeHtml(mail.betreff) || '(ohne Betreff)';
  const headers = mail.kopfzeilen
    .map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`)
    .join('\n');
  const rendered = mail.html
    ? `<h2>Nachricht</h2>
<iframe title="Inhalt der Nachricht" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/_postfach/mails/${mail.id}/html"></iframe>`
    : '';
  const text = mail.text ? `<h2>Nur-Text-Fassung</h2>\n<pre>${linked(mail.text)}</pre>` : '';
  return document(
    mail.betreff,
    `<p><a href="/_postfach">Zurück zum Postfach</a></p>
<h1>${title}</h1>
<dl>
<dt>Von</dt><dd>${escapeHtml(mail.von)}</dd>
<dt>An</dt><dd>${escapeHtml(mail.an.join(', '))}</dd>
<dt>Zeit</dt><dd><time datetime="${mail.zeit}">${localTime(mail.zeit)}</time></dd>
<dt>Zustellung</dt><dd>${delivery(mail)}</dd>
</dl>
${rendered}
${text}
<details><summary>Alle Kopfzeilen</summary>
<table><caption>Kopfzeilen</caption><tbody>
${headers}
</tbody></table></details>
<p><a href="/_postfach/api/mails/${mail.id}.eml" download="${mail.id}.eml">Als Datei herunterladen (.eml)</a></p>`,
  );
}

export function notFoundPage(): string {
  return document(
    'Nicht gefunden',
    '<h1>Diese Nachricht gibt es nicht</h1>\n<p><a href="/_postfach">Zum Postfach</a></p>',
  );
}

function delivery(mail: Mail): string {
  if (mail.zustellung === 'zugestellt') return 'zugestellt';
  return `<strong>unzustellbar</strong> (${escapeHtml(mail.unzustellbarAn.join(', '))})`;
}

function localTime(iso: string): string {
  const format = new Intl.DateTimeFormat('de-DE', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Europe/Berlin',
  });
  return `${format.format(new Date(iso))} Uhr`;
}

/** Makes the links of a plain text usable: these mails exist to be followed. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((piece, index) =>
      index % 2 === 1
        ? `<a href="${escapeHtml(piece)}" rel="noreferrer">${escapeHtml(piece)}</a>`
        : escapeHtml(piece),
    )
    .join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function document(title: string, main: string): string {
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Postfach</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { background: Canvas; color: CanvasText; margin: 0 auto; max-width: 70rem; padding: 1rem; }
main { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .5rem 0; }
@media (min-width: 50rem) { .liste td:not(:first-child), .liste th { white-space: nowrap; } }
th, td { border-bottom: 1px solid; padding: .4rem .6rem .4rem 0; text-align: left; vertical-align: top; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { font-weight: bold; }
dd { margin: 0; }
pre { white-space: pre-wrap; font: inherit; }
iframe { width: 100%; height: 24rem; border: 1px solid; background: white; }
a:focus-visible, summary:focus-visible, iframe:focus-visible { outline: 3px solid; outline-offset: 2px; }
</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}
