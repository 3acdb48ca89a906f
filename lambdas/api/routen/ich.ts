import * as z from 'zod';
import { personen } from '../../../domain/aggregat.ts';
import { zuLokal } from '../../../domain/fristen/berlin.ts';
import { lehneAb } from '../../../domain/gemeinsam/antwort.ts';
import {
  hatStelle,
  personenereignisse,
  personenstandSchema,
  vertretungSchema,
} from '../../../domain/person/person.ts';
import { stelleSchema } from '../../../domain/rollen/stelle.ts';
import { lade, ladeStaende } from '../../aws/akte/laden.ts';
import { ApiFehler } from '../fehler.ts';
import { aenderePerson } from '../personenbefehl.ts';
import { json, route } from '../route.ts';
import { pruefeRecht } from '../vorlagenbefehl.ts';
import { angelegtSchema } from './antworten.ts';

export const ichrouten = [
  route(
    'get',
    '/ich',
    {
      name: 'liesMich',
      zweck: 'Wer ich bin, was ich darf, wer mich vertritt und welche Mails mich sofort erreichen',
      antwort: z.object({
        person: z.string(),
        name: z.string(),
        mail: z.string(),
        stellen: z.array(z.object({ ...stelleSchema.shape, fuer: z.string().nullable() })),
        vertretungen: z
          .array(vertretungSchema)
          .describe('Die ich eingerichtet habe und die noch gelten oder erst beginnen'),
        sofort: personenstandSchema.shape.sofort.describe('Anlässe, die ich sofort will; null: die üblichen'),
        namen: z.record(z.string(), z.string()),
      }),
    },
    async ({ dienste: { akte }, akteur, jetzt }) => {
      const ich = await lade(akte, personen, akteur.person);
      if (!ich) throw new Error(`Der Stand der Person ${akteur.person} fehlt.`);
      const { name, mail, sofort } = ich.stand;
      const heute = zuLokal(jetzt).datum;
      const vertretungen = ich.stand.vertretungen
        .filter((v) => v.bis >= heute)
        .sort((a, b) => (a.von < b.von ? -1 : 1));
      const genannte = [
        ...vertretungen.map((v) => v.vertreter),
        ...akteur.stellen.flatMap((s) => s.fuer ?? []),
      ];
      const staende = await ladeStaende(akte, personen, [...new Set(genannte)]);
      const namen = Object.fromEntries([...staende].map(([id, stand]) => [id, stand.name]));
      const { person, stellen } = akteur;
      return json({ person, name, mail, stellen, vertretungen, sofort, namen });
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
];
