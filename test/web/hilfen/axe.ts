import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import type { Befund } from './pruefung.ts';

const quelltext = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Nothing excused: WCAG 2.0, 2.1 and 2.2, A and AA, and what axe counts as best practice. */
const stufen = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules that look at colours: all that another colour scheme can change. */
const farbregeln = ['color-contrast', 'link-in-text-block'];

/** Checks of our own look closer: zielgroesse.ts and ueberschrift.ts. */
const eigene = { 'target-size': { enabled: false }, 'page-has-heading-one': { enabled: false } };

export interface Axebefunde {
  readonly befunde: Befund[];
  /** Colour contrasts that axe could not measure (a picture or gradient below the text). */
  readonly unklar: Befund[];
}

/** Runs axe on the page. Frames are pages of their own and not looked into. */
export async function pruefeMitAxe(seite: Page, umfang: 'alles' | 'farben' = 'alles'): Promise<Axebefunde> {
  if (!(await seite.evaluate('Boolean(globalThis.axe)'))) await seite.evaluate(quelltext);
  const optionen: RunOptions = {
    iframes: false,
    preload: false,
    resultTypes: ['violations', 'incomplete'],
    ...(umfang === 'alles'
      ? { runOnly: { type: 'tag', values: stufen }, rules: eigene }
      : { runOnly: { type: 'rule', values: farbregeln } }),
  };
  const lauf = `axe.run(document, ${JSON.stringify(optionen)}).then(({ violations, incomplete }) => ({ violations, incomplete }))`;
  const { violations, incomplete } = (await seite.evaluate(lauf)) as Pick<
    AxeResults,
    'violations' | 'incomplete'
  >;
  return {
    befunde: violations.flatMap(alsBefunde),
    unklar: incomplete.filter((regel) => regel.id === 'color-contrast').flatMap(alsBefunde),
  };
}

function alsBefunde(regel: AxeResults['violations'][number]): Befund[] {
  return regel.nodes.map((knoten) => ({
    pruefung: `axe: ${regel.id}`,
    auswahl: knoten.target.flat().join(' '),
    satz: `${regel.help}. ${(knoten.failureSummary ?? '').replace(/\s+/g, ' ')} ${knoten.html.slice(0, 200)}`,
  }));
}
