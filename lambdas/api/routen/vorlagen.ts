import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as z from 'zod';
import { renderVorlagenmuster } from '../../../documents/papiere/vorlagenmuster.ts';
import { personen, vorlagen } from '../../../domain/aggregat.ts';
import { pruefeKette } from '../../../domain/ereignisse/kette.ts';
import { lehneAb } from '../../../domain/gemeinsam/antwort.ts';
import { darf } from '../../../domain/rollen/darf.ts';
import { gegenstandVon } from '../../../domain/rollen/gegenstand.ts';
import { type Sicht, sichtFuer } from '../../../domain/rollen/sicht.ts';
import { aendere } from '../../../domain/vorlage/befehle/aendern.ts';
import { anlegenSchema, legeAn } from '../../../domain/vorlage/befehle/anlegen.ts';
import { pruefe } from '../../../domain/vorlage/befehle/ergebnis.ts';
import { kopfSchema } from '../../../domain/vorlage/befehle/kopf.ts';
import {
  beratungNr,
  type Vorlagenstand,
  verfasserzeile,
  vorlagenstandSchema,
} from '../../../domain/vorlage/stand.ts';
import { hausstil } from '../../../templates/hausstil.ts';
import { verwaltung } from '../../../templates/verwaltung.ts';
import { type Akte, alle, hole } from '../../aws/akte/akte.ts';
import { daten } from '../../aws/akte/eintrag.ts';
import { type Geladen, lade, ladeVerlauf } from '../../aws/akte/laden.ts';
import { docxTyp, papierSchema } from '../../aws/akte/papiere.ts';
import { sha256 } from '../../aws/pruefsumme.ts';
import { ApiFehler } from '../fehler.ts';
import { unbekanntesGremium } from '../gremien.ts';
import { neueKennung } from '../kennung.ts';
import { legeAggregatAn } from '../neu.ts';
import { type Anfrage, json, route } from '../route.ts';
import { befehle, nichtGefunden, pruefeRecht, umgebung } from '../vorlagenbefehl.ts';
import { angelegtSchema, kurzSchema, pruefungSchema } from './antworten.ts';

/** Loads a Vorlage that the person may read; else there is nothing. */
export async function ladeLesbar(anfrage: Anfrage<unknown, unknown>): Promise<Geladen<Vorlagenstand>> {
  const geladen = await lade(anfrage.dienste.akte, vorlagen, anfrage.pfad.id ?? '');
  if (!geladen || !darf(anfrage.akteur, 'vorlage.lesen', gegenstandVon(geladen.stand)).erlaubt) {
    throw new ApiFehler(nichtGefunden);
  }
  return geladen;
}

/** Names for the ids in an answer. An erased person reads as such. */
export async function namenVon(akte: Akte, ids: Iterable<string>): Promise<Record<string, string>> {
  const namen: Record<string, string> = {};
  for (const id of new Set(ids)) {
    namen[id] = id === 'system' ? 'System' : ((await lade(akte, personen, id))?.stand.name ?? id);
  }
  return namen;
}

/** How long a link to a file works, in seconds. */
const verweisGilt = 300;

/** What was recorded in the Sitzung and not released yet stays with those who record. */
function siehtEntwurf(sicht: Sicht, stand: Vorlagenstand, nr: number): boolean {
  const beratung = beratungNr(stand, nr);
  return beratung !== undefined && sicht.siehtErgebnis(beratung);
}

/** A link to one version of a file, as attachment: nothing is ever rendered in our origin. */
async function verweisAuf(
  signierer: S3Client,
  bucket: string,
  datei: { schluessel: string; versionId: string; dateiname: string; sha256: string },
) {
  const name = encodeURIComponent(datei.dateiname);
  const url = await getSignedUrl(
    signierer,
    new GetObjectCommand({
      Bucket: bucket,
      Key: datei.schluessel,
      VersionId: datei.versionId,
      // RFC 6266: names with umlauts travel in the extended form.
      ResponseContentDisposition: `attachment; filename*=UTF-8''${name}`,
    }),
    { expiresIn: verweisGilt },
  );
  return { url, dateiname: datei.dateiname, sha256: datei.sha256 };
}

