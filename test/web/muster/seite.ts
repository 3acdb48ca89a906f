/** A small page without a fault: what the checks are tried on. Every fault is one change of one of its files. */
export interface Musterseite {
  readonly html: string;
  readonly css: string;
  readonly js: string;
}

const css = `
:root { color-scheme: light dark; --grund: #fff; --schrift: #1b2430; --tat: #14508c; --rand: #5c6778; }
@media (prefers-color-scheme: dark) {
  :root { --grund: #12161c; --schrift: #eef1f5; --tat: #8cbcf0; --rand: #8592a5; } }
* { box-sizing: border-box; }
html { scroll-padding: 5rem 0 4rem; }
body { margin: 0; font: 1rem/1.5 sans-serif; background: var(--grund); color: var(--schrift); hyphens: auto; }
a { color: var(--tat); }
:focus-visible { outline: 3px solid var(--tat); outline-offset: 2px; }
header, main, footer { padding: .5rem 1rem; }
header { position: static; background: var(--grund); border-bottom: 1px solid; }
nav a { display: inline-block; padding: .25rem .5rem; border: 2px solid transparent; }
nav a[aria-current] { border-color: var(--tat); }
.icon { display: inline-block; width: 1.25rem; height: 1.25rem; background: currentcolor;
  mask-image: linear-gradient(45deg, #000 50%, transparent 50%); }
label { display: inline-block; padding: .25rem 0; min-height: 1.75rem; }
input[type=text], input[type=email], button { min-height: 2rem; font: inherit; max-width: 100%; }
.tafel { overflow-x: auto; } .tafel td { white-space: nowrap; padding: .25rem 2rem; }
.karte { border: 1px solid var(--rand); overflow: hidden; }
.karte p { margin: .5rem; } .lang { height: 30rem; }
.kopf { display: flex; gap: .5rem; flex-wrap: wrap; }
footer { position: static; background: var(--grund); }
@media (forced-colors: active) {
  nav a { border-color: Canvas; } nav a[aria-current] { border-color: Highlight; }
  .icon { background: ButtonText; } }
`;

const js = `
const meldung = document.getElementById('meldung');
const ansichten = { '/aufgaben': ['Meine Aufgaben', 'Aufgaben'], '/kalender': ['Kalender der Gremien', 'Kalender'] };
document.querySelector('nav').addEventListener('click', (ereignis) => {
  const verweis = ereignis.target.closest('a');
  const ansicht = ansichten[verweis?.getAttribute('href')];
  if (!ansicht) return;
  ereignis.preventDefault();
  const [ueberschrift, name] = ansicht;
  document.title = name + ' – Muster';
  const h1 = document.createElement('h1');
  h1.tabIndex = -1;
  h1.textContent = ueberschrift;
  document.querySelector('h1, h2').replaceWith(h1);
  h1.focus();
  meldung.textContent = 'Ansicht ' + name;
});
`;

const html = `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Aufgaben – Muster</title>
<link rel="stylesheet" href="/seite.css">
<script type="module" src="/seite.js"></script>
</head>
<body>
<header class="kopf"><nav aria-label="Hauptmenü">
<a href="/aufgaben" aria-current="page">Aufgaben</a>
<a href="/kalender">Kalender</a></nav></header>
<main>
<h1>Meine Aufgaben</h1>
<p id="meldung" role="status"></p>
<div class="karte"><p>Eine Mitteilung an die Ausschussmitglieder, die sie vor der Sitzung lesen.</p></div>
<form>
<p><label for="betreff">Betreff</label> <input id="betreff" type="text"></p>
<p><label for="mail">E-Mail-Adresse</label> <input id="mail" type="email" autocomplete="email"
  aria-invalid="true" aria-describedby="mail-fehler"></p>
<p id="mail-fehler" class="kern-error">Bitte geben Sie eine Adresse an.</p>
<fieldset><legend>Ergebnis</legend>
<label><input type="radio" name="ergebnis" value="kenntnis" checked> Kenntnis genommen</label>
<label><input type="radio" name="ergebnis" value="vertagt"> Vertagt</label></fieldset>
<p><label><input type="checkbox"> Nachtrag</label></p>
<p class="kopf"><button type="button"><span class="icon" aria-hidden="true"></span> Speichern</button>
<button type="button">Verwerfen</button></p>
</form>
<div class="tafel" role="region" aria-label="Sitzungen" tabindex="0"><table>
<thead><tr><th scope="col">Gremium</th><th scope="col">Sitzung</th></tr></thead>
<tbody><tr><td>Sozialausschuss</td><td>Mittwoch, 22. April 2026</td></tr></tbody></table></div>
<p>Die Fristen stehen im <a href="/fristen">Fristenplan des Sozialausschusses</a>.</p>
<p class="lang">Grundsicherungsangelegenheiten gehen zuerst an das Dezernat.</p>
</main>
<footer><a href="/barrierefreiheit">Erklärung zur Barrierefreiheit</a></footer>
</body>
</html>
`;

export const gut: Musterseite = { html, css, js };

/** The good page with one change; throws when there is nothing to change. */
export function mit(datei: keyof Musterseite, alt: string, neu: string): Musterseite {
  if (!gut[datei].includes(alt)) throw new Error(`„${alt}“ is not in the ${datei} of the page.`);
  return { ...gut, [datei]: gut[datei].replace(alt, neu) };
}
