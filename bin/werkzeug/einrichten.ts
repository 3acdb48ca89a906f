import type { Emulator } from '../../local/start.ts';
import { anmelden } from './anmelden.ts';
import { legeErsteSystembetreuungAn } from './ersteSystembetreuung.ts';
import { uuidAus } from './kennwerte.ts';
import { Klient } from './klient.ts';
import { demogremien, demokennwort, demopersonen, mailadresse } from './musterstadt.ts';
import { datenbank, logindaten } from './system.ts';

/** The login's own id of a demo person. */
function subjectVon(id: string): string {
  return uuidAus(`musterstadt|login|${id}`);
}

const systembetreuung = 'tesch';

/**
 * What an installation has right after its deployment: logins, here those of the demo people, and the first
 * Systembetreuung by the tool. Running again changes nothing.
 */
export async function legeKontenAn(emulator: Emulator): Promise<void> {
  const { issuer } = logindaten(emulator);
  const schon = new Set(emulator.login.users().map((u) => u.sub));
  const neue = demopersonen.filter((p) => !schon.has(subjectVon(p.id)));
  await Promise.all(
    neue.map((p) =>
      emulator.login.putUser({
        sub: subjectVon(p.id),
        username: p.id,
        name: p.name,
        email: mailadresse(p.id),
        note: p.aufgabe,
        password: demokennwort,
      }),
    ),
  );
  const person = demopersonen.find((p) => p.id === systembetreuung);
  if (!person) throw new Error('Die Systembetreuung fehlt in den Demo-Personen.');
  await legeErsteSystembetreuungAn(
    datenbank(emulator),
    emulator.ref('Akte'),
    'musterstadt',
    {
      id: person.id,
      name: person.name,
      mail: mailadresse(person.id),
      login: { issuer, subject: subjectVon(person.id) },
    },
    new Date(emulator.clock.now()).toISOString(),
    uuidAus('musterstadt|erste'),
  );
}

/**
 * Fills an empty installation with the people and Gremien of the invented town, through the API as the
 * Systembetreuung. Running again changes nothing.
 */
export async function richteEin(emulator: Emulator): Promise<void> {
  await legeKontenAn(emulator);
  const { issuer, clientId } = logindaten(emulator);
  const klient = demoklient({ basis: emulator.urls.web, clientId }, systembetreuung, 'einrichten');
  const lege = async (pfad: string, id: string, koerper: unknown) => {
    const antwort = await klient.post(pfad, { koerper, absicht: `${pfad}/${id}` });
    const { code } = antwort.json as { code?: string };
    if (antwort.status !== 201 && code !== 'SCHON_VORHANDEN') {
      throw new Error(`${pfad} ${id}: ${antwort.status} ${JSON.stringify(antwort.json)}`);
    }
  };
  for (const g of demogremien) await lege('/gremien', g.id, g);
  for (const { id, name, stellen } of demopersonen) {
    if (id === systembetreuung) continue;
    const login = { issuer, subject: subjectVon(id) };
    await lege('/personen', id, { id, name, mail: mailadresse(id), login, stellen });
  }
}

export interface Demosystem {
  readonly basis: string;
  readonly clientId: string;
}

/** A demo person at the API. */
export function demoklient(system: Demosystem, id: string, saat: string, geduld = 0): Klient {
  return new Klient({
    basis: system.basis,
    saat: `${saat}|${id}`,
    geduld,
    anmelden: async () =>
      (
        await anmelden({
          basis: system.basis,
          clientId: system.clientId,
          redirectUri: `${system.basis}/`,
          username: id,
          password: demokennwort,
        })
      ).accessToken,
  });
}
