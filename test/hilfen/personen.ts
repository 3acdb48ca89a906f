import { demoklient } from '../../bin/werkzeug/einrichten.ts';
import { uuidAus } from '../../bin/werkzeug/kennwerte.ts';
import type { Klient } from '../../bin/werkzeug/klient.ts';
import { demokennwort } from '../../bin/werkzeug/musterstadt.ts';
import { logindaten } from '../../bin/werkzeug/system.ts';
import type { Stelle } from '../../domain/rollen/stelle.ts';
import type { Testsystem } from './system.ts';

export interface Testperson {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  /** None: may log in, but is nobody here. */
  readonly stellen: readonly Stelle[] | null;
}

/** Gives a further person a login and, as the Systembetreuung over HTTP, a record with roles. */
export async function richtePersonEin(
  { emulator, welt }: Testsystem,
  { id, name, mail, stellen }: Testperson,
): Promise<Klient> {
  const { issuer, clientId } = logindaten(emulator);
  const subject = uuidAus(`test|login|${id}`);
  await emulator.login.putUser({ sub: subject, username: id, name, email: mail, password: demokennwort });
  if (stellen) {
    const koerper = { id, name, mail, login: { issuer, subject }, stellen };
    welt.gelungen(await welt.als('tesch').post('/personen', { absicht: id, koerper }), `${id} einrichten`);
  }
  return demoklient({ basis: emulator.urls.web, clientId }, id, 'test');
}
