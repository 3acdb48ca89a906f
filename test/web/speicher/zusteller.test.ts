import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Datenbank,
  datenbankname,
  oeffneDatenbank,
  schliesseDatenbank,
} from '../../../web/speicher/datenbank.ts';
import { type Lager, machLager, raeumeAuf } from '../../../web/speicher/lager.ts';
import { type Eintrag, eintragsid, entscheide, istOffen, tippe } from '../../../web/speicher/postausgang.ts';
import { stelleZu } from '../../../web/speicher/zusteller.ts';
import { ergebnis, kopf, Server } from './hilfen.ts';

let server: Server;
let lager: Lager;
let gemeldet: unknown;
let uhr = 0;

const melde = (fehler: unknown) => {
  gemeldet = fehler;
};
const neuesLager = () => machLager(oeffneDatenbank, melde);

/** Locks of all tabs of one browser. */
function machSperre() {
  let vorher: Promise<unknown> = Promise.resolve();
  return <T>(tue: () => Promise<T>): Promise<T> => {
    const jetzt = vorher.then(tue);
    vorher = jetzt.catch(() => undefined);
    return jetzt;
  };
}

let sperre = machSperre();

const stelle = (woraus: Lager = lager, person = 'p-1') =>
  stelleZu({
    lager: woraus,
    leitung: server.leitung,
    sperre,
    neuerSchluessel: randomUUID,
    jetzt: () => '2026-04-22T16:42:00.000Z',
    person,
    faellig: () => true,
  });

/** Types an outcome, as a form does that was loaded with what the server holds now, or with `version`. */
function schreibe(text: string, { vorlage = 'v-1', version = server.version(vorlage), in: wo = lager } = {}) {
  const gesehen = { version, ergebnis: server.ergebnisse.get(vorlage) ?? null };
  const k = kopf(vorlage);
  uhr++;
  return wo.wandle(eintragsid(k), (e) =>
    tippe(e, k, { ergebnis: ergebnis(text), gesehen, quelle: 'tab' }, uhr),
  );
}

const eintrag = async (vorlage = 'v-1', wo = lager): Promise<Eintrag | undefined> =>
  (await wo.alle()).find((e) => e.vorlage === vorlage);

const geschrieben = (vorlage = 'v-1') =>
  server.geschrieben.filter((g) => g.vorlage === vorlage).map((g) => g.ergebnis.vermerk);

beforeEach(async () => {
  await schliesseDatenbank();
  await deleteDB(datenbankname);
  server = new Server();
  sperre = machSperre();
  gemeldet = null;
  lager = neuesLager();
});

describe('the outbox', () => {
  it('delivers once and keeps quiet about an unchanged form', async () => {
    await schreibe('eins');
    expect(await stelle()).toBe('fertig');
    expect(await stelle()).toBe('fertig');
    expect(geschrieben()).toEqual(['eins']);
    await schreibe('eins');
    expect((await eintrag())?.stand).toBe('zugestellt');
    await stelle();
    expect(geschrieben()).toEqual(['eins']);
  });

  it('sends only the newest of what was typed without network', async () => {
    for (const text of ['a', 'ab', 'abc']) await schreibe(text);
    await stelle();
    expect(geschrieben()).toEqual(['abc']);
  });

  it('repeats a lost answer with the same key, however often', async () => {
    await schreibe('eins');
    server.ausfaelle = ['davor', 'danach', 'danach', 'davor', 'danach'];
    for (let i = 0; i < 5; i++) expect(await stelle()).toBe('ungewiss');
    expect(await stelle()).toBe('fertig');
    expect(geschrieben()).toEqual(['eins']);
    expect((await eintrag())?.stand).toBe('zugestellt');
  });

  it('settles the earlier sendung before another content gets a key', async () => {
    await schreibe('eins');
    server.ausfaelle = ['danach'];
    await stelle();
    await schreibe('zwei', { version: 1 });
    await stelle();
    expect(geschrieben()).toEqual(['eins', 'zwei']);
    expect((await eintrag())?.stand).toBe('zugestellt');
  });

  it('goes on with what was typed while the answer was under way', async () => {
    await schreibe('eins', { version: 1 });
    server.dazwischen = async () => {
      server.dazwischen = null;
      await schreibe('zwei', { version: 1 });
    };
    await stelle();
    expect(geschrieben()).toEqual(['eins', 'zwei']);
  });

  it('takes what was delivered from here as seen, though the form was loaded before', async () => {
    await schreibe('eins', { version: 1 });
    await stelle();
    await schreibe('zwei', { version: 1 });
    await stelle();
    expect(geschrieben()).toEqual(['eins', 'zwei']);
  });

  it('survives a reload in the middle', async () => {
    await schreibe('eins');
    server.ausfaelle = ['danach'];
    await stelle();
    await schliesseDatenbank();
    expect(await stelle(neuesLager())).toBe('fertig');
    expect(geschrieben()).toEqual(['eins']);
  });

  it('delivers in the order in which the TOPs were begun, also after a lost answer', async () => {
    for (const v of ['v-3', 'v-1', 'v-2']) await schreibe(v, { vorlage: v });
    await schreibe('v-3 neu', { vorlage: 'v-3' });
    server.ausfaelle = ['danach'];
    await stelle();
    await stelle();
    expect(server.geschrieben.map((g) => g.vorlage)).toEqual(['v-3', 'v-1', 'v-2']);
  });

  it('lets two tabs write each outcome once', async () => {
    const [a, b] = [neuesLager(), neuesLager()];
    for (let i = 1; i <= 20; i++) await schreibe(`t${i}`, { vorlage: `v-${i}`, in: i % 2 ? a : b });
    server.ausfaelle = ['keiner', 'danach', 'davor'];
    for (let i = 0; i < 3; i++) await Promise.all([stelle(a), stelle(b)]);
    expect(server.geschrieben.map((g) => g.vorlage).toSorted()).toEqual(
      Array.from({ length: 20 }, (_, i) => `v-${i + 1}`).toSorted(),
    );
  });

  it('waits for the login and for the right person', async () => {
    await schreibe('eins');
    server.angemeldet = false;
    expect(await stelle()).toBe('ohneAnmeldung');
    server.angemeldet = true;
    expect(await stelle(lager, 'p-2')).toBe('fertig');
    expect(geschrieben()).toEqual([]);
    await stelle();
    expect(geschrieben()).toEqual(['eins']);
  });
});

