import type { IncomingMessage } from 'node:http';
import type { CredentialStore } from '../iam/credentials.ts';
import { parseCredential } from '../sigv4/signing.ts';
import { verifyHeaderSignature } from '../sigv4/verify.ts';
import { AwsError, type HostClock } from '../types.ts';
import type { SignedCall } from './aws-endpoint.ts';

/** Reads the service from the scope of the Authorization header and checks the signature for it. */
export function createAuthenticate(credentials: CredentialStore, region: string, clock: HostClock) {
  return (req: IncomingMessage, body: Buffer): SignedCall => {
    const text = /Credential=([^,\s]+)/.exec(req.headers.authorization ?? '')?.[1];
    const service = text === undefined ? undefined : parseCredential(text)?.service;
    if (service === undefined)
      throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token', 400);
    const { accessKeyId } = verifyHeaderSignature({
      method: req.method ?? 'GET',
      url: req.url ?? '/',
      headers: req.headers,
      body,
      secretFor: (id) => credentials.lookup(id)?.secret,
      service,
      region,
      now: clock.now(),
    });
    const found = credentials.lookup(accessKeyId);
    if (!found) throw new AwsError('UnrecognizedClientException', 'Unknown access key', 400);
    return { service, caller: found.caller };
  };
}
