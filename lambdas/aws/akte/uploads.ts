import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type Upload, uploadlage, uploadSchema } from '../../../domain/upload/upload.ts';
import { type Akte, hole } from './akte.ts';
import { daten, type Eintrag, zuAttributen } from './eintrag.ts';

/** An upload with the count of its changes, so that two checks do not overwrite each other. */
export interface GeladenerUpload {
  readonly upload: Upload;
  readonly stand: number;
}

export async function ladeUpload(akte: Akte, vorlage: string, id: string): Promise<GeladenerUpload | null> {
  const eintrag = await hole(akte, akte.schluessel.upload(vorlage, id));
  return eintrag ? liesUpload(eintrag) : null;
}

export function liesUpload(eintrag: Eintrag): GeladenerUpload {
  return { upload: uploadSchema.parse(daten(eintrag)), stand: Number(eintrag.stand) };
}

export function uploadeintrag(akte: Akte, upload: Upload, stand: number): Eintrag {
  const zustand = uploadlage(upload).zustand;
  const offen = zustand === 'wirdGeprueft' || zustand === 'angekuendigt';
  return {
    ...akte.schluessel.upload(upload.vorlage, upload.id),
    kind: 'upload',
    stand,
    daten: JSON.stringify(upload),
    gsi1pk: offen ? akte.schluessel.offeneUploads : undefined,
    gsi1sk: offen ? `${upload.angekuendigt}#${upload.id}` : undefined,
  };
}

/** Reads, changes and writes an upload; again from the start if somebody changed it in between. */
export async function aendereUpload(
  akte: Akte,
  vorlage: string,
  id: string,
  aendere: (upload: Upload) => Upload,
): Promise<Upload | null> {
  for (;;) {
    const geladen = await ladeUpload(akte, vorlage, id);
    if (!geladen) return null;
    const neu = aendere(geladen.upload);
    if (neu === geladen.upload) return neu;
    try {
      await akte.client.send(
        new PutItemCommand({
          TableName: akte.tabelle,
          Item: zuAttributen(uploadeintrag(akte, neu, geladen.stand + 1)),
          ConditionExpression: '#stand = :stand',
          ExpressionAttributeNames: { '#stand': 'stand' },
          ExpressionAttributeValues: { ':stand': { N: String(geladen.stand) } },
        }),
      );
      return neu;
    } catch (fehler) {
      if (!(fehler instanceof ConditionalCheckFailedException)) throw fehler;
    }
  }
}
