import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from 'jose';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey | Uint8Array;
  readonly jwks: JSONWebKeySet;
}

function readJwk(file: string): JWK | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

async function createJwk(folder: string, file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.neu`, JSON.stringify(jwk), { mode: 0o600 });
  renameSync(`${file}.neu`, file);
  return jwk;
}

/** The RS256 key in `folder`, made at the first start: tokens stay valid over restarts. */
export async function openSigningKey(folder: string): Promise<SigningKey> {
  const file = join(folder, 'schluessel.json');
  const jwk = readJwk(file) ?? (await createJwk(folder, file));
  const kid = await calculateJwkThumbprint(jwk);
  const { kty, n, e } = jwk;
  const jwks = { keys: [{ kty, n, e, kid, alg: 'RS256', use: 'sig' } as JWK] };
  return { kid, privateKey: await importJWK(jwk, 'RS256'), jwks };
}
