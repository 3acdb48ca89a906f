import { sitzungen } from '../../../domain/aggregat.ts';
import type { NeuesSitzungsereignis, Sitzungsstand } from '../../../domain/sitzung/sitzung.ts';
import { entscheide, entscheidenSchema } from '../../../domain/vorlage/befehle/entscheiden.ts';
import {
  aendereGremienweg,
  gremienwegAendernSchema,
} from '../../../domain/vorlage/befehle/gremienwegAendern.ts';
import { zieheZurueck, zurueckziehenSchema } from '../../../domain/vorlage/befehle/zurueckziehen.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import type { Akte } from '../../aws/akte/akte.ts';
import { type Geladen, lade } from '../../aws/akte/laden.ts';
import { unbekanntesGremium } from '../gremien.ts';
import { json, route } from '../route.ts';
import { befehle } from '../vorlagenbefehl.ts';
import { kurzSchema } from './antworten.ts';

/** A withdrawn Vorlage leaves every agenda it stands on, in the same transaction. */
async function vonAllenTagesordnungen(akte: Akte, stand: Vorlagenstand) {
  const betroffene: { geladen: Geladen<Sitzungsstand>; ereignisse: NeuesSitzungsereignis[] }[] = [];
  for (const b of stand.gremienweg) {
    if (!b.sitzung || b.freigegeben) continue;
    const geladen = await lade(akte, sitzungen, b.sitzung);
    const ereignis = { art: 'TopEntfernt' as const, daten: { vorlage: stand.id, beratung: b.nr } };
    const schon = betroffene.find((s) => s.geladen.stand.id === b.sitzung);
    if (schon) schon.ereignisse.push(ereignis);
    else if (geladen) betroffene.push({ geladen, ereignisse: [ereignis] });
  }
  return betroffene;
}

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
        await befehle(anfrage, 'vorlage.zurueckziehen', undefined, async (stand, u) => ({
          entscheidung: zieheZurueck(stand, anfrage.koerper, u),
          sitzungen: await vonAllenTagesordnungen(anfrage.dienste.akte, stand),
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
