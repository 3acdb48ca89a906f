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
import { lege, legeNeu, legeWenn, schreibeZusammen } from '../../aws/akte/transaktion.ts';
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
      const ablauf = await ladeAblaufstand(akte, anfrage.pfad.id ?? '');
      if (!ablauf) throw new ApiFehler(nichtGefunden);
      if (!ablauf.angehalten || ablauf.entscheid) {
        throw new ApiFehler(lehneAb('NICHT_ANGEHALTEN', 'Dieser Ablauf ist nicht angehalten.'));
      }
      const neu = { ...ablauf, entscheid: anfrage.koerper.entscheid };
      const inhalt = { vorlage: ablauf.vorlage, wartenummer: -ablauf.haltNr, ereignis: ablauf.haltNr };
      const wecken = neuerAusgang(
        'wecken',
        `${ablauf.vorlage}#halt#${ablauf.haltNr}#wecken`,
        inhalt,
        anfrage.jetzt,
      );
      const lage = await schreibeZusammen(akte, [
        legeWenn(akte, ablaufeintrag(akte, neu), 'haltNr', ablauf.haltNr, 'halt'),
        legeNeu(akte, ausgangseintrag(akte, wecken), 'wecken'),
      ]);
      if (!lage.geschrieben) {
        throw new ApiFehler(
          lehneAb('KONFLIKT', 'Jemand anderes hat schon entschieden. Bitte laden Sie neu.'),
        );
      }
      return json(neu);
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
      const vorlage = await lade(akte, vorlagen, anfrage.pfad.id ?? '');
      const ablauf = await ladeAblaufstand(akte, anfrage.pfad.id ?? '');
      if (!vorlage?.stand.halt)
        throw new ApiFehler(lehneAb('NICHT_UNTERWEGS', 'Diese Vorlage ist nicht unterwegs.'));
      const runde = (ablauf?.runde ?? 0) + 1;
      const neu = ablaufeintrag(akte, {
        vorlage: vorlage.stand.id,
        runde,
        gestartet: anfrage.jetzt,
        haltNr: ablauf?.haltNr ?? 0,
        angehalten: null,
        entscheid: null,
      });
      const inhalt = { vorlage: vorlage.stand.id, runde };
      const start = neuerAusgang('start', `${vorlage.stand.id}#runde#${runde}`, inhalt, anfrage.jetzt);
      // Wakes the old execution, which then sees that a newer round runs, and ends.
      const alt = {
        vorlage: vorlage.stand.id,
        wartenummer: vorlage.stand.halt.wartenummer,
        ereignis: vorlage.stand.nr,
      };
      const wecken = neuerAusgang('wecken', `${vorlage.stand.id}#runde#${runde}#wecken`, alt, anfrage.jetzt);
      const lage = await schreibeZusammen(akte, [
        ablauf ? legeWenn(akte, neu, 'runde', ablauf.runde, 'runde') : lege(akte, neu),
        legeNeu(akte, ausgangseintrag(akte, wecken), 'wecken'),
        legeNeu(akte, ausgangseintrag(akte, start), 'start'),
      ]);
      if (!lage.geschrieben) {
        throw new ApiFehler(lehneAb('KONFLIKT', 'Der Ablauf wurde gerade von jemand anderem neu gestartet.'));
      }
      return json({ runde });
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
