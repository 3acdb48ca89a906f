import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import * as z from 'zod';
import type { Caller, Credentials } from '../types.ts';
import { rootArn } from './authorize.ts';

/** Access keys of the roles and of the administrator. */
export interface CredentialStore {
  /** Credentials of a role ARN or of rootArn; made at the first call and kept. */
  of(principalArn: string): Credentials;
  /** Secret and caller behind an access key; null for one that was never given out. */
  lookup(accessKeyId: string): { secret: string; caller: Caller } | null;
}

const fileShape = z.record(z.string(), z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }));

function draw(): Credentials {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const id = [...randomBytes(16)].map((byte) => letters[byte % 32]).join('');
  return { accessKeyId: `AKIA${id}`, secretAccessKey: randomBytes(30).toString('base64') };
}

/** Credentials kept in `file`, readable by its owner only, so that presigned links survive a restart. */
export function createCredentials(file: string, principals: readonly string[]): CredentialStore {
  const known = existsSync(file) ? fileShape.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const missing = [rootArn, ...principals].filter((principal) => known[principal] === undefined);
  for (const principal of missing) known[principal] = draw();
  if (missing.length > 0) {
    const handle = openSync(`${file}.neu`, 'w', 0o600);
    writeSync(handle, JSON.stringify(known, null, 2));
    fsyncSync(handle);
    closeSync(handle);
    renameSync(`${file}.neu`, file);
  }
  const byKey = new Map(
    Object.entries(known).map(([principalArn, { accessKeyId, secretAccessKey }]) => [
      accessKeyId,
      { secret: secretAccessKey, caller: { principalArn } },
    ]),
  );
  return {
    of(principalArn) {
      const found = known[principalArn];
      if (!found) throw new Error(`No credentials for ${principalArn}: the template has no such role.`);
      return { ...found };
    },
    lookup: (accessKeyId) => byKey.get(accessKeyId) ?? null,
  };
}
