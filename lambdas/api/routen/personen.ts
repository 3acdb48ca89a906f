import * as z from 'zod';
import { personen } from '../../../domain/aggregat.ts';
import { lehneAb } from '../../../domain/gemeinsam/antwort.ts';
import {
  berichtigePerson,
  legePersonAn,
  loginliste,
  type Personenstand,
  personAnlegenSchema,
  personBerichtigenSchema,
  personenereignisse,
  personenliste,
  personenstandSchema,
} from '../../../domain/person/person.ts';
import { darf } from '../../../domain/rollen/darf.ts';
import { hole, seite } from '../../aws/akte/akte.ts';
import { daten } from '../../aws/akte/eintrag.ts';
import { lade, ladeStaende } from '../../aws/akte/laden.ts';
import { ApiFehler } from '../fehler.ts';
import { legeAggregatAn } from '../neu.ts';
import { aenderePerson } from '../personenbefehl.ts';
import { json, route, seitenabfrage, seitenantwort } from '../route.ts';
import { nichtGefunden, pruefeRecht } from '../vorlagenbefehl.ts';
import { angelegtSchema } from './antworten.ts';

/** What everyone who is logged in may know of the others: enough to name a substitute. */
const namensschema = z.object({ id: z.string(), name: z.string() });

const personSchema = personenstandSchema
  .pick({ id: true, name: true, mail: true, login: true, stellen: true, vertretungen: true })
  .extend({ version: z.int() });

function alsPerson({ id, name, mail, login, stellen, vertretungen, nr }: Personenstand) {
  return { id, name, mail, login, stellen, vertretungen, version: nr };
}

export const personenrouten = [
  route(
    'get',
    '/personen',
    {
      name: 'listePersonen',
      zweck: 'Alle Personen nach Nachnamen; nur die Systembetreuung sieht mehr als Kennung und Namen',
      abfrage: seitenabfrage,
      antwort: seitenantwort(z.union([personSchema, namensschema])),
    },
    async ({ dienste: { akte }, akteur, abfrage: { cursor, anzahl } }) => {
      const pk = akte.schluessel.partition(personenliste);
      const s = await seite(akte, { pk, beginnt: 'P#', cursor, anzahl });
      const namen = s.eintraege.map((e) => namensschema.parse(daten(e)));
      if (!darf(akteur, 'verwaltung.pflegen', {}).erlaubt)
        return json({ eintraege: namen, cursor: s.cursor });
      const ids = namen.map((n) => n.id);
      const staende = await ladeStaende(akte, personen, ids);
      const eintraege = ids.flatMap((id) => {
        const stand = staende.get(id);
        return stand ? [alsPerson(stand)] : [];
      });
      return json({ eintraege, cursor: s.cursor });
    },
  ),
  route(
    'get',
    '/personen/{person}',
    {
      name: 'liesPerson',
      zweck: 'Eine Person mit Mailadresse, Anmeldung, Stellen und Vertretungen, für die Systembetreuung',
      antwort: personSchema,
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'verwaltung.pflegen', {});
      const person = await lade(anfrage.dienste.akte, personen, anfrage.pfad.person ?? '');
      if (!person) throw new ApiFehler(nichtGefunden);
      return json(alsPerson(person.stand));
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
    '/personen/{person}',
    {
      name: 'berichtigePerson',
      zweck: 'Name und Mailadresse einer Person berichtigen',
      koerper: personBerichtigenSchema,
      antwort: angelegtSchema,
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'verwaltung.pflegen', {});
      const ereignis = berichtigePerson(anfrage.koerper);
      return json(await aenderePerson(anfrage, anfrage.pfad.person ?? '', ereignis));
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
];
