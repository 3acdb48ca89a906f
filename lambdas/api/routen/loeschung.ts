import * as z from 'zod';
import { gremien, personen, sitzungen, vorlagen } from '../../../domain/aggregat.ts';
import { aggregatarten } from '../../../domain/ereignisse/ereignis.ts';
import { loescheTexte } from '../../aws/akte/loeschen.ts';
import { ApiFehler } from '../fehler.ts';
import { json, route } from '../route.ts';
import { pruefeRecht } from '../vorlagenbefehl.ts';

const loeschungSchema = z.strictObject({
  art: z.enum(aggregatarten),
  id: z.string().min(1).max(100),
  ereignis: z.int().min(1).describe('Nummer des Ereignisses, dessen freie Texte gelöscht werden'),
});

export const loeschrouten = [
  route(
    'post',
    '/betrieb/loeschung',
    {
      name: 'loescheTexte',
      zweck: 'Die freien Texte eines Ereignisses löschen (DSGVO Art. 17); die Kette bleibt prüfbar',
      koerper: loeschungSchema,
      antwort: z.object({ geloescht: z.literal(true) }),
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'verwaltung.pflegen', {});
      const { art, id, ereignis } = anfrage.koerper;
      const { akte } = anfrage.dienste;
      const ergebnis = await {
        Vorlage: () => loescheTexte(akte, vorlagen, id, ereignis, anfrage.jetzt),
        Sitzung: () => loescheTexte(akte, sitzungen, id, ereignis, anfrage.jetzt),
        Gremium: () => loescheTexte(akte, gremien, id, ereignis, anfrage.jetzt),
        Person: () => loescheTexte(akte, personen, id, ereignis, anfrage.jetzt),
      }[art]();
      if (!ergebnis.ok) throw new ApiFehler(ergebnis);
      console.log(
        JSON.stringify({ ereignis: 'texte_geloescht', art, id, nr: ereignis, person: anfrage.akteur.person }),
      );
      return json({ geloescht: true });
    },
  ),
];
