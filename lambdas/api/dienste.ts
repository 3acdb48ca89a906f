import type { S3Client } from '@aws-sdk/client-s3';
import type { SFNClient } from '@aws-sdk/client-sfn';
import type { Akte } from '../aws/akte/akte.ts';
import type { Eimer } from '../aws/dateien.ts';

/** What the API works with; made once per instance. */
export interface Dienste {
  readonly akte: Akte;
  readonly entwuerfe: Eimer;
  readonly papiere: Eimer;
  /** Signs URLs: computes no checksums, else the URL would carry that of an empty body. */
  readonly signierer: S3Client;
  readonly automat: SFNClient;
  readonly automatArn: string;
  /** Name of the Koerperschaft, for people. */
  readonly name: string;
  readonly malwarePruefung: boolean;
  /** Where people find the pages, without a slash at its end. */
  readonly adresse: string;
  /** Nothing here is real, and the pages say so. */
  readonly demo: boolean;
  /** `adresse`: origin of the login page, without a slash at its end. */
  readonly login: { readonly issuer: string; readonly clientId: string; readonly adresse: string };
}
