import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { synthetisiereVorlage } from '../../lib/app.ts';
import { pruefeEinstellungen } from '../../lib/einstellungen.ts';
import { type Emulator, type StartOptions, startEmulator } from '../../local/start.ts';

/** Root of the repository. */
export const wurzel = fileURLToPath(new URL('../..', import.meta.url));

export interface Systemoptionen
  extends Pick<StartOptions, 'dataDir' | 'port' | 'clockMode' | 'control' | 'bundleDir' | 'log' | 'faults'> {
  /** Changes the synthesized template before it runs: tests take a grant away. */
  readonly aendere?: (vorlage: Record<string, unknown>) => void;
}

/** The synthesized stack on the embedded AWS: what is deployed is what runs here. */
export async function starteSystem({ aendere, ...optionen }: Systemoptionen): Promise<Emulator> {
  return startEmulator({
    ...optionen,
    root: wurzel,
    template: (urls: { web: string }) => {
      const einstellungen = pruefeEinstellungen({ callbackUrls: [`${urls.web}/`] });
      const vorlage = synthetisiereVorlage(einstellungen);
      aendere?.(vorlage);
      return vorlage;
    },
    loginHint: 'Alle Demo-Konten haben das Kennwort „musterstadt“.',
    title: 'Gremienweg',
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
