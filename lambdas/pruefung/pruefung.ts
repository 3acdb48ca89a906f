import * as z from 'zod';
import { leseEntwurf } from '../../documents/lesen/entwurf.ts';
import { hoechstgroesse, type Upload } from '../../domain/upload/upload.ts';
import { nimmPruefung } from '../../domain/upload/verdikt.ts';
import type { Akte } from '../aws/akte/akte.ts';
import { aendereUpload, ladeUpload } from '../aws/akte/uploads.ts';
import type { Eimer } from '../aws/dateien.ts';
import { sha256 } from '../aws/pruefsumme.ts';
import { anlagenbefund } from './anlage.ts';
import { ausUploadschluessel } from './schluessel.ts';

/** "Object Created" of Amazon S3, as far as we read it. */
const objektSchema = z.object({
  detail: z.object({
    object: z.object({ key: z.string(), 'version-id': z.string().optional(), size: z.number() }),
  }),
});

type Ergebnis = Pick<Upload, 'inhalt' | 'befunde' | 'felder' | 'anlagentitel' | 'modell' | 'datei'>;

/**
 * Checks an uploaded file once: its first version. Other bytes in a later version under the same key mean
 * that somebody swapped the file; the upload is then refused.
 */
export async function pruefeUpload(akte: Akte, eimer: Eimer, ereignis: unknown): Promise<void> {
  const { object } = objektSchema.parse(ereignis).detail;
  const ort = ausUploadschluessel(decodeURIComponent(object.key.replaceAll('+', ' ')));
  const versionId = object['version-id'];
  if (!ort || !versionId) return;
  const geladen = await ladeUpload(akte, ort.vorlage, ort.upload);
  if (!geladen) return;
  const { upload } = geladen;
  if (upload.datei?.versionId === versionId) return;
  if (upload.datei) {
    // The same bytes once more are a client whose answer got lost; other bytes are a swap.
    const zweite = sha256(await eimer.lies(upload.schluessel, versionId));
    if (zweite === upload.datei.sha256) return;
    await aendereUpload(akte, ort.vorlage, ort.upload, (u) => (u.ersetzt ? u : { ...u, ersetzt: true }));
    return;
  }
  const ergebnis = await pruefe(eimer, upload, versionId, object.size);
  await aendereUpload(akte, ort.vorlage, ort.upload, (u) => nimmPruefung(u, ergebnis));
}

async function pruefe(eimer: Eimer, upload: Upload, versionId: string, groesse: number): Promise<Ergebnis> {
  const leer = { felder: null, anlagentitel: [], modell: null };
  if (groesse > hoechstgroesse[upload.zweck]) {
    const mb = Math.floor(hoechstgroesse[upload.zweck] / 1_000_000);
    return {
      ...leer,
      inhalt: 'schlecht',
      datei: { versionId, sha256: '0'.repeat(64), groesse },
      befunde: [
        {
          art: 'fehler',
          code: 'ZU_GROSS',
          satz: `Die Datei ist größer als ${mb} MB.`,
          ort: null,
          abhilfe: 'Bitte verkleinern Sie Bilder oder teilen Sie die Datei.',
        },
      ],
    };
  }
  const bytes = await eimer.lies(upload.schluessel, versionId);
  const datei = { versionId, sha256: sha256(bytes), groesse: bytes.length };
  if (upload.zweck === 'anlage') {
    const befunde = anlagenbefund(upload.dateiname, bytes);
    return { ...leer, inhalt: befunde.length > 0 ? 'schlecht' : 'gut', befunde, datei };
  }
  const bericht = await leseEntwurf(bytes);
  if (!bericht.angenommen || !bericht.modell) {
    return { ...leer, inhalt: 'schlecht', befunde: bericht.befunde, datei };
  }
  const modell = await eimer.legeEinmal(
    `modell/${upload.vorlage}/${upload.id}.json`,
    new TextEncoder().encode(JSON.stringify(bericht.modell)),
    'application/json',
  );
  return {
    inhalt: 'gut',
    befunde: bericht.befunde,
    felder: bericht.felder,
    anlagentitel: bericht.anlagen,
    modell,
    datei,
  };
}