describe('two people at one TOP', () => {
  it('goes on where only something else of the Vorlage changed', async () => {
    await schreibe('eins');
    server.andere('v-1', null);
    await stelle();
    expect(geschrieben()).toEqual(['eins']);
  });

  it('sees no conflict where both recorded the same', async () => {
    await schreibe('eins');
    server.andere('v-1', ergebnis('eins'));
    await stelle();
    expect((await eintrag())?.stand).toBe('zugestellt');
    expect(geschrieben()).toEqual([]);
  });

  it('shows both and lets the other TOPs go on', async () => {
    await schreibe('meins', { vorlage: 'v-1' });
    await schreibe('zwei', { vorlage: 'v-2' });
    server.andere('v-1', ergebnis('fremd'));
    expect(await stelle()).toBe('fertig');
    const e = await eintrag();
    expect([e?.stand, e?.ergebnis.vermerk, e?.konflikt?.ergebnis?.vermerk, e?.konflikt?.wer]).toEqual([
      'konflikt',
      'meins',
      'fremd',
      'Erika Muster',
    ]);
    expect(geschrieben('v-2')).toEqual(['zwei']);
    await stelle();
    expect(geschrieben('v-1')).toEqual([]);
  });

  it.each([
    ['meine', ['meins und mehr'], 'meins und mehr'],
    ['gespeicherte', [], 'fremd'],
  ] as const)('keeps %s on the word of a person', async (wessen, erwartet, am) => {
    await schreibe('meins');
    server.andere('v-1', ergebnis('fremd'));
    await stelle();
    // What is typed on during the conflict is not lost.
    await schreibe('meins und mehr');
    await lager.wandle(eintragsid(kopf()), (e) => (e ? entscheide(e, wessen) : null));
    await stelle();
    expect(geschrieben()).toEqual(erwartet);
    expect(server.ergebnisse.get('v-1')?.vermerk).toBe(am);
  });
});