export const vorlagenrouten = [
  route(
    'post',
    '/vorlagen',
    {
      name: 'legeVorlageAn',
      erfolg: 201,
      zweck: 'Einen Entwurf anlegen',
      koerper: anlegenSchema,
      antwort: angelegtSchema,
    },
    async (anfrage) => {
      const { koerper, akteur } = anfrage;
      const amt = verwaltung.aemter.find((a) => a.nr === koerper.amt);
      if (!amt) throw new ApiFehler(lehneAb('AMT_UNBEKANNT', `Das Amt ${koerper.amt} gibt es nicht.`));
      const befugnis = pruefeRecht(anfrage, 'vorlage.anlegen', { amt: amt.nr });
      const genannte = koerper.gremienweg.map((b) => b.gremium);
      const unbekannt = await unbekanntesGremium(anfrage.dienste.akte, genannte);
      if (unbekannt) throw new ApiFehler(unbekannt);
      const entscheidung = legeAn(koerper, amt);
      if (!entscheidung.ok) throw new ApiFehler(entscheidung);
      const id = neueKennung('v', akteur.person, anfrage.idempotenz);
      return json(
        await legeAggregatAn(anfrage, vorlagen, id, befugnis.stelle.fuer, entscheidung.ereignisse),
        201,
      );
    },
  ),
  route(
    'put',
    '/vorlagen/{id}/entwurf',
    {
      name: 'aendereEntwurf',
      zweck: 'Kopffelder und Gremienweg des Entwurfs ändern',
      koerper: kopfSchema,
      antwort: kurzSchema,
      mitVersion: true,
    },
    async (anfrage) =>
      json(
        await befehle(anfrage, 'vorlage.bearbeiten', undefined, async (stand) => {
          const genannte = anfrage.koerper.gremienweg.map((b) => b.gremium);
          const unbekannt = await unbekanntesGremium(anfrage.dienste.akte, genannte);
          return unbekannt ?? { entscheidung: aendere(stand, anfrage.koerper) };
        }),
      ),
  ),
  route(
    'get',
    '/vorlagen/{id}',
    {
      name: 'liesVorlage',
      zweck: 'Eine Vorlage mit Stand, Gremienweg, Prüfung der Ergebnisse und Papieren',
      antwort: z.object({
        vorlage: vorlagenstandSchema,
        version: z.int(),
        pruefungen: z
          .record(z.string(), pruefungSchema)
          .describe('je Nummer einer Beratung mit erfasstem Ergebnis'),
        papiere: z.array(papierSchema),
        namen: z.record(z.string(), z.string()),
      }),
    },
    async (anfrage) => {
      const { stand: ganz } = await ladeLesbar(anfrage);
      const sicht = sichtFuer(anfrage.akteur, ganz);
      const { stand } = sicht;
      const { akte } = anfrage.dienste;
      const papiere = sicht.papiere
        ? await alle(akte, { pk: akte.schluessel.aggregat('Vorlage', stand.id), beginnt: 'PAPIER#' })
        : [];
      const u = umgebung(anfrage, stand, null);
      const pruefungen = Object.fromEntries(
        stand.gremienweg
          .filter((b) => b.ergebnis)
          .map((b) => [String(b.nr), b.ergebnis && pruefe(stand, b, b.ergebnis, u)]),
      );
      const namen = await namenVon(akte, [
        stand.verfasser,
        ...stand.freigaben.map((f) => f.person),
        ...stand.fassungen.map((f) => f.eingereichtVon),
        ...(stand.zurueckweisung ? [stand.zurueckweisung.person] : []),
        ...stand.gremienweg.flatMap((b) => [b.erfasstVon, b.freigegeben?.person]).filter((p) => p != null),
      ]);
      return json({
        vorlage: stand,
        version: stand.nr,
        pruefungen,
        papiere: papiere.map((e) => papierSchema.parse(daten(e))),
        namen,
      });
    },
  ),
  route(
    'get',
    '/vorlagen/{id}/muster',
    {
      name: 'holeMuster',
      zweck: 'Die Word-Vorlage, vorbelegt mit dem, was bekannt ist',
      antwort: z.file(),
    },
    async (anfrage) => {
      const { stand } = await ladeLesbar(anfrage);
      const datei = await renderVorlagenmuster({
        hausstil,
        felder: {
          nummer: stand.nummer,
          datum: stand.datum,
          dezernat: stand.dezernat,
          verfasser: verfasserzeile(stand),
          az: stand.az,
          betreff: stand.betreff,
        },
      });
      return { status: 200, datei, typ: docxTyp, dateiname: 'Unterrichtungsvorlage.docx' };
    },
  ),
  route(
    'get',
    '/vorlagen/{id}/verlauf',
    {
      name: 'liesVerlauf',
      zweck: 'Wer hatte sie, wann, und was kam dabei heraus',
      antwort: z.object({
        eintraege: z.array(
          z.looseObject({ nr: z.int(), art: z.string(), zeit: z.string(), person: z.string() }),
        ),
        namen: z.record(z.string(), z.string()),
      }),
    },
    async (anfrage) => {
      const { stand } = await ladeLesbar(anfrage);
      const sicht = sichtFuer(anfrage.akteur, stand);
      if (!sicht.verlauf) throw new ApiFehler(nichtGefunden);
      const { akte } = anfrage.dienste;
      const { geschehen } = await ladeVerlauf(akte, vorlagen, stand.id);
      return json({
        eintraege: geschehen
          .filter(
            (g) =>
              g.ereignis.art !== 'ErgebnisErfasst' || siehtEntwurf(sicht, stand, g.ereignis.daten.beratung),
          )
          .map((g) => ({
            nr: g.nr,
            art: g.ereignis.art,
            zeit: g.zeit,
            person: g.person,
            vertretungFuer: g.vertretungFuer,
            daten: g.ereignis.daten,
          })),
        namen: await namenVon(
          akte,
          geschehen.flatMap((g) => [g.person, ...(g.vertretungFuer ? [g.vertretungFuer] : [])]),
        ),
      });
    },
  ),
  route(
    'get',
    '/vorlagen/{id}/kette',
    {
      name: 'liesKette',
      zweck: 'Die Ereigniskette in ihren gespeicherten Bytes, mit dem Befund des Prüfers',
      antwort: z.object({
        ereignisse: z.array(z.object({ bytes: z.string(), hash: z.string() })),
        befund: z.object({
          gueltig: z.boolean(),
          laenge: z.int(),
          kopf: z.string().nullable(),
          fehler: z.string().nullable(),
        }),
      }),
    },
    async (anfrage) => {
      const { stand } = await ladeLesbar(anfrage);
      pruefeRecht(anfrage, 'kette.lesen', gegenstandVon(stand));
      const sicht = sichtFuer(anfrage.akteur, stand);
      if (stand.gremienweg.some((b) => b.ergebnis !== null && !sicht.siehtErgebnis(b))) {
        throw new ApiFehler(
          lehneAb(
            'ERGEBNIS_OFFEN',
            'In der Kette steht ein Ergebnis, das noch nicht freigegeben ist. Bitte sehen Sie nach der Freigabe wieder nach.',
          ),
        );
      }
      const { geschehen } = await ladeVerlauf(anfrage.dienste.akte, vorlagen, stand.id);
      const ereignisse = geschehen.map(({ bytes, hash }) => ({ bytes, hash }));
      return json({ ereignisse, befund: pruefeKette(ereignisse, sha256) });
    },
  ),
  route(
    'get',
    '/vorlagen/{id}/papiere/{ereignis}',
    {
      name: 'holePapier',
      zweck: 'Ein kurzlebiger Verweis auf ein ausgefertigtes Papier',
      antwort: z.object({ url: z.string(), dateiname: z.string(), sha256: z.string() }),
    },
    async (anfrage) => {
      const { stand } = await ladeLesbar(anfrage);
      if (!sichtFuer(anfrage.akteur, stand).papiere) throw new ApiFehler(nichtGefunden);
      const { akte, papiere, signierer } = anfrage.dienste;
      const nr = Number(anfrage.pfad.ereignis);
      const eintrag = Number.isInteger(nr)
        ? await hole(akte, akte.schluessel.papier(stand.id, nr))
        : undefined;
      if (!eintrag) throw new ApiFehler(nichtGefunden);
      const papier = papierSchema.parse(daten(eintrag));
      return json(await verweisAuf(signierer, papiere.bucket, papier));
    },
  ),
  route(
    'get',
    '/vorlagen/{id}/anlagen/{upload}',
    {
      name: 'holeAnlage',
      zweck: 'Ein kurzlebiger Verweis auf eine geprüfte Anlage',
      antwort: z.object({ url: z.string(), dateiname: z.string(), sha256: z.string() }),
    },
    async (anfrage) => {
      const { stand } = await ladeLesbar(anfrage);
      const anlage = stand.fassungen
        .flatMap((f) => f.anlagen)
        .find((a) => a.datei.upload === anfrage.pfad.upload);
      if (!anlage) throw new ApiFehler(nichtGefunden);
      const { signierer, entwuerfe } = anfrage.dienste;
      return json(await verweisAuf(signierer, entwuerfe.bucket, anlage.datei));
    },
  ),
];
