import { expect } from 'vitest';
import type { Bediener } from './bediener.ts';
import { feld, knopf, verweis, warteAufText } from './seitenteile.ts';

/** The system draws the calendar of a date field; with keys its parts are typed in the order of the language. */
export async function setzeTag(b: Bediener, label: string, tag: string, mitTasten: boolean): Promise<void> {
  const ziel = feld(b.seite, label);
  if (!mitTasten) return ziel.fill(tag);
  const [jahr, monat, tagDesMonats] = tag.split('-');
  await b.schreibe(ziel, `${tagDesMonats}.${monat}.${jahr}`);
  if ((await ziel.inputValue()) !== tag) await b.schreibe(ziel, `${monat}/${tagDesMonats}/${jahr}`);
  expect(await ziel.inputValue()).toBe(tag);
}

/** The Systembetreuung enters somebody with one Stelle. */
export async function legePersonAn(
  b: Bediener,
  person: { readonly name: string; readonly mail: string; readonly subject: string },
): Promise<void> {
  const { seite } = b;
  await b.druecke(verweis(seite.getByRole('main'), 'Personen'));
  await b.druecke(knopf(seite, 'Person anlegen'));
  await b.schreibe(feld(seite, 'Vor- und Nachname'), person.name);
  await b.schreibe(feld(seite, 'E-Mail'), person.mail);
  await b.schreibe(feld(seite, 'Kennung der Anmeldung'), person.subject);
  await b.waehle(feld(seite, 'Rolle'), 'Amtsleitung');
  await b.waehle(feld(seite, 'Bereich'), '50 Sozialamt');
  await b.druecke(knopf(seite, 'Stelle hinzufügen'));
  await b.druecke(knopf(seite, 'Speichern'));
  await seite.getByRole('dialog').waitFor({ state: 'detached' });
  await warteAufText(seite.getByRole('table'), person.name);
}

/** Takes the Stelle away again and gives another. */
export async function wechsleStelle(b: Bediener, name: string): Promise<void> {
  const { seite } = b;
  await b.druecke(knopf(seite, `${name} ändern`));
  const dialog = seite.getByRole('dialog', { name: `${name} ändern` });
  await b.druecke(knopf(dialog, /^Stelle .* entfernen$/));
  await b.waehle(feld(seite, 'Rolle'), 'Revision');
  await b.druecke(knopf(dialog, 'Stelle hinzufügen'));
  await b.druecke(knopf(dialog, 'Speichern'));
  await dialog.waitFor({ state: 'detached' });
}

/** From today until that day somebody else acts. */
export async function nenneVertretung(
  b: Bediener,
  wer: string,
  bis: string,
  mitTasten: boolean,
): Promise<void> {
  const { seite } = b;
  await b.waehle(feld(seite, 'Vertreten durch'), wer);
  await setzeTag(b, 'Letzter Tag', bis, mitTasten);
  await b.druecke(knopf(seite, 'Vertretung einrichten'));
  await warteAufText(seite.getByRole('main'), new RegExp(`^${wer} als .*, 24\\.03\\.2026 bis`));
}
