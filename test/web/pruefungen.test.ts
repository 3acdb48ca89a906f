import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pruefeMitAxe } from './hilfen/axe.ts';
import { nutzeBrowser } from './hilfen/browser.ts';
import { type Befund, keine, liste } from './hilfen/pruefung.ts';
import { pruefeBreite, pruefeEinmal } from './hilfen/pruefungen/alle.ts';
import { pruefeAnsichtswechsel } from './hilfen/pruefungen/ansichtswechsel.ts';
import type { Meldung } from './hilfen/wache.ts';
import { gut, type Musterseite, mit } from './muster/seite.ts';
import { type Musterserver, starteMusterserver } from './muster/server.ts';

const browser = nutzeBrowser();

/** A page of its own with a server of its own: several work side by side, for a test has long waits. */
interface Bahn {
  readonly server: Musterserver;
  readonly seite: Page;
}
const bahnen: Bahn[] = [];

beforeAll(async () => {
  for (let i = 0; i < 3; i += 1)
    bahnen.push({ server: await starteMusterserver(), seite: await browser.seite({ hoehe: 600 }) });
});
afterAll(() => Promise.all(bahnen.map(({ server }) => server.beende())));

/** Every check there is, at two widths and in both colour schemes, and a change of view. */
async function pruefeAlles({ server, seite }: Bahn, muster: Musterseite): Promise<Befund[]> {
  server.zeige(muster);
  await seite.emulateMedia({ colorScheme: 'light' });
  await seite.setViewportSize({ width: 640, height: 600 });
  await seite.goto(`${server.basis}/aufgaben`);
  const befunde = [...(await pruefeMitAxe(seite)).befunde, ...(await pruefeEinmal(seite, 'Muster'))];
  await seite.setViewportSize({ width: 320, height: 600 });
  befunde.push(...(await pruefeBreite(seite)));
  await seite.emulateMedia({ colorScheme: 'dark' });
  befunde.push(...(await pruefeMitAxe(seite, 'farben')).befunde);
  const wechsle = () => seite.click('nav a[href="/kalender"]');
  return [...befunde, ...(await pruefeAnsichtswechsel(seite, wechsle))];
}

