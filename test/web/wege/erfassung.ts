import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Ergebnis } from '../../../domain/ergebnis/schema.ts';
import type { Arbeitsweise, Bediener } from './bediener.ts';
import { knopf, verweis } from './seitenteile.ts';
import { mitTastatur } from './tastatur.ts';
import { type Ankreuzen, ankreuzenMit } from './wahlknopf.ts';

/** Somebody at the form of a TOP. */
export interface Erfasser extends Bediener {
  readonly kreuzeAn: Ankreuzen;
  /** Chooses what became of the item, by its tile or by its digit. */
  readonly waehleAusgang: (name: Ausgangsname) => Promise<void>;
}

/** The tiles that have a digit, in the order of their digits. */
const ausgaenge = [
  'Kenntnis genommen',
  'Einstimmig',
  'Mehrheitlich',
  'Abgelehnt',
  'Vertagt',
  'Verwiesen',
  'Abgesetzt',
  'Ohne BE',
  'Nicht behandelt',
] as const;
export type Ausgangsname = (typeof ausgaenge)[number];

export function macheErfasser(weise: Arbeitsweise, b: Bediener): Erfasser {
  const kreuzeAn = ankreuzenMit(weise, b);
  return {
    ...b,
    kreuzeAn,
    async waehleAusgang(name) {
      const kachel = formular(b.seite).getByRole('radio', { name, exact: true });
      if (weise !== mitTastatur) await kreuzeAn(kachel);
      else {
        const erreichbar = kachel.locator('xpath=ancestor::fieldset[1]').getByRole('radio');
        const gewaehlt = erreichbar.and(b.seite.locator(':checked'));
        await b.druecke((await gewaehlt.count()) > 0 ? gewaehlt : erreichbar.first());
        await b.seite.keyboard.press(String(ausgaenge.indexOf(name) + 1));
      }
      await kachel.and(b.seite.locator(':checked')).waitFor();
    },
  };
}

export const formular = (seite: Page) => seite.getByRole('form', { name: 'Ergebnis' });
export const pruefung = (seite: Page) => seite.getByRole('complementary', { name: 'Prüfung' });
export const speicherstand = (seite: Page) => seite.locator('[data-feld=speicherstand]');

/** Waits until the form of this TOP is there. */
export async function amTop(seite: Page, top: string): Promise<void> {
  await seite.getByRole('heading', { level: 2, name: new RegExp(`^${top}: `) }).waitFor();
  await formular(seite).waitFor();
}

export async function weiterZu(b: Bediener, top: string): Promise<void> {
  await b.druecke(verweis(b.seite, `Weiter zu ${top}`));
  await amTop(b.seite, top);
}

/** Counts the votes of the matter. */
export async function zaehleStimmen(
  e: Erfasser,
  stimmen: { readonly ja: number; readonly nein: number; readonly enthaltungen?: number },
): Promise<void> {
  const gruppe = formular(e.seite).getByRole('group', { name: 'Stimmen' });
  const zahl = (name: string) => gruppe.getByLabel(name, { exact: true });
  await e.schreibe(zahl('Ja'), String(stimmen.ja));
  await e.schreibe(zahl('Nein'), String(stimmen.nein));
  if (stimmen.enthaltungen !== undefined) {
    await e.schreibe(zahl('Enthaltungen'), String(stimmen.enthaltungen));
  }
}

/** Writes down what was decided: a report becomes a decision only by its wording. */
export async function haltWortlautFest(e: Erfasser, wortlaut: string): Promise<void> {
  await e.druecke(formular(e.seite).locator('summary', { hasText: 'Wortlaut des Beschlusses festhalten' }));
  await e.schreibe(formular(e.seite).getByLabel(/^Wortlaut/), wortlaut);
}

export const terminOffen = (e: Erfasser) =>
  e.kreuzeAn(formular(e.seite).getByRole('radio', { name: 'Termin offen' }));

interface Fall {
  readonly name: string;
  readonly tue: (e: Erfasser) => Promise<void>;
  readonly soll: { readonly [K in keyof Ergebnis]?: unknown };
}

const abstimmung = (richtung: string, mehrheit: string | null, ja: number | null, nein: number | null) => [
  { gegenstand: 'Sache', richtung, mehrheit, ja, nein, massgeblich: true },
];
const offen = { gremium: null, sitzung: null, terminOffen: true };

