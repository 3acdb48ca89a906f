import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type * as z from 'zod';
import { personen } from '../../domain/aggregat.ts';
import { legePersonAn, type personAnlegenSchema } from '../../domain/person/person.ts';
import { fuehreAus } from '../../lambdas/aws/akte/befehl.ts';
import { lade } from '../../lambdas/aws/akte/laden.ts';
import { schluesselbund } from '../../lambdas/aws/akte/schluessel.ts';
import { plane } from '../../lambdas/aws/akte/schritt.ts';

/**
 * Creates the first account of an installation, straight in the record: nobody is there yet whom the API
 * could ask. All further people come through the API.
 * @returns false if the person was there already
 */
export async function legeErsteSystembetreuungAn(
  client: DynamoDBClient,
  tabelle: string,
  koerperschaft: string,
  person: Omit<z.infer<typeof personAnlegenSchema>, 'stellen'>,
  jetzt: string,
  zufall: string,
): Promise<boolean> {
  const akte = { client, tabelle, schluessel: schluesselbund(koerperschaft) };
  if (await lade(akte, personen, person.id)) return false;
  const ereignis = legePersonAn({ ...person, stellen: [{ rolle: 'Systembetreuung', bereich: '*' }] });
  const auftrag = { person: 'system', idempotenz: null, anfrage: person.id, jetzt, gesehen: true };
  const ausfuehrung = await fuehreAus(akte, auftrag, async () => {
    const urheber = { person: 'system', vertretungFuer: null };
    const schritt = plane(akte, personen, person.id, null, [ereignis], urheber, jetzt, zufall);
    return { ok: true, schritte: [schritt], antwort: { id: person.id } };
  });
  if (!ausfuehrung.ok) throw new Error(ausfuehrung.satz);
  return true;
}
