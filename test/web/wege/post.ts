import type { Page } from 'playwright-core';
import type { Bediener } from './bediener.ts';
import { verweis } from './seitenteile.ts';

/** Opens the mail that tells this person of a Vorlage, and follows its link. */
export async function folgeDerMail(b: Bediener, basis: string, an: string, nummer: string): Promise<void> {
  const { seite } = b;
  await seite.goto(`${basis}/_postfach`);
  const zeile = seite.getByRole('row', { name: `${an}@` }).filter({ hasText: `Wartet auf Sie: ${nummer}` });
  await b.druecke(verweis(zeile, /Wartet auf Sie/));
  await seite.waitForURL(/_postfach\/mails\//);
  await b.druecke(adresse(seite));
}

const adresse = (seite: Page) => verweis(seite.getByRole('main'), /\/vorlagen\//).first();
