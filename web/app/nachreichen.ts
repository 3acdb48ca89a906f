import { nimmAbschiede } from '../api/abschied.ts';
import { NetzFehler } from '../api/fehler.ts';
import { sende } from '../api/klient.ts';
import { meldeGescheitert } from './rueckholen.ts';

/**
 * Sends again what this person sent while leaving an earlier page and nobody heard of. It has the same key, so
 * the server carries it out once and tells how it ended; what was refused is told here.
 */
export async function reicheNach(): Promise<void> {
  await Promise.all(
    nimmAbschiede().map(async ({ methode, pfad, ...rest }) => {
      const { schluessel, ...optionen } = rest;
      try {
        await sende(methode === 'PUT' ? 'PUT' : 'POST', pfad, {
          ...optionen,
          ...(schluessel ? { schluessel } : {}),
          ueberlebt: true,
        });
      } catch (fehler) {
        // Without an answer it stays for the next start.
        if (!(fehler instanceof NetzFehler))
          meldeGescheitert('Was Sie beim Verlassen der Seite gesendet haben', fehler);
      }
    }),
  );
}
