import type { Page } from 'playwright-core';
import { frage } from '../pruefung.ts';

/** A tab stop as the page has it, before anything is focused. */
export interface Halt {
  readonly auswahl: string;
  /** Radio buttons of a group share one stop. */
  readonly gruppe: string;
  /** Whether the browser itself has several stops in it (parts of a date, players, frames). */
  readonly mehrteilig: boolean;
  readonly rahmen: boolean;
}

/** Where the keyboard is after a key. */
export interface Ort {
  /** Index among the tab stops; -1: somewhere else, null: on no element. */
  readonly halt: number | null;
  readonly auswahl: string;
  readonly rechteck: { x: number; y: number; width: number; height: number };
  /** Whether computed style alone shows a ring of 3:1; if not, pixels decide. */
  readonly ring: boolean;
  /** Whether something else covers all of it, or it lies outside of the window. */
  readonly verdeckt: boolean;
}

/** Finds the tab stops that the page promises and puts the keyboard before the first one. */
export function sammleHalte(seite: Page): Promise<Halt[]> {
  return frage(
    seite,
    (hilfen) => {
      const modal = [...document.querySelectorAll<HTMLElement>('dialog:modal')].at(-1);
      hilfen.halte = [
        ...(modal ?? document).querySelectorAll(
          'a[href], area[href], button, input, select, textarea, summary, iframe, [contenteditable=true], [tabindex]',
        ),
      ].filter(
        (e) =>
          (e as HTMLElement).tabIndex >= 0 &&
          !e.matches(':disabled, input[type=hidden], dialog') &&
          !e.closest('[inert]') &&
          !(e.matches('summary') && !e.parentElement?.matches('details')) &&
          e.checkVisibility({ visibilityProperty: true }),
      );
      // Where the page lies is looked at right after each key.
      hilfen.loese = hilfen.regeln('* { scroll-behavior: auto !important }');
      // Before the first stop: the next Tab goes on from what was focused last.
      const anfang = modal ?? document.body;
      const bisher = anfang.getAttribute('tabindex');
      anfang.tabIndex = -1;
      anfang.focus({ preventScroll: true });
      if (bisher === null) anfang.removeAttribute('tabindex');
      else anfang.setAttribute('tabindex', bisher);
      window.scrollTo(0, 0);
      return hilfen.halte.map((e, i) => {
        const radio = e instanceof HTMLInputElement && e.type === 'radio' && e.name;
        return {
          auswahl: hilfen.auswahl(e),
          gruppe: radio ? `${e.form?.id} ${e.name}` : `${i}`,
          mehrteilig: e.matches(
            'input[type^=date], input[type=time], input[type=month], iframe, video, audio',
          ),
          rahmen: e.localName === 'iframe',
        };
      });
    },
    null,
  );
}

/** Where the keyboard is now. */
export function liesOrt(seite: Page): Promise<Ort> {
  return frage(
    seite,
    (hilfen): Ort => {
      const e = document.activeElement;
      const leer = {
        halt: null,
        auswahl: 'body',
        rechteck: new DOMRect().toJSON(),
        ring: true,
        verdeckt: false,
      };
      if (!e || e === document.body || e === document.documentElement || e.matches('dialog:modal'))
        return leer;

      const { outlineStyle, outlineColor, outlineOffset, outlineWidth } = getComputedStyle(e);
      let grund: Element | null = Number.parseFloat(outlineOffset) < 0 ? e : e.parentElement;
      while (grund && /^rgba\(.*, 0\)$/.test(getComputedStyle(grund).backgroundColor))
        grund = grund.parentElement;
      const stil = grund && getComputedStyle(grund);
      const ringfarbe = hilfen.leuchtdichte(outlineColor);
      const grundfarbe = stil && hilfen.leuchtdichte(stil.backgroundColor);
      // Where nothing opaque or a picture lies below, pixels decide.
      const ring =
        ringfarbe !== null &&
        grundfarbe !== null &&
        stil?.backgroundImage === 'none' &&
        outlineStyle !== 'none' &&
        outlineStyle !== 'auto' &&
        Number.parseFloat(outlineWidth) >= 1 &&
        (Math.max(ringfarbe, grundfarbe) + 0.05) / (Math.min(ringfarbe, grundfarbe) + 0.05) >= 3 &&
        hilfen.sichtbar(e);

      // What is hidden for eyes is seen in its label.
      const label = 'labels' in e ? (e.labels as NodeListOf<Element> | null)?.[0] : undefined;
      const gezeigt = !hilfen.sichtbar(e) && label ? label : e;
      const r = gezeigt.getClientRects()[0] ?? gezeigt.getBoundingClientRect();
      const gehoert = (treffer: Element) =>
        treffer === e || e.contains(treffer) || treffer.contains(e) || (label?.contains(treffer) ?? false);
      let verdeckt = true;
      for (const ax of [0.1, 0.5, 0.9])
        for (const ay of [0.15, 0.5, 0.85]) {
          const treffer = document.elementFromPoint(r.left + r.width * ax, r.top + r.height * ay);
          if (treffer && gehoert(treffer)) verdeckt = false;
        }
      const ganz = gezeigt.getBoundingClientRect();
      const rechteck = { x: ganz.x, y: ganz.y, width: ganz.width, height: ganz.height };
      return { halt: hilfen.halte.indexOf(e), auswahl: hilfen.auswahl(e), rechteck, ring, verdeckt };
    },
    null,
  );
}
