import type { AusgeuebteStelle, Stelle } from '../../domain/rollen/stelle.ts';
import { einstellungen } from '../api/einstellungen.ts';

const bereich: Readonly<Record<Stelle['rolle'], (b: string) => string>> = {
  Sachbearbeitung: (b) => `Sachbearbeitung, ${amtsname(b)}`,
  Amtsleitung: (b) => `Amtsleitung, ${amtsname(b)}`,
  Dezernat: (b) => `Dezernat ${b}`,
  Sitzungsdienst: (b) => `Sitzungsdienst, ${gremiumsname(b)}`,
  Vorsitz: (b) => `Vorsitz, ${gremiumsname(b)}`,
  Gremienmitglied: (b) => `Mitglied, ${gremiumsname(b)}`,
  Systembetreuung: () => 'Systembetreuung',
  Revision: () => 'Revision',
};

/** "Amtsleitung, Amt 50 (Sozialamt)", with "in Vertretung" where it is not one's own. */
export function stellenname(stelle: Stelle | AusgeuebteStelle): string {
  const name = bereich[stelle.rolle](stelle.bereich);
  return 'fuer' in stelle && stelle.fuer !== null ? `${name} (in Vertretung)` : name;
}

/** "Amt 50 (Sozialamt)" */
export function amtsname(nr: string): string {
  const amt = einstellungen().aemter.find((a) => a.nr === nr);
  return amt ? `Amt ${nr} (${amt.name})` : `Amt ${nr}`;
}

const namen = new Map<string, string>();

/** Fills in the names of the Gremien, once they are known. */
export function merkeGremien(gremien: readonly { readonly id: string; readonly name: string }[]): void {
  for (const g of gremien) namen.set(g.id, g.name);
}

/** Name of a Gremium; until the list is loaded its id, with a capital letter. */
export function gremiumsname(id: string): string {
  return namen.get(id) ?? id.charAt(0).toUpperCase() + id.slice(1);
}
