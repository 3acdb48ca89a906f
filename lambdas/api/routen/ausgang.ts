import * as z from 'zod';
import { lehneAb } from '../../../domain/gemeinsam/antwort.ts';
import { hole, seite } from '../../aws/akte/akte.ts';
import { type Ausgang, ausgangSchema, ausgangseintrag, liesAusgang } from '../../aws/akte/ausgang.ts';
import { legeWenn } from '../../aws/akte/transaktion.ts';
import { greifeEin } from '../betriebsbefehl.ts';
import { json, route, seitenabfrage, seitenantwort } from '../route.ts';
import { nichtGefunden, pruefeRecht } from '../vorlagenbefehl.ts';

/** What operators see: never the content of a mail, which may belong to a nichtoeffentlich paper. */
const uebersichtSchema = ausgangSchema.omit({ daten: true });

export const ausgangsrouten = [
  route(
    'get',
    '/betrieb/ausgang',
    {
      name: 'listeAusgang',
      zweck: 'Ausgehende Arbeit nach Status, älteste zuerst',
      abfrage: seitenabfrage.extend({
        status: z.enum(['offen', 'wartet', 'gescheitert', 'sammel']).default('gescheitert'),
      }),
      antwort: seitenantwort(uebersichtSchema),
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'betrieb.fuehren', {});
      const { akte } = anfrage.dienste;
      const { status, cursor, anzahl } = anfrage.abfrage;
      const s = await seite(akte, {
        pk: akte.schluessel.ausgangsstatus(status),
        index: 'gsi1',
        cursor,
        anzahl,
      });
      const eintraege = s.eintraege.map((e) => {
        const { daten, ...uebersicht } = liesAusgang(e);
        return uebersicht;
      });
      return json({ eintraege, cursor: s.cursor });
    },
  ),
  route(
    'post',
    '/betrieb/ausgang/erneut',
    {
      name: 'versucheErneut',
      zweck: 'Gescheiterte Arbeit noch einmal anstoßen',
      koerper: z.strictObject({ schluessel: z.string().min(1).max(500) }),
      antwort: uebersichtSchema,
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'betrieb.fuehren', {});
      const { akte } = anfrage.dienste;
      const antwort = await greifeEin(anfrage, 'betrieb.erneut', async () => {
        const eintrag = await hole(akte, akte.schluessel.ausgang(anfrage.koerper.schluessel));
        if (!eintrag) return nichtGefunden;
        const ausgang = liesAusgang(eintrag);
        if (ausgang.status !== 'gescheitert' && ausgang.status !== 'wartet') {
          return lehneAb('NICHT_GESCHEITERT', 'Diese Arbeit ist nicht gescheitert.');
        }
        const neu: Ausgang = {
          ...ausgang,
          status: 'offen',
          versuche: 0,
          faelligAb: anfrage.jetzt,
          fehler: null,
        };
        const { daten, ...uebersicht } = neu;
        const weitere = [legeWenn(akte, ausgangseintrag(akte, neu), 'status', ausgang.status, 'status')];
        return { ok: true, weitere, antwort: uebersicht };
      });
      return json(antwort);
    },
  ),
];
