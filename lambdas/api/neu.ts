import type { Aggregat } from '../../domain/aggregat.ts';
import type { NeuesEreignis } from '../../domain/ereignisse/ereignis.ts';
import { lehneAb } from '../../domain/gemeinsam/antwort.ts';
import { fuehreAus } from '../aws/akte/befehl.ts';
import { lade } from '../aws/akte/laden.ts';
import { plane } from '../aws/akte/schritt.ts';
import { ApiFehler } from './fehler.ts';
import type { Anfrage } from './route.ts';

/** Creates an aggregate by its first event, once. */
export async function legeAggregatAn<S extends { nr: number }, E extends NeuesEreignis>(
  anfrage: Anfrage<unknown, unknown>,
  aggregat: Aggregat<S, E>,
  id: string,
  vertretungFuer: string | null,
  ereignisse: readonly E[],
): Promise<Record<string, unknown>> {
  const { akte } = anfrage.dienste;
  const ausfuehrung = await fuehreAus(
    akte,
    {
      person: anfrage.akteur.person,
      idempotenz: anfrage.idempotenz,
      anfrage: JSON.stringify([aggregat.art, id, anfrage.koerper]),
      jetzt: anfrage.jetzt,
      gesehen: false,
    },
    async () => {
      if (await lade(akte, aggregat, id)) {
        return lehneAb('SCHON_VORHANDEN', `„${id}“ gibt es schon. Bitte eine andere Kennung wählen.`);
      }
      const urheber = { person: anfrage.akteur.person, vertretungFuer };
      const schritt = plane(
        akte,
        aggregat,
        id,
        null,
        ereignisse,
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
