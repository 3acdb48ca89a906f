import { entscheide, entscheidenSchema } from '../../../domain/vorlage/befehle/entscheiden.ts';
import {
  aendereGremienweg,
  gremienwegAendernSchema,
} from '../../../domain/vorlage/befehle/gremienwegAendern.ts';
import { zieheZurueck, zurueckziehenSchema } from '../../../domain/vorlage/befehle/zurueckziehen.ts';
import { unbekanntesGremium } from '../gremien.ts';
import { json, route } from '../route.ts';
import { befehle } from '../vorlagenbefehl.ts';
import { kurzSchema } from './antworten.ts';

export const entscheidungsrouten = [
  route(
    'post',
    '/vorlagen/{id}/entscheidungen',
    {
      name: 'entscheide',
      zweck: 'An einer Station freigeben oder mit Begründung zurückgeben (auch die Formprüfung)',
      koerper: entscheidenSchema,
      antwort: kurzSchema,
      mitVersion: true,
    },
    async (anfrage) =>
      json(
        await befehle(anfrage, 'station.entscheiden', undefined, (stand, u) => ({
          entscheidung: entscheide(stand, anfrage.koerper, u),
        })),
      ),
  ),
  route(
    'post',
    '/vorlagen/{id}/zurueckziehung',
    {
      name: 'zieheZurueck',
      zweck: 'Die Vorlage vor ihrer Beratung zurückziehen',
      koerper: zurueckziehenSchema,
      antwort: kurzSchema,
      mitVersion: true,
    },
    async (anfrage) =>
      json(
        await befehle(anfrage, 'vorlage.zurueckziehen', undefined, (stand, u) => ({
          entscheidung: zieheZurueck(stand, anfrage.koerper, u),
        })),
      ),
  ),
  route(
    'put',
    '/vorlagen/{id}/gremienweg',
    {
      name: 'aendereGremienweg',
      zweck: 'Die offenen Beratungen ändern, während die Vorlage unterwegs ist',
      koerper: gremienwegAendernSchema,
      antwort: kurzSchema,
      mitVersion: true,
    },
    async (anfrage) =>
      json(
        await befehle(anfrage, 'gremienweg.aendern', undefined, async (stand, u) => {
          const genannte = anfrage.koerper.beratungen.map((b) => b.gremium);
          const unbekannt = await unbekanntesGremium(anfrage.dienste.akte, genannte);
          return unbekannt ?? { entscheidung: aendereGremienweg(stand, anfrage.koerper, u) };
        }),
      ),
  ),
];
