import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { sha256 } from './pruefsumme.ts';

/** A stored file, named so that nobody can swap it: key, version and hash. */
export interface Ablage {
  readonly schluessel: string;
  readonly versionId: string;
  readonly sha256: string;
}

export type Eimer = ReturnType<typeof oeffneEimer>;

/** One bucket. Every read names the version. */
export function oeffneEimer(bucket: string, client = new S3Client({})) {
  return {
    bucket,
    client,
    /** Reads one version. @throws Error if its bytes are not those of the hash */
    async lies(schluessel: string, versionId: string, erwartet?: string): Promise<Uint8Array> {
      const antwort = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: schluessel, VersionId: versionId }),
      );
      const bytes = (await antwort.Body?.transformToByteArray()) ?? new Uint8Array();
      if (erwartet !== undefined && sha256(bytes) !== erwartet) {
        throw new Error(`Die Datei ${schluessel} (${versionId}) hat nicht die erwartete Prüfsumme.`);
      }
      return bytes;
    },
    /** Version that lies under the key now; null if there is none. */
    async aktuelleVersion(schluessel: string): Promise<string | null> {
      try {
        const kopf = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: schluessel }));
        return kopf.VersionId ?? null;
      } catch (fehler) {
        // Without s3:ListBucket a missing key is answered 403, so that nobody learns what exists.
        const status = fehler instanceof S3ServiceException ? fehler.$metadata.httpStatusCode : undefined;
        if (status === 404 || status === 403) return null;
        throw fehler;
      }
    },
    /**
     * Writes a file once; running again finds it and answers with what lies there. An issued file is locked
     * (governance) until the day given. @throws Error if other bytes lie under the key
     */
    async legeEinmal(
      schluessel: string,
      bytes: Uint8Array,
      typ: string,
      gesperrtBis?: Date,
    ): Promise<Ablage> {
      const summe = sha256(bytes);
      try {
        const antwort = await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: schluessel,
            Body: bytes,
            ContentType: typ,
            ChecksumAlgorithm: 'SHA256',
            IfNoneMatch: '*',
            Metadata: { sha256: summe },
            ...(gesperrtBis ? { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: gesperrtBis } : {}),
          }),
        );
        return { schluessel, versionId: antwort.VersionId ?? '', sha256: summe };
      } catch (fehler) {
        if (!(fehler instanceof S3ServiceException) || fehler.$metadata.httpStatusCode !== 412) throw fehler;
        const kopf = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: schluessel }));
        if (kopf.Metadata?.sha256 !== summe) {
          throw new Error(`Unter ${schluessel} liegt schon eine andere Datei.`);
        }
        return { schluessel, versionId: kopf.VersionId ?? '', sha256: summe };
      }
    },
  };
}