describe('the device', () => {
  it('keeps a refused outcome and sends it again only when it was changed', async () => {
    await schreibe('eins');
    server.abgelehnt = 'Nicht auf der Tagesordnung.';
    await stelle();
    const e = await eintrag();
    expect([e?.stand, e?.ablehnung]).toEqual(['abgelehnt', 'Nicht auf der Tagesordnung.']);
    server.abgelehnt = null;
    await stelle();
    expect(geschrieben()).toEqual([]);
    await schreibe('zwei');
    await stelle();
    expect(geschrieben()).toEqual(['zwei']);
  });

  it('says that it is full, and delivers what was typed all the same', async () => {
    await schreibe('alt');
    server.ausfaelle = ['danach'];
    await stelle();
    const voll = new DOMException('voll', 'QuotaExceededError');
    const db = await oeffneDatenbank();
    // Reads as before, refuses to write, as a full device does.
    const volleAblage = {
      getAll: () => db.getAll('postausgang'),
      transaction: () => {
        const tx = db.transaction('postausgang');
        const put = () => Promise.reject(voll);
        return { done: tx.done, store: { get: (id: string) => tx.store.get(id), put, delete: put } };
      },
    } as unknown as Datenbank;
    const eng = machLager(async () => volleAblage, melde);
    await schreibe('neu', { in: eng, version: 1 });
    expect(gemeldet).toBe(voll);
    await stelle(eng);
    expect(geschrieben()).toEqual(['alt', 'neu']);
    expect((await eintrag('v-1', eng))?.stand).toBe('zugestellt');
  });

  it('works on without any database', async () => {
    const ohne = machLager(() => Promise.reject(new Error('no database')), melde);
    await schreibe('eins', { in: ohne });
    expect(gemeldet).toBeInstanceOf(Error);
    await stelle(ohne);
    expect(geschrieben()).toEqual(['eins']);
  });

  it('reads rows of an earlier application and leaves those of a later one alone', async () => {
    await schreibe('alt', { vorlage: 'v-1' });
    await schreibe('kaputt', { vorlage: 'v-2' });
    await schreibe('neuer', { vorlage: 'v-3' });
    const db = await oeffneDatenbank();
    for (const e of await db.getAll('postausgang')) {
      const { folge: _f, wortlaut: _w, ...frueher } = e.ergebnis;
      if (e.vorlage === 'v-1') await db.put('postausgang', { ...e, ergebnis: frueher } as Eintrag);
      if (e.vorlage === 'v-2')
        await db.put('postausgang', { ...e, ergebnis: { ja: 3 } } as unknown as Eintrag);
      if (e.vorlage === 'v-3') await db.put('postausgang', { ...e, schema: 2 } as unknown as Eintrag);
    }
    await stelle();
    expect(geschrieben('v-1')).toEqual(['alt']);
    expect((await eintrag('v-2'))?.stand).toBe('abgelehnt');
    expect(await eintrag('v-3')).toBeUndefined();
    expect((await db.getAll('postausgang')).find((e) => e.vorlage === 'v-3')?.ergebnis.vermerk).toBe('neuer');
    await schreibe('meins', { vorlage: 'v-3' });
    expect((await db.getAll('postausgang')).find((e) => e.vorlage === 'v-3')?.ergebnis.vermerk).toBe('neuer');
  });

  it('clears away what was delivered, and nothing else', async () => {
    await schreibe('eins', { vorlage: 'v-1' });
    await stelle();
    await schreibe('zwei', { vorlage: 'v-2' });
    await raeumeAuf(lager, () => true);
    expect(await lager.alle()).toHaveLength(2);
    await raeumeAuf(lager, () => false);
    expect((await lager.alle()).map((e) => e.ergebnis.vermerk)).toEqual(['zwei']);
  });
});

it('stores the newest outcome of every TOP exactly once, whatever is lost in between', async () => {
  const schritt = fc.oneof(
    fc.record({ was: fc.constant('tippe' as const), vorlage: fc.constantFrom('v-1', 'v-2', 'v-3') }),
    fc.record({
      was: fc.constant('stelle' as const),
      ausfaelle: fc.array(fc.constantFrom('keiner' as const, 'davor' as const, 'danach' as const), {
        maxLength: 4,
      }),
    }),
    fc.record({ was: fc.constant('neustart' as const) }),
    fc.record({ was: fc.constant('anderes' as const), vorlage: fc.constantFrom('v-1', 'v-2', 'v-3') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(schritt, { minLength: 40, maxLength: 60 }), async (schritte) => {
      await schliesseDatenbank();
      await deleteDB(datenbankname);
      server = new Server();
      lager = neuesLager();
      const zuletzt = new Map<string, string>();
      for (const [i, s] of schritte.entries()) {
        if (s.was === 'tippe') {
          await schreibe(`nr ${i}`, { vorlage: s.vorlage });
          zuletzt.set(s.vorlage, `nr ${i}`);
        } else if (s.was === 'anderes') server.andere(s.vorlage, null);
        else if (s.was === 'neustart') {
          await schliesseDatenbank();
          lager = neuesLager();
        } else {
          server.ausfaelle = [...s.ausfaelle];
          await stelle();
        }
      }
      server.ausfaelle = [];
      await stelle();
      for (const [vorlage, text] of zuletzt) {
        const alle = geschrieben(vorlage);
        expect(alle.at(-1)).toBe(text);
        expect(new Set(alle).size).toBe(alle.length);
      }
      expect((await lager.alle()).filter(istOffen)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
