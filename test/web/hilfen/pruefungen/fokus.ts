import type { Page } from 'playwright-core';
import { nimmAuf, umfasse } from '../aufnahme.ts';
import { unterschied } from '../pixel.ts';
import { type Befund, frage } from '../pruefung.ts';
import { type Halt, liesOrt, type Ort, sammleHalte } from './halte.ts';
import { pruefeReihenfolge } from './reihenfolge.ts';

/** A browser's own stops within one element: six parts of a date and time, and its button. */
const hoechstensTeile = 10;

/**
 * Tabs through the page as a person does. Every stop shows that it has the focus (WCAG 2.2, 2.4.7, by 3:1), is
 * not covered, forwards or backwards (2.4.11), is reached and left (2.1.1, 2.1.2), in the order of reading (2.4.3).
 */
export async function pruefeFokus(seite: Page): Promise<Befund[]> {
  const befunde: Befund[] = [];
  const melde = (auswahl: string, satz: string) => befunde.push({ pruefung: 'fokus', auswahl, satz });
  const halte = await sammleHalte(seite);
  const weg: Ort[] = [];
  for (let wiederholt = 0; weg.length <= halte.length + 30; ) {
    await seite.keyboard.press('Tab');
    const ort = await liesOrtNachTab(seite, halte[weg.at(-1)?.halt ?? -1]);
    if (ort.halt === null || (weg.length > 0 && ort.auswahl === weg[0]?.auswahl && weg.length > 1)) break;
    if (ort.auswahl === weg.at(-1)?.auswahl) {
      wiederholt += 1;
      if (halte[ort.halt]?.mehrteilig ? wiederholt < hoechstensTeile : wiederholt < 2) continue;
      if (halte.length > 1) melde(ort.auswahl, 'Mit der Tabulatortaste kommt man hier nicht mehr heraus.');
      break;
    }
    wiederholt = 0;
    if (weg.some((frueher) => frueher.auswahl === ort.auswahl)) {
      melde(ort.auswahl, 'Der Weg der Tabulatortaste dreht sich im Kreis.');
      break;
    }
    weg.push(ort);
    if (ort.verdeckt) melde(ort.auswahl, 'Der Fokus ist verdeckt oder außerhalb des Fensters.');
    else if (!ort.ring && !halte[ort.halt]?.rahmen && !(await zeigtSich(seite, ort)))
      melde(ort.auswahl, 'Der Fokus ist nicht zu sehen.');
  }
  for (const halt of unerreicht(halte, weg)) melde(halt.auswahl, 'Die Tabulatortaste kommt hier nicht hin.');
  befunde.push(...(await pruefeReihenfolge(seite, weg)));
  if (await kannVerdecken(seite)) {
    for (let zahl = 0; zahl < weg.length; zahl += 1) {
      await seite.keyboard.press('Shift+Tab');
      const ort = await liesOrt(seite);
      if (ort.verdeckt) melde(ort.auswahl, 'Rückwärts ist der Fokus verdeckt oder außerhalb des Fensters.');
    }
  }
  await frage(seite, (hilfen) => hilfen.loese(), null);
  return befunde;
}

/** Out of a frame of another process the focus comes a little later than the key. */
async function liesOrtNachTab(seite: Page, bisher: Halt | undefined): Promise<Ort> {
  const ort = await liesOrt(seite);
  if (ort.halt !== null || !bisher?.rahmen) return ort;
  const angekommen = seite.waitForFunction(() => document.activeElement !== document.body, null, {
    timeout: 1000,
  });
  await angekommen.catch(() => {});
  return liesOrt(seite);
}

function unerreicht(halte: readonly Halt[], weg: readonly Ort[]): Halt[] {
  const gruppen = new Set(weg.map(({ halt }) => halte[halt ?? -1]?.gruppe));
  return halte.filter((halt) => !gruppen.has(halt.gruppe));
}

/** Whether pixels in and around the element change when it loses the focus. */
async function zeigtSich(seite: Page, { rechteck }: Ort): Promise<boolean> {
  const rand = 6;
  const rollstand = await frage(seite, () => ({ x: window.scrollX, y: window.scrollY }), null);
  const teil = umfasse([
    {
      x: rechteck.x + rollstand.x - rand,
      y: rechteck.y + rollstand.y - rand,
      width: rechteck.width + 2 * rand,
      height: rechteck.height + 2 * rand,
    },
  ]);
  const mit = await nimmAuf(seite, teil);
  // The next Tab goes on from here all the same.
  await frage(seite, () => (document.activeElement as HTMLElement | null)?.blur(), null);
  const ohne = await nimmAuf(seite, teil);
  const ganz = { ...teil, x: 0, y: 0 };
  return unterschied(mit, ganz, ohne) >= Math.min(rechteck.width, rechteck.height);
}

/** Only what stays in place while the page scrolls can cover a focused element. */
function kannVerdecken(seite: Page): Promise<boolean> {
  return frage(
    seite,
    () =>
      document.documentElement.scrollHeight > window.innerHeight &&
      [...document.querySelectorAll('body *')].some((e) => /fixed|sticky/.test(getComputedStyle(e).position)),
    null,
  );
}
