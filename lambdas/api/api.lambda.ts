import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { handle } from 'hono/aws-lambda';
import { oeffneAkte } from '../aws/akte/akte.ts';
import { oeffneEimer } from '../aws/dateien.ts';
import { liesUmgebung } from '../aws/umgebungsvariablen.ts';
import { baueApi } from './app.ts';

const umgebung = liesUmgebung(
  'TABELLE_AKTE',
  'KOERPERSCHAFT',
  'KOERPERSCHAFT_NAME',
  'ADRESSE',
  'BUCKET_ENTWUERFE',
  'BUCKET_PAPIERE',
  'AUTOMAT_ARN',
  'MALWARE_PRUEFUNG',
  'DEMO',
  'LOGIN_ADRESSE',
  'LOGIN_CLIENT_ID',
  'LOGIN_ISSUER',
);

const app = baueApi(
  {
    akte: oeffneAkte(umgebung.TABELLE_AKTE, umgebung.KOERPERSCHAFT),
    entwuerfe: oeffneEimer(umgebung.BUCKET_ENTWUERFE),
    papiere: oeffneEimer(umgebung.BUCKET_PAPIERE),
    signierer: new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }),
    automat: new SFNClient({}),
    automatArn: umgebung.AUTOMAT_ARN,
    name: umgebung.KOERPERSCHAFT_NAME,
    malwarePruefung: umgebung.MALWARE_PRUEFUNG === 'an',
    adresse: umgebung.ADRESSE,
    demo: umgebung.DEMO === 'an',
    login: {
      issuer: umgebung.LOGIN_ISSUER,
      clientId: umgebung.LOGIN_CLIENT_ID,
      adresse: umgebung.LOGIN_ADRESSE,
    },
  },
  () => new Date().toISOString(),
);

export const handler = handle(app);
