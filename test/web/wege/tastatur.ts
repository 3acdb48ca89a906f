import type { Locator } from 'playwright-core';
import { type Arbeitsweise, macheBediener } from './bediener.ts';

/** More stops than any page here has: whoever needs more goes in circles. */
const hoechstens = 150;

/** Keys alone: Tab to a target, forwards or backwards by where it stands, and the keys that its kind has. */
export const mitTastatur: Arbeitsweise = {
  name: 'nur mit der Tastatur',
  ansicht: { breite: 1280, hoehe: 800 },
  bediene(seite) {
    const maengel = new Set<string>();

    async function geheZu(ziel: Locator): Promise<void> {
      await ziel.waitFor({ state: 'visible' });
      for (let schritt = 0; schritt < hoechstens; schritt += 1) {
        const ort = await ziel.evaluate(liesOrt);
        if ((schritt > 0 || ort.verloren) && ort.mangel) maengel.add(ort.mangel);
        if (ort.da) return;
        await seite.keyboard.press(ort.dahinter ? 'Shift+Tab' : 'Tab');
      }
      throw new Error(`Mit der Tabulatortaste nicht zu erreichen: ${ziel}`);
    }

    return macheBediener(seite, {
      maengel,
      async druecke(ziel) {
        await geheZu(ziel);
        const istKaestchen = await ziel.evaluate((e) => e.matches('[type=checkbox], [type=radio]'));
        await seite.keyboard.press(istKaestchen ? 'Space' : 'Enter');
      },
      async schreibe(feld, text) {
        await geheZu(feld);
        await seite.keyboard.press('ControlOrMeta+A');
        await seite.keyboard.type(text);
      },
      async waehle(feld, eintrag) {
        await geheZu(feld);
        const lies = () =>
          feld.evaluate((e, name) => {
            const { options, selectedIndex } = e as HTMLSelectElement;
            return [...options].findIndex((o) => o.label === name) - selectedIndex;
          }, eintrag);
        for (let fehlt = await lies(); fehlt !== 0; fehlt = await lies()) {
          await seite.keyboard.press(fehlt > 0 ? 'ArrowDown' : 'ArrowUp');
          if (Math.abs(await lies()) >= Math.abs(fehlt)) throw new Error(`Nicht zu wählen: ${eintrag}`);
        }
      },
    });
  },
};

/** Runs in the page: where the focus is, seen from the target, and whether it can be seen there. */
function liesOrt(ziel: Element) {
  const e = document.activeElement;
  const schonHier = 'mitFokus' in document;
  if (!e || e === document.body) {
    const mangel = schonHier ? `Fokus verloren vor „${ziel.textContent?.trim()}“` : '';
    return { da: false, dahinter: false, verloren: schonHier, mangel };
  }
  Object.assign(document, { mitFokus: true });
  const stil = getComputedStyle(e);
  // Inside a frame, and on the calendar's button inside a date, the browser draws a ring of its own.
  const eigener = e.matches('iframe, input[type=date]:not(:focus-visible)');
  const ring = eigener || (stil.outlineStyle !== 'none' && Number.parseFloat(stil.outlineWidth) >= 2);
  const r = e.getClientRects()[0] ?? e.getBoundingClientRect();
  const imFenster = r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth;
  const treffer = document.elementFromPoint(r.left + r.width / 2, r.top + Math.min(r.height, 40) / 2);
  const oben = treffer !== null && (e.contains(treffer) || treffer.contains(e));
  const worte = e.getAttribute('aria-label') ?? e.getAttribute('name') ?? e.textContent ?? '';
  const name = `${e.localName} ${e.getAttribute('type') ?? ''} „${worte.trim().slice(0, 60)}“`;
  return {
    da: e === ziel,
    verloren: false,
    dahinter: (ziel.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    mangel: !ring
      ? `${name}: Fokus nicht zu sehen`
      : imFenster && oben
        ? ''
        : `${name}: fokussiert, aber verdeckt oder außerhalb`,
  };
}