/** How twelve items end in one evening. */
export const zwoelfFaelle: readonly Fall[] = [
  {
    name: 'Kenntnis',
    tue: (e) => e.waehleAusgang('Kenntnis genommen'),
    soll: { verbleib: 'behandelt', kenntnis: true, abstimmungen: [] },
  },
  {
    name: 'einstimmig',
    async tue(e) {
      await e.waehleAusgang('Einstimmig');
      await haltWortlautFest(e, 'Die Verwaltung berichtet künftig jährlich.');
    },
    soll: {
      abstimmungen: abstimmung('angenommen', 'einstimmig', null, null),
      wortlaut: 'Die Verwaltung berichtet künftig jährlich.',
    },
  },
  {
    name: 'mehrheitlich, beinahe mit Stimmengleichheit',
    async tue(e) {
      await e.waehleAusgang('Mehrheitlich');
      await haltWortlautFest(e, 'Der Versuch wird verlängert.');
      await zaehleStimmen(e, { ja: 6, nein: 6 });
    },
    soll: { abstimmungen: abstimmung('angenommen', 'mehrheitlich', 8, 4) },
  },
  {
    name: 'abgelehnt',
    async tue(e) {
      await e.waehleAusgang('Abgelehnt');
      await haltWortlautFest(e, 'Ein zweiter Bus wird angeschafft.');
      await zaehleStimmen(e, { ja: 3, nein: 9, enthaltungen: 0 });
      const mehrheit = formular(e.seite).getByRole('group', { name: 'Wie abgelehnt' });
      await e.kreuzeAn(mehrheit.getByRole('radio', { name: 'mehrheitlich', exact: true }));
    },
    soll: { abstimmungen: abstimmung('abgelehnt', 'mehrheitlich', 3, 9) },
  },
  {
    name: 'vertagt',
    async tue(e) {
      await e.waehleAusgang('Vertagt');
      await terminOffen(e);
    },
    soll: { verbleib: 'vertagt', folge: offen },
  },
  {
    name: 'verwiesen',
    async tue(e) {
      await e.waehleAusgang('Verwiesen');
      await e.waehle(e.seite.getByLabel('Verwiesen an'), 'Jugendhilfeausschuss');
      await terminOffen(e);
    },
    soll: { verbleib: 'verwiesen', folge: { ...offen, gremium: 'jugendhilfeausschuss' } },
  },
  {
    name: 'abgesetzt',
    async tue(e) {
      await e.waehleAusgang('Abgesetzt');
      await terminOffen(e);
    },
    soll: { verbleib: 'abgesetzt', folge: offen },
  },
  {
    name: 'geändert',
    async tue(e) {
      await e.waehleAusgang('Einstimmig');
      await e.druecke(formular(e.seite).getByLabel('In geänderter Fassung'));
      await e.schreibe(
        formular(e.seite).getByLabel(/^Wortlaut, wie er beschlossen wurde/),
        'Ab Mai, nicht ab April.',
      );
    },
    soll: { geaendert: true, wortlaut: 'Ab Mai, nicht ab April.' },
  },
  { name: 'ohne BE', tue: (e) => e.waehleAusgang('Ohne BE'), soll: { verbleib: 'ohneBE' } },
  {
    name: 'nicht behandelt',
    async tue(e) {
      await e.waehleAusgang('Nicht behandelt');
      await terminOffen(e);
    },
    soll: { verbleib: 'nichtBehandelt', folge: offen },
  },
  {
    name: 'Kenntnis, vertagt',
    async tue(e) {
      await e.waehleAusgang('Vertagt');
      await terminOffen(e);
      await e.druecke(formular(e.seite).getByLabel('Auch zur Kenntnis genommen'));
    },
    soll: { verbleib: 'vertagt', kenntnis: true },
  },
  {
    name: 'Kenntnis mit Vermerk',
    async tue(e) {
      await e.waehleAusgang('Kenntnis genommen');
      await e.schreibe(formular(e.seite).getByLabel(/^Vermerk/), 'Die Zahlen werden nachgereicht.');
    },
    soll: { kenntnis: true, vermerk: 'Die Zahlen werden nachgereicht.' },
  },
];

/** A row of the list of outcomes. */
export const ergebniszeile = (seite: Page, top: string): Locator =>
  seite
    .locator('li.gw-freigabezeile')
    .filter({ has: seite.getByRole('heading', { level: 3, name: new RegExp(`^${top}: `) }) });

export const freigeben = (seite: Page, anzahl: number) =>
  knopf(seite, anzahl === 1 ? '1 Ergebnis freigeben' : `${anzahl} Ergebnisse freigeben`);

/** Confirms every warning of the list that is not confirmed. @returns how many there were */
export async function bestaetigeAlle(b: Bediener): Promise<number> {
  const offene = b.seite.locator('.gw-befundliste').getByRole('checkbox', { checked: false });
  const anzahl = await offene.count();
  for (let rest = anzahl; rest > 0; rest -= 1) {
    await b.druecke(offene.first());
    await expect.poll(() => offene.count()).toBe(rest - 1);
  }
  return anzahl;
}

export const zurPhase = (b: Bediener, name: 'Vorbereiten' | 'Durchführen' | 'Nachbereiten') =>
  b.druecke(verweis(b.seite.getByRole('navigation', { name: 'Phasen der Sitzung' }), name));
