import { createHash } from 'node:crypto';
import { carriedParameters } from './authorizeRequest.ts';
import type { LoginUser } from './spec.ts';

/** Border, text and focus ring keep 4.5:1 (text) and 3:1 (shapes) in both schemes (WCAG 2.2: 1.4.3, 1.4.11). */
const css = `
:root { color-scheme: light dark; --boden: #f2f4f7; --blatt: #fff; --schrift: #1b2430; --leise: #4a5565;
  --rand: #7b8698; --tat: #14508c; --tatschrift: #fff; --fehler: #a4161a; }
@media (prefers-color-scheme: dark) { :root { --boden: #12161c; --blatt: #1d232c; --schrift: #eef1f5;
  --leise: #b6c0cd; --rand: #8592a5; --tat: #8cbcf0; --tatschrift: #0c1b2b; --fehler: #ff9b9b; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem 1rem; background: var(--boden); color: var(--schrift);
  font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 27rem; margin: 0 auto; padding: 1.5rem; background: var(--blatt);
  border: 1px solid var(--rand); border-radius: .5rem; }
h1 { margin: 0 0 1rem; font-size: 1.625rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1875rem; }
p { margin: 0 0 1rem; } .titel, .leise { color: var(--leise); } .titel { margin: 0 0 .25rem; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
input { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit;
  background: var(--blatt); border: 1px solid var(--rand); border-radius: .25rem; }
input[aria-invalid=true] { border: 2px solid var(--fehler); }
button { width: 100%; min-height: 2.75rem; margin-top: 1.5rem; padding: .5rem 1rem; font: inherit;
  font-weight: 600; color: var(--tatschrift); background: var(--tat); border: 2px solid transparent;
  border-radius: .25rem; cursor: pointer; }
:focus-visible { outline: 3px solid var(--tat); outline-offset: 2px; }
.fehler { padding: .75rem 1rem; border: 2px solid var(--fehler); border-left-width: .5rem; border-radius: .25rem; }
ul { margin: 0; padding: 0; list-style: none; } li { margin: 0 0 .5rem; }
li button { margin: 0; text-align: start; color: inherit; background: var(--blatt); border-color: var(--rand); }
li button:hover { border-color: var(--tat); } li span { display: block; font-weight: 400; color: var(--leise); }
`;

const cssHash = createHash('sha256').update(css).digest('base64');

/**
 * Nothing but this style sheet. The form may lead to the registered addresses: a browser also checks the
 * redirect that follows a form against form-action.
 */
export function contentSecurityPolicy(callbackUrls: readonly string[]): string {
  const origins = [...new Set(callbackUrls.map((url) => new URL(url).origin))].filter((it) => it !== 'null');
  const formAction = ["'self'", ...origins].join(' ');
  return `default-src 'none'; style-src 'sha256-${cssHash}'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const page = (title: string, content: string) => `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;

export interface LoginPage {
  readonly title: string;
  readonly parameters: URLSearchParams;
  readonly csrf: string;
  readonly username: string;
  readonly error?: { readonly field?: 'username' | 'password'; readonly text: string };
  /** Those who are let in by a click. */
  readonly people: readonly LoginUser[];
  readonly hint: string | undefined;
}

const carried = (parameters: URLSearchParams) =>
  carriedParameters.flatMap((name) => {
    const value = parameters.get(name);
    return value === null ? [] : [[name, value] as const];
  });

const hiddenFields = (view: LoginPage) =>
  [...carried(view.parameters), ['_csrf', view.csrf] as const]
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('\n');

/** One button per person. Who the application asked for comes first and has the focus, but decides alone. */
function quickLogin(view: LoginPage): string {
  const { people, username } = view;
  if (people.length === 0) return '';
  const asked = people.find((it) => it.username === username);
  const items = [...(asked ? [asked] : []), ...people.filter((it) => it !== asked)].map((it) => {
    const focus = it === asked && !view.error ? ' autofocus' : '';
    const note = it.note === undefined ? '' : ` <span>${escapeHtml(it.note)}</span>`;
    return `<li><button type="submit" name="konto" value="${escapeHtml(it.username)}"${focus}>${escapeHtml(it.name)}${note}</button></li>`;
  });
  return `<section aria-labelledby="personen">
<h2 id="personen">Personen dieser Vorführung</h2>
<p class="leise">Ein Klick meldet an, ohne Kennwort.</p>
<form method="post" action="/login">
${hiddenFields(view)}
<ul>
${items.join('\n')}
</ul>
</form>
</section>`;
}

/** The form. After a refusal the sentence is tied to the field, and the title says so first. */
export function loginPage(view: LoginPage): string {
  const { error, username, people, hint } = view;
  const describe = (field: string) =>
    error && (error.field ?? field) === field ? ' aria-invalid="true" aria-describedby="fehler"' : '';
  const byButton = people.length > 0 && !error;
  const focus = (field: string) =>
    !byButton && (username === '' ? 'username' : 'password') === field ? ' autofocus' : '';
  const hinted = people.length > 0 && hint !== undefined ? `<p class="leise">${escapeHtml(hint)}</p>` : '';
  return page(
    `${error ? 'Fehler: ' : ''}Anmelden – ${view.title}`,
    `<p class="titel">${escapeHtml(view.title)}</p>
<h1>Anmelden</h1>
${error ? `<p class="fehler" id="fehler" role="alert">${escapeHtml(error.text)}</p>` : ''}
${quickLogin(view)}
${people.length > 0 ? '<h2>Mit Benutzername und Kennwort</h2>' : ''}
${hinted}
<form method="post" action="/login">
${hiddenFields(view)}
<label for="username">Benutzername oder E-Mail-Adresse</label>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${escapeHtml(username)}"${focus('username')}${describe('username')}>
<label for="password">Kennwort</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${focus('password')}${describe('password')}>
<button type="submit">Anmelden</button>
</form>`,
  );
}

/** Where a request cannot be trusted, or is no request for a login at all. */
export function refusalPage(title: string, reason: string): string {
  return page(
    `Anmeldung nicht möglich – ${title}`,
    `<h1>Anmeldung nicht möglich</h1>
<p>${escapeHtml(reason)}</p>
<p>Bitte kehren Sie zur Anwendung zurück und beginnen Sie dort noch einmal.</p>`,
  );
}
