import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's least for scrypt is N = 2^17; this is a host for demo people, and 2^14 takes about 40 ms. */
const cost = { N: 2 ** 14, r: 8, p: 1 } as const satisfies ScryptOptions;
const keyLength = 32;

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, keyLength, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Salt and hash, as text to keep. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64')}:${(await derive(password, salt)).toString('base64')}`;
}

const nobody = `${Buffer.alloc(16).toString('base64')}:${Buffer.alloc(keyLength).toString('base64')}`;

/** Without a stored hash it takes as long and is false: the time does not tell whether a name exists. */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [salt = '', hash = ''] = (stored ?? nobody).split(':');
  const derived = await derive(password, Buffer.from(salt, 'base64'));
  return timingSafeEqual(derived, Buffer.from(hash, 'base64')) && stored !== undefined;
}