describe('the checks', () => {
  const fehler: readonly (readonly [string, string, Musterseite])[] = [
    ['missing label', 'axe: label', mit('html', '<label for="betreff">Betreff</label>', 'Betreff')],
    ['low contrast', 'axe: color-contrast', mit('css', '--schrift: #1b2430', '--schrift: #999')],
    ['low contrast in the dark', 'axe: color-contrast', mit('css', '--schrift: #eef1f5', '--schrift: #555')],
    ['missing lang', 'axe: html-has-lang', mit('html', ' lang="de"', '')],
    ['another language', 'sprache', mit('html', ' lang="de"', ' lang="en"')],
    ['a long word that cannot break', 'sprache', mit('css', 'hyphens: auto', 'hyphens: manual')],
    [
      'div as button',
      'bedienbar',
      {
        ...mit('html', '</form>', '<div id="taste">Absenden</div></form>'),
        js: `${gut.js}document.getElementById('taste').addEventListener('click', () => {});`,
      },
    ],
    ['no focus ring', 'fokus', mit('css', 'outline: 3px solid var(--tat)', 'outline: none')],
    ['a pale focus ring', 'fokus', mit('css', 'outline: 3px solid var(--tat)', 'outline: 3px solid #8885')],
    [
      'focus below a sticky header',
      'fokus',
      mit(
        'css',
        'header { position: static',
        'html { scroll-padding: 0 } .lang { order: 1 } header { position: sticky; top: 0; height: 7rem',
      ),
    ],
    [
      'a keyboard trap',
      'fokus',
      {
        ...gut,
        js: `${gut.js}betreff.addEventListener('keydown', (e) => { if (e.key === 'Tab') e.preventDefault(); });`,
      },
    ],
    [
      'focus against the order of reading',
      'fokus',
      mit('css', '.kopf { display: flex', '.kopf { display: flex; flex-direction: row-reverse'),
    ],
    ['an element 2000 px wide', 'reflow', mit('css', '.karte {', '.karte { width: 2000px;')],
    [
      'a scrolling region that is no table',
      'reflow',
      mit(
        'css',
        '.karte { border: 1px solid var(--rand); overflow: hidden',
        '.karte p { width: 40rem } .karte { overflow: auto',
      ),
    ],
    [
      'text cut off',
      'reflow',
      mit('css', '.karte p {', '.karte { max-width: 20rem } .karte p { white-space: nowrap;'),
    ],
    [
      'text cut off by spacing',
      'textabstand',
      mit('css', '.karte {', '.karte { max-width: 15rem; height: 5.25rem;'),
    ],
    ['a link named „hier“', 'verweise', mit('html', 'Fristenplan des Sozialausschusses', 'hier')],
    ['one link text, two targets', 'verweise', mit('html', 'Fristenplan des Sozialausschusses', 'Kalender')],
    ['a title that does not name the view', 'titel', mit('html', 'Aufgaben – Muster', 'Muster')],
    ['one title for two views', 'ansichtswechsel', mit('js', "name + ' – Muster'", "'Aufgaben – Muster'")],
    ['missing h1', 'ueberschrift', mit('html', '<h1>Meine Aufgaben</h1>', '<h2>Meine Aufgaben</h2>')],
    ['focus lost', 'ansichtswechsel', mit('js', 'h1.focus()', 'verweis.blur()')],
    ['a silent change of view', 'ansichtswechsel', mit('js', "meldung.textContent = 'Ansicht ' + name", '')],
    [
      'a change told twice',
      'ansichtswechsel',
      mit(
        'js',
        "meldung.textContent = 'Ansicht ' + name",
        "meldung.textContent = name; setTimeout(() => { meldung.textContent = 'Ansicht ' + name; }, 50)",
      ),
    ],
    [
      'an animation',
      'bewegung',
      mit('css', '.karte {', '@keyframes a { to { opacity: .9 } } .karte { animation: a 2s infinite;'),
    ],
    ['a transition', 'bewegung', mit('css', 'a {', 'a { transition: background-color .2s;')],
    [
      'radio buttons that look alike in forced colours',
      'erzwungene Farben',
      {
        ...gut,
        css: `${gut.css}@media (forced-colors: active) { [type=radio] { appearance: none; width: 1rem; height: 1rem; border: 1px solid } }`,
      },
    ],
    [
      'a current link that looks like the others in forced colours',
      'erzwungene Farben',
      mit('css', 'border-color: Highlight', 'border-color: Canvas'),
    ],
    [
      'an icon that vanishes in forced colours',
      'erzwungene Farben',
      mit('css', '.icon { background: ButtonText; }', ''),
    ],
    [
      'targets that are too small',
      'zielgroesse',
      mit(
        'css',
        'input[type=text], input[type=email], button {',
        '[type=button] { font-size: 9px !important; min-height: 0 !important; height: 12px; padding: 0; width: 70px } .icon { display: none } .kopf { gap: 2px !important; flex-direction: column } input {',
      ),
    ],
    [
      'layout that shifts',
      'verschiebung',
      {
        ...gut,
        js: `${gut.js}requestAnimationFrame(() => requestAnimationFrame(() => { document.querySelector('header').style.height = '20rem'; }));`,
      },
    ],
    [
      'a hint for the mouse only',
      'hinweise',
      mit('html', '<div class="karte">', '<div class="karte" title="Bitte bis Freitag">'),
    ],
    [
      'content for the mouse only',
      'hinweise',
      mit('css', '.karte {', '.karte:hover .nie { display: block } .karte {'),
    ],
    ['personal data without autocomplete', 'felder', mit('html', ' autocomplete="email"', '')],
    ['an error nobody names', 'felder', mit('html', ' aria-describedby="mail-fehler"', '')],
  ];

  const ergebnisse = new Map<Musterseite, Befund[]>();
  beforeAll(async () => {
    const offen = [gut, ...fehler.map(([, , muster]) => muster)];
    const arbeite = async (bahn: Bahn) => {
      for (let muster = offen.shift(); muster; muster = offen.shift())
        ergebnisse.set(muster, await pruefeAlles(bahn, muster));
    };
    await Promise.all(bahnen.map(arbeite));
    // All of the work of this file is done here.
  }, 300_000);

  it('find nothing in a page without a fault', () => {
    keine(ergebnisse.get(gut) ?? []);
    expect(ergebnisse.size).toBe(fehler.length + 1);
  });

  it('take a page behind an open dialog for what it is', async () => {
    const [bahn] = bahnen;
    if (!bahn) throw new Error('There is no page.');
    const dialog = `<dialog aria-label="Frage"><p>Soll die Vorlage, die vor Ihnen liegt, heute noch in den
      Ausschuss gehen, oder hat sie Zeit bis zur übernächsten Sitzung des Ausschusses im Herbst?</p>
      <button type="button">Verwerfen</button></dialog></body>`;
    bahn.server.zeige(mit('html', '</body>', dialog));
    await bahn.seite.emulateMedia({ colorScheme: 'light' });
    await bahn.seite.setViewportSize({ width: 640, height: 600 });
    await bahn.seite.goto(`${bahn.server.basis}/aufgaben`);
    await bahn.seite.evaluate(() => document.querySelector('dialog')?.showModal());
    keine(await pruefeEinmal(bahn.seite, 'Muster'));
  });

  it.each(fehler)('find %s: %s', (_, erwartet, muster) => {
    const befunde = ergebnisse.get(muster) ?? [];
    expect([...new Set(befunde.map((b) => b.pruefung))], liste(befunde)).toEqual([erwartet]);
  });
});

describe('the guard', () => {
  /** Opens the page and collects messages until one is as expected. */
  async function meldungen(js: string, wie: (meldung: Meldung) => boolean): Promise<Meldung[]> {
    const [bahn] = bahnen;
    if (!bahn) throw new Error('There is no page.');
    bahn.server.zeige({ ...gut, js });
    await bahn.seite.goto(bahn.server.basis);
    const alle: Meldung[] = [];
    await expect
      .poll(async () => alle.push(...(await browser.nimmMeldungen(bahn.seite))) > 0 && alle.some(wie))
      .toBe(true);
    return alle.filter(wie);
  }

  it.each([
    ['Konsole', "console.error('kaputt')", /kaputt/],
    ['Konsole', "fetch('/fehlt', { method: 'DELETE' })", /404/],
    ['Skript', "setTimeout(() => { throw new Error('kaputt') })", /kaputt/],
    ['Skript', "Promise.reject(new Error('kaputt'))", /kaputt/],
    [
      'CSP',
      "const s = document.createElement('style'); s.textContent = 'a{}'; document.head.append(s)",
      /style-src/,
    ],
    ['CSP', "try { document.body.innerHTML = '<b>x</b>' } catch {}", /TrustedHTML/],
    ['fremder Ursprung', "new Image().src = 'http://fremd.example/zaehler.gif'", /fremd\.example/],
  ])('notices %s: %s', async (art, skript, muster) => {
    const gefunden = await meldungen(skript, (m) => m.art === art && muster.test(m.text));
    expect(gefunden).toHaveLength(1);
  });
});
