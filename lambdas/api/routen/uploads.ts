import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import * as z from 'zod';
import { vorlagen } from '../../../domain/aggregat.ts';
import { gegenstandVon } from '../../../domain/rollen/gegenstand.ts';
import { hoechstgroesse, type Upload, uploadlage, uploadSchema } from '../../../domain/upload/upload.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { schluesselWiederverwendet } from '../../aws/akte/befehl.ts';
import { lade } from '../../aws/akte/laden.ts';
import { legeFallsNeu } from '../../aws/akte/transaktion.ts';
import { ladeUpload, uploadeintrag } from '../../aws/akte/uploads.ts';
import { uploadschluessel } from '../../pruefung/schluessel.ts';
import { ApiFehler } from '../fehler.ts';
import { neueKennung } from '../kennung.ts';
import { json, route } from '../route.ts';
import { nichtGefunden, pruefeRecht } from '../vorlagenbefehl.ts';

const ankuendigungSchema = z.strictObject({
  zweck: z.enum(['entwurf', 'anlage']),
  dateiname: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\\/\p{Cc}]+$/u, 'Der Dateiname darf keine Schrägstriche oder Steuerzeichen enthalten.'),
});

/** How long an announced file may be sent, in seconds. */
const formularGilt = 900;

const lageSchema = z.object({
  id: z.string(),
  zustand: z.enum(['angekuendigt', 'wirdGeprueft', 'geprueft', 'abgelehnt']),
  code: z.string().nullable(),
  satz: z.string().nullable(),
  inhalt: uploadSchema.shape.inhalt.describe('Unsere eigene Prüfung der Datei'),
  verdikt: uploadSchema.shape.verdikt.describe('Prüfung auf Schadsoftware; null, solange sie läuft'),
  befunde: uploadSchema.shape.befunde,
  felder: uploadSchema.shape.felder,
  anlagentitel: uploadSchema.shape.anlagentitel,
  abweichungen: z
    .array(z.object({ feld: z.string(), vorlage: z.string().nullable(), datei: z.string() }))
    .describe('Kopffelder, die in der Datei anders stehen; es gilt, was in der Vorlage steht'),
});

/** The paper prints the head that was entered; where the file says something else, the clerk should see it. */
function abweichungen(stand: Vorlagenstand, { felder }: Upload) {
  const eingegeben = { betreff: stand.betreff, az: stand.az };
  return (['betreff', 'az'] as const).flatMap((feld) => {
    const datei = felder?.[feld] ?? null;
    return datei === null || datei === eingegeben[feld] ? [] : [{ feld, vorlage: eingegeben[feld], datei }];
  });
}

export const uploadrouten = [
  route(
    'post',
    '/vorlagen/{id}/uploads',
    {
      name: 'kuendigeUploadAn',
      erfolg: 201,
      zweck:
        'Eine Datei ankündigen. Danach: alle Felder der Antwort und zuletzt die Datei als Feld „file“ per multipart/form-data an die Adresse senden (Antwort 204), dann den Stand der Prüfung abfragen, bis sie geprueft oder abgelehnt ist',
      koerper: ankuendigungSchema,
      antwort: z.object({
        id: z.string(),
        url: z.string(),
        felder: z.record(z.string(), z.string()),
        hoechstgroesse: z.int().describe('Bytes'),
      }),
    },
    async (anfrage) => {
      const { dienste, koerper, akteur, jetzt } = anfrage;
      const geladen = await lade(dienste.akte, vorlagen, anfrage.pfad.id ?? '');
      if (!geladen) throw new ApiFehler(nichtGefunden);
      pruefeRecht(anfrage, 'vorlage.bearbeiten', gegenstandVon(geladen.stand));
      const vorlage = geladen.stand.id;
      const id = neueKennung('u', akteur.person, anfrage.idempotenz);
      const upload: Upload = {
        id,
        vorlage,
        zweck: koerper.zweck,
        dateiname: koerper.dateiname,
        person: akteur.person,
        angekuendigt: jetzt,
        schluessel: uploadschluessel(vorlage, id),
        datei: null,
        modell: null,
        inhalt: 'offen',
        befunde: [],
        felder: null,
        anlagentitel: [],
        verdikt: dienste.malwarePruefung ? null : 'entfaellt',
        verdiktVersion: null,
        vorab: {},
        abgelaufen: false,
        ersetzt: false,
      };
      if (!(await legeFallsNeu(dienste.akte, uploadeintrag(dienste.akte, upload, 1)))) {
        const bekannt = (await ladeUpload(dienste.akte, vorlage, id))?.upload;
        if (bekannt?.zweck !== koerper.zweck || bekannt.dateiname !== koerper.dateiname) {
          throw new ApiFehler(schluesselWiederverwendet);
        }
      }
      const formular = await createPresignedPost(dienste.signierer, {
        Bucket: dienste.entwuerfe.bucket,
        Key: upload.schluessel,
        Conditions: [['content-length-range', 1, hoechstgroesse[koerper.zweck]]],
        Expires: formularGilt,
      });
      return json(
        { id, url: formular.url, felder: formular.fields, hoechstgroesse: hoechstgroesse[koerper.zweck] },
        201,
      );
    },
  ),
  route(
    'get',
    '/vorlagen/{id}/uploads/{upload}',
    { name: 'liesUpload', zweck: 'Wie weit die Prüfung einer Datei ist', antwort: lageSchema },
    async (anfrage) => {
      const { akte } = anfrage.dienste;
      const vorlage = await lade(akte, vorlagen, anfrage.pfad.id ?? '');
      if (!vorlage) throw new ApiFehler(nichtGefunden);
      pruefeRecht(anfrage, 'vorlage.entwurfLesen', gegenstandVon(vorlage.stand));
      const geladen = await ladeUpload(akte, vorlage.stand.id, anfrage.pfad.upload ?? '');
      if (!geladen) throw new ApiFehler(nichtGefunden);
      const { upload } = geladen;
      return json({
        id: upload.id,
        ...uploadlage(upload),
        inhalt: upload.inhalt,
        verdikt: upload.verdikt,
        befunde: upload.befunde,
        felder: upload.felder,
        anlagentitel: upload.anlagentitel,
        abweichungen: abweichungen(vorlage.stand, upload),
      });
    },
  ),
];
