import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { synthetisiereVorlage } from '../../lib/app.ts';
import { pruefeEinstellungen } from '../../lib/einstellungen.ts';
import { type Emulator, type StartOptions, startEmulator } from '../../local/start.ts';
import { ladeOberflaecheHoch } from './hochladen.ts';

/** Root of the repository. */
export const wurzel = fileURLToPath(new URL('../..', import.meta.url));

export interface Systemoptionen
  extends Pick<
    StartOptions,
    'dataDir' | 'port' | 'clockMode' | 'control' | 'bundleDir' | 'log' | 'faults' | 'hasty'
  > {
  /** Changes the synthesized template before it runs: tests take a grant away. */
  readonly aendere?: (vorlage: Record<string, unknown>) => void;
  /** Gives the folder of the built interface, beside the start; without it the address has the API only. */
  readonly oberflaeche?: () => Promise<string>;
}

/** The synthesized stack on the embedded AWS: what is deployed is what runs here. */
export async function starteSystem({ aendere, oberflaeche, ...optionen }: Systemoptionen): Promise<Emulator> {
  const gebaut = oberflaeche?.();
  // Whichever of the two fails first is what the caller hears.
  gebaut?.catch(() => {});
  const emulator = await startEmulator({
    ...optionen,
    root: wurzel,
    template: (urls: { web: string }) => {
      const einstellungen = pruefeEinstellungen({
        adresse: urls.web,
        callbackUrls: [`${urls.web}/`],
        demo: 'an',
      });
      const vorlage = synthetisiereVorlage(einstellungen);
      aendere?.(vorlage);
      return vorlage;
    },
    // The whole system is for trying, on loopback only.
    quickLogin: true,
    loginHint: 'Alle Demo-Konten haben das Kennwort „musterstadt“.',
    title: 'Gremienweg',
  });
  try {
    if (gebaut) await ladeOberflaecheHoch(dateien(emulator), emulator.ref('Oberflaeche'), await gebaut);
  } catch (fehler) {
    await emulator.stop();
    throw fehler;
  }
  return emulator;
}

/** S3 of the embedded system with the administrator's rights. */
function dateien(emulator: Emulator): S3Client {
  return new S3Client({
    endpoint: emulator.urls.files,
    region: 'eu-central-1',
    credentials: emulator.credentialsFor('root'),
  });
}

/** DynamoDB of the embedded system with the administrator's rights, for tools and tests. */
export function datenbank(emulator: Emulator): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: emulator.urls.aws,
    region: 'eu-central-1',
    credentials: emulator.credentialsFor('root'),
  });
}

/** Client id and issuer of the login, as the template has them. */
export function logindaten(emulator: Emulator): { clientId: string; issuer: string } {
  const client = emulator.resources('AWS::Cognito::UserPoolClient')[0];
  const pool = emulator.resources('AWS::Cognito::UserPool')[0];
  if (!client || !pool) throw new Error('Die Vorlage hat keinen Login.');
  return { clientId: client.ref, issuer: pool.attributes.ProviderURL ?? '' };
}
