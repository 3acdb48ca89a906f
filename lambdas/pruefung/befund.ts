import * as z from 'zod';
import type { verdikte } from '../../domain/upload/upload.ts';
import { nimmVerdikt } from '../../domain/upload/verdikt.ts';
import type { Akte } from '../aws/akte/akte.ts';
import { aendereUpload } from '../aws/akte/uploads.ts';
import { ausUploadschluessel } from './schluessel.ts';

/** "GuardDuty Malware Protection Object Scan Result", as far as we read it. */
const scanSchema = z.object({
  detail: z.object({
    scanStatus: z.string(),
    s3ObjectDetails: z.object({ objectKey: z.string(), versionId: z.string().optional() }),
    scanResultDetails: z.object({ scanResultStatus: z.string() }),
  }),
});

const verdikt: Readonly<Record<string, (typeof verdikte)[number]>> = {
  NO_THREATS_FOUND: 'sauber',
  THREATS_FOUND: 'schadhaft',
  UNSUPPORTED: 'nichtPruefbar',
};

/**
 * Takes the malware verdict, whenever it comes: before our own check, late, twice, or for a version that
 * was put there later. Whatever is not known to be clean (ACCESS_DENIED, FAILED ...) is not.
 */
export async function nimmBefund(akte: Akte, ereignis: unknown): Promise<void> {
  const { s3ObjectDetails, scanResultDetails } = scanSchema.parse(ereignis).detail;
  const ort = ausUploadschluessel(s3ObjectDetails.objectKey);
  if (!ort) return;
  const neu = verdikt[scanResultDetails.scanResultStatus] ?? 'fehlgeschlagen';
  const version = s3ObjectDetails.versionId ?? null;
  await aendereUpload(akte, ort.vorlage, ort.upload, (u) => nimmVerdikt(u, version, neu));
}
