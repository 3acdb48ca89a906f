import { oeffneContainer } from '../../../documents/lesen/container.ts';
import { createBudget, standardgrenzen } from '../../../documents/lesen/grenzen.ts';
import { type Knoten, leseXml } from '../../../documents/lesen/xml.ts';

/** All parts of a package as text, name to content. */
export async function teiletexte(bytes: Uint8Array): Promise<Map<string, string>> {
  const container = await oeffneContainer(bytes, createBudget(standardgrenzen));
  const ergebnis = new Map<string, string>();
  for (const name of container.namen) {
    ergebnis.set(name, Buffer.from((await container.lies(name)) ?? []).toString('utf8'));
  }
  return ergebnis;
}

/** One part as a tree. */
export async function teilbaum(bytes: Uint8Array, name: string): Promise<Knoten> {
  const text = (await teiletexte(bytes)).get(name);
  if (text === undefined) throw new Error(`Kein Teil ${name}`);
  return leseXml(Buffer.from(text), name, createBudget(standardgrenzen));
}
