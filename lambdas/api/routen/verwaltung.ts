import * as z from 'zod';
import { gremien, personen } from '../../../domain/aggregat.ts';
import { lehneAb } from '../../../domain/gemeinsam/antwort.ts';
import { gremiumAnlegenSchema } from '../../../domain/gremium/gremium.ts';
import {
  hatStelle,
  legePersonAn,
  loginliste,
  type NeuesPersonenereignis,
  personAnlegenSchema,
  personenereignisse,
  vertretungSchema,
} from '../../../domain/person/person.ts';
import { type Akte, alle, hole } from '../../aws/akte/akte.ts';
import { fuehreAus } from '../../aws/akte/befehl.ts';
import { daten } from '../../aws/akte/eintrag.ts';
import { lade } from '../../aws/akte/laden.ts';
import { plane } from '../../aws/akte/schritt.ts';
import { ApiFehler } from '../fehler.ts';
import { legeAggregatAn } from '../neu.ts';
import { type Anfrage, json, route } from '../route.ts';
import { nichtGefunden, pruefeRecht } from '../vorlagenbefehl.ts';
import { angelegtSchema } from './antworten.ts';

/** One more event of a person that exists. */
async function aenderePerson(
  anfrage: Anfrage<unknown, unknown>,
  id: string,
  ereignis: NeuesPersonenereignis,
) {
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

export const verwaltungsrouten = [
  route(
    'post',
    '/gremien',
    {
      name: 'legeGremiumAn',
      erfolg: 201,
      zweck: 'Ein Gremium anlegen',
      koerper: gremiumAnlegenSchema,
      antwort: angelegtSchema,
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'verwaltung.pflegen', {});
      const { id, name, gesetzlicheZahl } = anfrage.koerper;
      const ereignis = { art: 'GremiumAngelegt' as const, daten: { name, gesetzlicheZahl } };
      return json(await legeAggregatAn(anfrage, gremien, id, null, [ereignis]), 201);
    },
  ),
  route(
    'post',
    '/personen',
    {
      name: 'legePersonAn',
      erfolg: 201,
      zweck: 'Eine Person mit Anmeldung und Stellen anlegen',
      koerper: personAnlegenSchema,
      antwort: angelegtSchema,
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'verwaltung.pflegen', {});
      const { akte } = anfrage.dienste;
      const login = await hole(akte, {
        pk: akte.schluessel.partition(loginliste(anfrage.koerper.login)),
        sk: 'L',
      });
      if (login && !(await lade(akte, personen, anfrage.koerper.id))) {
        throw new ApiFehler(
          lehneAb('LOGIN_VERGEBEN', 'Diese Anmeldung gehört schon zu einer anderen Person.'),
        );
      }
      return json(
        await legeAggregatAn(anfrage, personen, anfrage.koerper.id, null, [legePersonAn(anfrage.koerper)]),
        201,
      );
    },
  ),
  route(
    'put',
    '/personen/{person}/stellen',
    {
      name: 'aendereStellen',
      zweck: 'Rollen und Bereiche einer Person setzen',
      koerper: personenereignisse.StellenGeaendert,
      antwort: angelegtSchema,
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'verwaltung.pflegen', {});
      const ereignis = { art: 'StellenGeaendert' as const, daten: anfrage.koerper };
      return json(await aenderePerson(anfrage, anfrage.pfad.person ?? '', ereignis));
    },
  ),
  route(
    'post',
    '/ich/vertretungen',
    {
      name: 'richteVertretungEin',
      erfolg: 201,
      zweck: 'Für eine meiner Stellen eine Vertretung einrichten',
      koerper: vertretungSchema,
      antwort: angelegtSchema,
    },
    async (anfrage) => {
      const { koerper, akteur } = anfrage;
      pruefeRecht(anfrage, 'vertretung.einrichten', { selbst: koerper.stelle });
      const eigene = akteur.stellen
        .filter((s) => s.fuer === null)
        .map(({ rolle, bereich }) => ({ rolle, bereich }));
      if (!hatStelle(eigene, koerper.stelle)) {
        throw new ApiFehler(
          lehneAb('NICHT_BERECHTIGT', 'Vertreten lassen können Sie sich nur in einer eigenen Stelle.'),
        );
      }
      if (koerper.vertreter === akteur.person) {
        throw new ApiFehler(
          lehneAb(
            'VERTRETUNG_SELBST',
            'Sie können sich nicht selbst vertreten. Bitte jemand anderen nennen.',
          ),
        );
      }
      if (koerper.bis < koerper.von) {
        throw new ApiFehler(lehneAb('ZEITRAUM_UNGUELTIG', 'Das Ende der Vertretung liegt vor ihrem Beginn.'));
      }
      if (!(await lade(anfrage.dienste.akte, personen, koerper.vertreter))) {
        throw new ApiFehler(lehneAb('PERSON_UNBEKANNT', 'Diese Person gibt es nicht.'), 409);
      }
      const ereignis = { art: 'VertretungEingerichtet' as const, daten: koerper };
      return json(await aenderePerson(anfrage, akteur.person, ereignis), 201);
    },
  ),
  route(
    'put',
    '/ich/mailwunsch',
    {
      name: 'aendereMailwunsch',
      zweck: 'Welche Anlässe mich sofort erreichen; der Rest kommt täglich um 7:30 Uhr',
      koerper: personenereignisse.MailwunschGeaendert,
      antwort: angelegtSchema,
    },
    async (anfrage) => {
      const ereignis = { art: 'MailwunschGeaendert' as const, daten: anfrage.koerper };
      return json(await aenderePerson(anfrage, anfrage.akteur.person, ereignis));
    },
  ),
  route(
    'get',
    '/gremien',
    {
      name: 'listeGremien',
      zweck: 'Alle Gremien',
      antwort: z.object({ eintraege: z.array(z.object({ id: z.string(), name: z.string() })) }),
    },
    async ({ dienste }) => json({ eintraege: await gremienliste(dienste.akte) }),
  ),
];

async function gremienliste(akte: Akte): Promise<unknown[]> {
  return (await alle(akte, { pk: akte.schluessel.partition('GREMIEN') })).map((e) => daten(e));
}
