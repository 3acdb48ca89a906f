import type { Page } from 'playwright-core';
import type { Demoname } from '../werkzeug/musterstadt.ts';

/** One picture of a screen. */
export interface Bild {
  /** Name of the PNG below docs/bild. */
  readonly datei: string;
  /** Who looks; null: nobody is logged in. */
  readonly person: Demoname | null;
  /** Path with ids by name: `{v:Suchtberatung}` a Vorlage, `{s:heute}` a Sitzung,
   * `{t:Sozialticket}` a TOP (see namen.ts). */
  readonly pfad: string;
  /** CSS pixels; default 1280. */
  readonly breite?: number;
  /** The picture ends here at the latest; default: see aufnahme.ts. */
  readonly hoehe?: number;
  readonly dunkel?: true;
  /** Shows one part of the page only, with the air around it. */
  readonly teil?: string;
  /** The greeting of the invented town is there at the first visit only. */
  readonly ersterBesuch?: true;
  /** What the person does before the picture is taken. Nothing of it changes the record for others. */
  readonly tue?: (seite: Page) => Promise<unknown>;
  /** Takes back what the closing of the page would send. */
  readonly danach?: (seite: Page) => Promise<unknown>;
}
