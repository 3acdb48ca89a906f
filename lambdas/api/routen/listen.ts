import * as z from 'zod';
import { lehneAb } from '../../../domain/gemeinsam/antwort.ts';
import { stellenschluessel } from '../../../domain/rollen/stellenschluessel.ts';
import { listen } from '../../../domain/vorlage/projektion.ts';
import { type Akte, seite } from '../../aws/akte/akte.ts';
import { daten } from '../../aws/akte/eintrag.ts';
import { ApiFehler } from '../fehler.ts';
import { type Anfrage, json, route, seitenabfrage, seitenantwort } from '../route.ts';
import { pruefeRecht } from '../vorlagenbefehl.ts';

const eintragSchema = z.looseObject({
  vorlage: z.string(),
  nummer: z.string().nullable(),
  betreff: z.string(),
});

async function liste(
  akte: Akte,
  name: string,
  abfrage: { cursor?: string | undefined; anzahl: number },
  beginnt: string,
  absteigend: boolean,
) {
  const s = await seite(akte, {
    pk: akte.schluessel.partition(name),
    beginnt,
    absteigend,
    anzahl: abfrage.anzahl,
    cursor: abfrage.cursor,
  });
  return { eintraege: s.eintraege.map((e) => daten(e)), cursor: s.cursor };
}

const aufgabenabfrage = seitenabfrage.extend({
  stelle: z.string().optional().describe('Rolle:Bereich; ohne Angabe die erste eigene Stelle mit Aufgaben'),
});

/** Roles that hold a Vorlage at some point. */
const mitAufgaben = new Set(['Sachbearbeitung', 'Amtsleitung', 'Dezernat', 'Sitzungsdienst']);

/** The Stelle asked for; without one all own, of which the first with tasks answers (a cursor goes on there). */
function stellenFuerAufgaben({ akteur, abfrage }: Anfrage<undefined, z.infer<typeof aufgabenabfrage>>) {
  const eigene = akteur.stellen.filter((s) => mitAufgaben.has(s.rolle));
  if (!abfrage.stelle) return eigene;
  const gewaehlt = eigene.filter((s) => stellenschluessel(s) === abfrage.stelle);
  if (gewaehlt.length === 0) {
    throw new ApiFehler(lehneAb('NICHT_BERECHTIGT', 'Diese Stelle haben Sie nicht inne.'));
  }
  return gewaehlt;
}

export const listenrouten = [
  route(
    'get',
    '/aufgaben',
    {
      name: 'listeAufgaben',
      zweck: 'Was bei einer meiner Stellen liegt, nach Frist; eine Abfrage je Stelle',
      abfrage: aufgabenabfrage,
      antwort: z.object({
        stelle: z.string().nullable(),
        stellen: z.array(z.string()).describe('Meine Stellen, die Aufgaben haben können'),
        eintraege: z.array(eintragSchema),
        cursor: z.string().nullable(),
      }),
    },
    async (anfrage) => {
      const eigene = stellenFuerAufgaben(anfrage);
      const stellen = anfrage.akteur.stellen.filter((s) => mitAufgaben.has(s.rolle)).map(stellenschluessel);
      for (const [i, stelle] of eigene.entries()) {
        const { akte } = anfrage.dienste;
        const ergebnis = await liste(akte, listen.aufgaben(stelle), anfrage.abfrage, 'AUFGABE#', false);
        const letzte = i === eigene.length - 1;
        if (ergebnis.eintraege.length > 0 || letzte) {
          return json({ stelle: stellenschluessel(stelle), stellen, ...ergebnis });
        }
      }
      return json({ stelle: null, stellen, eintraege: [], cursor: null });
    },
  ),
  route(
    'get',
    '/dezernate/{dezernat}/vorlagen',
    {
      name: 'listeDezernat',
      zweck: 'Alle eingereichten Vorlagen eines Dezernats, neueste zuerst',
      abfrage: seitenabfrage,
      antwort: seitenantwort(eintragSchema),
    },
    async (anfrage) => {
      const dezernat = anfrage.pfad.dezernat ?? '';
      pruefeRecht(anfrage, 'dezernat.lesen', { dezernat });
      return json(await liste(anfrage.dienste.akte, listen.dezernat(dezernat), anfrage.abfrage, 'V#', true));
    },
  ),
  route(
    'get',
    '/aemter/{amt}/vorlagen',
    {
      name: 'listeAmt',
      zweck: 'Alle Vorlagen eines Amts, Entwürfe eingeschlossen, neueste zuerst',
      abfrage: seitenabfrage,
      antwort: seitenantwort(eintragSchema),
    },
    async (anfrage) => {
      const amt = anfrage.pfad.amt ?? '';
      pruefeRecht(anfrage, 'amt.lesen', { amt });
      return json(await liste(anfrage.dienste.akte, listen.amt(amt), anfrage.abfrage, 'V#', true));
    },
  ),
  route(
    'get',
    '/gremien/{gremium}/pool',
    {
      name: 'listePool',
      zweck: 'Sitzungsreife Beratungen eines Gremiums ohne Sitzung, nach geplantem Tag',
      abfrage: seitenabfrage,
      antwort: seitenantwort(eintragSchema),
    },
    async (anfrage) => {
      const gremium = anfrage.pfad.gremium ?? '';
      pruefeRecht(anfrage, 'pool.lesen', { gremien: [gremium] });
      return json(await liste(anfrage.dienste.akte, listen.pool(gremium), anfrage.abfrage, 'P#', false));
    },
  ),
  route(
    'get',
    '/gremien/{gremium}/sitzungen',
    {
      name: 'listeSitzungen',
      zweck: 'Sitzungen eines Gremiums, neueste zuerst',
      abfrage: seitenabfrage,
      antwort: seitenantwort(z.looseObject({ sitzung: z.string(), beginn: z.string() })),
    },
    async (anfrage) => {
      const gremium = anfrage.pfad.gremium ?? '';
      pruefeRecht(anfrage, 'sitzung.lesen', { gremien: [gremium] });
      return json(await liste(anfrage.dienste.akte, `SITZUNGEN#${gremium}`, anfrage.abfrage, 'S#', true));
    },
  ),
  route(
    'get',
    '/nachrichten',
    {
      name: 'listeNachrichten',
      zweck: 'Was mir mitgeteilt wurde, neueste zuerst',
      abfrage: seitenabfrage,
      antwort: seitenantwort(z.looseObject({ anlass: z.string(), zeit: z.string() })),
    },
    async ({ dienste, akteur, abfrage }) =>
      json(await liste(dienste.akte, `PERSON#${akteur.person}`, abfrage, 'NACHRICHT#', true)),
  ),
];
