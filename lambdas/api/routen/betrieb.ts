import { DescribeExecutionCommand, GetExecutionHistoryCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { vorlagen } from '../../../domain/aggregat.ts';
import { lehneAb } from '../../../domain/gemeinsam/antwort.ts';
import { ausfuehrungArn } from '../../aws/ablauf.ts';
import { ablaufeintrag, ablaufstandSchema, ladeAblaufstand } from '../../aws/akte/ablaufstand.ts';
import { seite } from '../../aws/akte/akte.ts';
import { ausgangseintrag, neuerAusgang } from '../../aws/akte/ausgang.ts';
import { daten } from '../../aws/akte/eintrag.ts';
import { lade } from '../../aws/akte/laden.ts';
import { lege, legeNeu, legeWenn } from '../../aws/akte/transaktion.ts';
import { greifeEin } from '../betriebsbefehl.ts';
import { ApiFehler } from '../fehler.ts';
import { ohneMarken } from '../ohneMarken.ts';
import { json, route, seitenabfrage, seitenantwort } from '../route.ts';
import { nichtGefunden, pruefeRecht } from '../vorlagenbefehl.ts';

export const betriebsrouten = [
  route(
    'get',
    '/betrieb/angehalten',
    {
      name: 'listeAngehaltene',
      zweck: 'Abläufe, die nach einem Fehler auf die Systembetreuung warten',
      abfrage: seitenabfrage,
      antwort: seitenantwort(ablaufstandSchema),
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'betrieb.fuehren', {});
      const { akte } = anfrage.dienste;
      const { cursor, anzahl } = anfrage.abfrage;
      const s = await seite(akte, {
        pk: akte.schluessel.ablaufstatus('angehalten'),
        index: 'gsi1',
        cursor,
        anzahl,
      });
      return json({ eintraege: s.eintraege.map((e) => ablaufstandSchema.parse(daten(e))), cursor: s.cursor });
    },
  ),
  route(
    'post',
    '/betrieb/ablaeufe/{id}/entscheid',
    {
      name: 'entscheideAngehalten',
      zweck: 'Einen angehaltenen Ablauf erneut versuchen oder abbrechen',
      koerper: z.strictObject({ entscheid: z.enum(['erneut', 'abbrechen']) }),
      antwort: ablaufstandSchema,
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'betrieb.fuehren', {});
      const { akte } = anfrage.dienste;
      const antwort = await greifeEin(anfrage, 'betrieb.entscheid', async () => {
        const ablauf = await ladeAblaufstand(akte, anfrage.pfad.id ?? '');
        if (!ablauf) return nichtGefunden;
        if (!ablauf.angehalten || ablauf.entscheid) {
          return lehneAb('NICHT_ANGEHALTEN', 'Dieser Ablauf ist nicht angehalten.');
        }
        const neu = { ...ablauf, entscheid: anfrage.koerper.entscheid };
        const inhalt = { vorlage: ablauf.vorlage, wartenummer: -ablauf.haltNr, ereignis: ablauf.haltNr };
        const schluessel = `${ablauf.vorlage}#halt#${ablauf.haltNr}#wecken`;
        const wecken = neuerAusgang('wecken', schluessel, inhalt, anfrage.jetzt);
        return {
          ok: true,
          weitere: [
            legeWenn(akte, ablaufeintrag(akte, neu), 'haltNr', ablauf.haltNr, 'halt'),
            legeNeu(akte, ausgangseintrag(akte, wecken), 'wecken'),
          ],
          antwort: neu,
        };
      });
      return json(antwort);
    },
  ),
  route(
    'post',
    '/betrieb/ablaeufe/{id}/neustart',
    {
      name: 'starteAblaufNeu',
      zweck: 'Den Ablauf in einer neuen Runde aus der Akte fortsetzen; die alte Ausführung löst sich ab',
      antwort: z.object({ runde: z.int() }),
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'betrieb.fuehren', {});
      const { akte } = anfrage.dienste;
      let ueberholt = false;
      const antwort = await greifeEin(anfrage, 'betrieb.neustart', async () => {
        if (ueberholt) {
          return lehneAb('KONFLIKT', 'Der Ablauf wurde gerade von jemand anderem neu gestartet.');
        }
        ueberholt = true;
        const vorlage = await lade(akte, vorlagen, anfrage.pfad.id ?? '');
        const ablauf = await ladeAblaufstand(akte, anfrage.pfad.id ?? '');
        if (!vorlage?.stand.halt) {
          return lehneAb('NICHT_UNTERWEGS', 'Diese Vorlage ist nicht unterwegs.');
        }
        const { id, halt, nr } = vorlage.stand;
        const runde = (ablauf?.runde ?? 0) + 1;
        const neu = ablaufeintrag(akte, {
          vorlage: id,
          runde,
          gestartet: anfrage.jetzt,
          haltNr: ablauf?.haltNr ?? 0,
          angehalten: null,
          entscheid: null,
        });
        const start = neuerAusgang('start', `${id}#runde#${runde}`, { vorlage: id, runde }, anfrage.jetzt);
        // Wakes the old execution, which then sees that a newer round runs, and ends.
        const alt = { vorlage: id, wartenummer: halt.wartenummer, ereignis: nr };
        const wecken = neuerAusgang('wecken', `${id}#runde#${runde}#wecken`, alt, anfrage.jetzt);
        return {
          ok: true,
          weitere: [
            ablauf ? legeWenn(akte, neu, 'runde', ablauf.runde, 'runde') : lege(akte, neu),
            legeNeu(akte, ausgangseintrag(akte, wecken), 'wecken'),
            legeNeu(akte, ausgangseintrag(akte, start), 'start'),
          ],
          antwort: { runde },
        };
      });
      return json(antwort);
    },
  ),
  route(
    'get',
    '/betrieb/ablaeufe/{id}/ausfuehrung',
    {
      name: 'liesAusfuehrung',
      zweck: 'Die Ausführung einer Runde mit ihrer Geschichte, ohne Wartemarken',
      abfrage: z.object({ runde: z.coerce.number().int().min(1).max(9_999).default(1) }),
      antwort: z.object({ status: z.string(), ereignisse: z.array(z.unknown()) }),
    },
    async (anfrage) => {
      pruefeRecht(anfrage, 'betrieb.fuehren', {});
      const { automat, automatArn } = anfrage.dienste;
      const executionArn = ausfuehrungArn(automatArn, anfrage.pfad.id ?? '', anfrage.abfrage.runde);
      try {
        const { status } = await automat.send(new DescribeExecutionCommand({ executionArn }));
        const ereignisse: unknown[] = [];
        let nextToken: string | undefined;
        do {
          const s = await automat.send(
            new GetExecutionHistoryCommand({
              executionArn,
              maxResults: 1000,
              ...(nextToken ? { nextToken } : {}),
            }),
          );
          ereignisse.push(...(s.events ?? []));
          nextToken = s.nextToken;
        } while (nextToken);
        return json({ status, ereignisse: ohneMarken(ereignisse) });
      } catch (fehler) {
        if (fehler instanceof Error && fehler.name === 'ExecutionDoesNotExist')
          throw new ApiFehler(nichtGefunden);
        throw fehler;
      }
    },
  ),
];
