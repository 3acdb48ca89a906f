import { personen } from '../../domain/aggregat.ts';
import type { NeuesPersonenereignis } from '../../domain/person/person.ts';
import { fuehreAus } from '../aws/akte/befehl.ts';
import { lade } from '../aws/akte/laden.ts';
import { plane } from '../aws/akte/schritt.ts';
import { ApiFehler } from './fehler.ts';
import type { Anfrage } from './route.ts';
import { nichtGefunden } from './vorlagenbefehl.ts';

/** One more event of a person that exists. */
export async function aenderePerson(
  anfrage: Anfrage<unknown, unknown>,
  id: string,
  ereignis: NeuesPersonenereignis,
): Promise<Record<string, unknown>> {
  const { akte } = anfrage.dienste;
  const ausfuehrung = await fuehreAus(
    akte,
    {
      person: anfrage.akteur.person,
      idempotenz: anfrage.idempotenz,
      anfrage: JSON.stringify([id, ereignis]),
      jetzt: anfrage.jetzt,
      gesehen: false,
    },
    async () => {
      const geladen = await lade(akte, personen, id);
      if (!geladen) return nichtGefunden;
      const urheber = { person: anfrage.akteur.person, vertretungFuer: null };
      const schritt = plane(
        akte,
        personen,
        id,
        geladen,
        [ereignis],
        urheber,
        anfrage.jetzt,
        anfrage.idempotenz ?? '',
      );
      return { ok: true, schritte: [schritt], antwort: { id, version: schritt.nachher.nr } };
    },
  );
  if (!ausfuehrung.ok) throw new ApiFehler(ausfuehrung);
  return ausfuehrung.antwort;
}
