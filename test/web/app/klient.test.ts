import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Antwortender, stelleBrowserNach } from './browser.ts';

let antwortender: Antwortender;
let klient: typeof import('../../../web/api/klient.ts');
let tokens: typeof import('../../../web/anmeldung/tokens.ts');
let verbindung: typeof import('../../../web/api/verbindung.ts')['verbindung'];
let abschied: typeof import('../../../web/api/abschied.ts');

beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers({ now: Date.parse('2026-03-24T08:00:00Z') });
  antwortender = stelleBrowserNach();
  klient = await import('../../../web/api/klient.ts');
  tokens = await import('../../../web/anmeldung/tokens.ts');
  ({ verbindung } = await import('../../../web/api/verbindung.ts'));
  abschied = await import('../../../web/api/abschied.ts');
  antwortender.antworte('/api/einstellungen', antwortender.einstellungen);
  await (await import('../../../web/api/einstellungen.ts')).ladeEinstellungen();
  tokens.uebernimm({ zugang: 'z1', erneuern: 'e1', bis: Date.now() + 3_600_000, vorsprung: 30_000 });
  antwortender.vergiss();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** How a promise ended, looked at while time goes on. */
function verfolge<T>(versprechen: Promise<T>) {
  const lauf: { wert?: T; fehler?: { name: string; status?: number; code?: string } } = {};
  versprechen.then(
    (wert) => Object.assign(lauf, { wert }),
    (fehler) => Object.assign(lauf, { fehler }),
  );
  return lauf;
}

const gespeichert = () => Response.json({ version: 8 });
const ueberlastet = (kopf = {}) => new Response('', { status: 503, headers: kopf });

describe('repetition', () => {
  it('sends the same key, version and body until the server is back', async () => {
    antwortender.folge('/api/v', ['keine', ueberlastet(), new Response('', { status: 502 }), gespeichert()]);
    const lauf = verfolge(klient.sende('POST', '/v', { koerper: { a: 1 }, version: 7 }));
    await vi.advanceTimersByTimeAsync(600);
    expect(verbindung.lies()).toBe('gestoert');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(lauf.wert).toEqual({ version: 8 });
    expect(verbindung.lies()).toBe('da');
    const anfragen = antwortender.anfragen('/api/v');
    expect(anfragen).toHaveLength(4);
    for (const { kopf, koerper } of anfragen) {
      expect(kopf).toEqual(anfragen[0]?.kopf);
      expect(koerper).toBe('{"a":1}');
    }
    expect(anfragen[0]?.kopf).toMatchObject({ 'if-match': '"7"', authorization: 'Bearer z1' });
    expect(anfragen[0]?.kopf['idempotency-key']).toMatch(/^[\da-f-]{36}$/);
  });

  it('waits as long as the server asks, in seconds or until a date', async () => {
    const bis = new Date(Date.now() + 27_000).toUTCString();
    antwortender.folge('/api/v', [
      ueberlastet({ 'retry-after': '7' }),
      ueberlastet({ 'retry-after': bis }),
      gespeichert(),
    ]);
    const lauf = verfolge(klient.sende('PUT', '/v'));
    await vi.advanceTimersByTimeAsync(6_900);
    expect(antwortender.anfragen('/api/v')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(antwortender.anfragen('/api/v')).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(19_500);
    expect(lauf.wert).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(lauf.wert).toEqual({ version: 8 });
  });

  it('ends: reading after some seconds, writing after a minute and a half', async () => {
    antwortender.antworte('/api/v', ueberlastet);
    const lesen = verfolge(klient.hole('/v'));
    const schreiben = verfolge(klient.sende('POST', '/v'));
    await vi.advanceTimersByTimeAsync(9_000);
    expect(lesen.fehler?.name).toBe('NetzFehler');
    expect(schreiben.fehler).toBeUndefined();
    await vi.advanceTimersByTimeAsync(90_000);
    expect(schreiben.fehler?.name).toBe('NetzFehler');
  });

  it.each([400, 403, 404, 409, 412, 422, 500])('never for %d, which is an answer', async (status) => {
    antwortender.antworte('/api/v', () => Response.json({ code: 'X', satz: 'Nein.' }, { status }));
    const lauf = verfolge(klient.sende('POST', '/v'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lauf.fehler).toMatchObject({ name: 'ApiFehler', status, code: 'X', satz: 'Nein.' });
    expect(antwortender.anfragen('/api/v')).toHaveLength(1);
  });

  it('of a request that hangs, too', async () => {
    antwortender.folge('/api/v', ['haengt', gespeichert()]);
    const lauf = verfolge(klient.sende('POST', '/v'));
    await vi.advanceTimersByTimeAsync(36_000);
    expect(lauf.wert).toEqual({ version: 8 });
  });

  it('goes on at once when the network is back, and leaves no listener behind', async () => {
    antwortender.folge('/api/v', ['keine', 'keine', 'keine', 'keine', gespeichert()]);
    const lauf = verfolge(klient.sende('POST', '/v'));
    await vi.advanceTimersByTimeAsync(4_000);
    expect(antwortender.anfragen('/api/v')).toHaveLength(4);
    antwortender.loese('online');
    await vi.advanceTimersByTimeAsync(0);
    expect(lauf.wert).toEqual({ version: 8 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(antwortender.hoerer('online')).toBe(0);
  });

  it('ends with the signal, in the pause and in the request, with its own error', async () => {
    antwortender.folge('/api/v', ['keine', 'haengt']);
    const inPause = new AbortController();
    const erster = verfolge(klient.hole('/v', inPause.signal));
    await vi.advanceTimersByTimeAsync(100);
    inPause.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(erster.fehler?.name).toBe('AbortError');
    const unterwegs = new AbortController();
    const zweiter = verfolge(klient.hole('/v', unterwegs.signal));
    await vi.advanceTimersByTimeAsync(100);
    unterwegs.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(zweiter.fehler?.name).toBe('AbortError');
    expect(antwortender.anfragen('/api/v')).toHaveLength(2);
  });
});

describe('the state of the connection', () => {
  it('comes back by itself after everybody has given up', async () => {
    antwortender.antworte('/api/v', () => null);
    antwortender.antworte('/api/einstellungen', () => null);
    const lauf = verfolge(klient.hole('/v'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(lauf.fehler?.name).toBe('NetzFehler');
    expect(verbindung.lies()).toBe('gestoert');
    antwortender.antworte('/api/einstellungen', antwortender.einstellungen);
    await vi.advanceTimersByTimeAsync(5_100);
    expect(verbindung.lies()).toBe('da');
    antwortender.vergiss();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(antwortender.anfragen('/api/einstellungen')).toHaveLength(0);
  });
});

describe('the answer', () => {
  it('of a hotel that wants a login is none', async () => {
    antwortender.antworte('/api/v', () => new Response('<p>', { headers: { 'content-type': 'text/html' } }));
    await expect(klient.hole('/v')).rejects.toMatchObject({ name: 'NetzFehler' });
  });

  it('that is no JSON is a file, or a refusal with a sentence of ours', async () => {
    antwortender.folge('/api/v', [new Response('PK'), new Response('Too large', { status: 413 })]);
    expect(await (await klient.hole<Blob>('/v')).text()).toBe('PK');
    await expect(klient.hole('/v')).rejects.toMatchObject({
      code: 'HTTP_413',
      satz: expect.stringContaining('zu groß'),
    });
  });
});

describe('after 401', () => {
  const abgelehnt = () =>
    new Response('{}', { status: 401, headers: { 'content-type': 'application/json' } });
  const neuesToken = (access_token: string) => () => Response.json({ access_token, expires_in: 3600 });

  it('several requests renew together, and each is sent once more', async () => {
    antwortender.antworte('/api/v', ({ kopf }) =>
      kopf.authorization === 'Bearer z1' ? abgelehnt() : gespeichert(),
    );
    antwortender.antworte('/token', neuesToken('z2'));
    const antworten = await Promise.all([klient.hole('/v'), klient.hole('/v'), klient.sende('POST', '/v')]);
    expect(antworten).toEqual([{ version: 8 }, { version: 8 }, { version: 8 }]);
    expect(antwortender.anfragen('/token')).toHaveLength(1);
  });

  it('a late one does not throw away what another has renewed', async () => {
    let spaet: (antwort: Response) => void = () => {};
    antwortender.antworte('/api/spaet', ({ kopf }) =>
      kopf.authorization === 'Bearer z1' ? new Promise((f) => (spaet = f)) : gespeichert(),
    );
    antwortender.antworte('/api/v', ({ kopf }) =>
      kopf.authorization === 'Bearer z1' ? abgelehnt() : gespeichert(),
    );
    antwortender.antworte('/token', neuesToken('z2'));
    const lauf = verfolge(klient.hole('/spaet'));
    await klient.hole('/v');
    spaet(abgelehnt());
    await vi.advanceTimersByTimeAsync(0);
    expect(lauf.wert).toEqual({ version: 8 });
    expect(antwortender.anfragen('/token')).toHaveLength(1);
  });

  it('with a fresh token too, the request waits for a login, and gives up after that', async () => {
    antwortender.antworte('/api/v', abgelehnt);
    antwortender.antworte('/token', neuesToken('z2'));
    const lauf = verfolge(klient.sende('POST', '/v'));
    await vi.advanceTimersByTimeAsync(100_000);
    expect(lauf).toEqual({});
    expect(tokens.anmeldestand.lies()).toBe('abgelaufen');
    expect(antwortender.anfragen('/api/v')).toHaveLength(2);
    tokens.uebernimm({ zugang: 'z3', erneuern: 'e3', bis: Date.now() + 3_600_000, vorsprung: 30_000 });
    await vi.advanceTimersByTimeAsync(100_000);
    expect(lauf.fehler).toMatchObject({ name: 'ApiFehler', status: 401 });
    expect(antwortender.anfragen('/api/v')).toHaveLength(3);
  });

  it('a request without a login waits for one and goes on', async () => {
    tokens.vergissTokens();
    antwortender.antworte('/api/v', ({ kopf }) => (kopf.authorization ? gespeichert() : abgelehnt()));
    const lauf = verfolge(klient.sende('POST', '/v'));
    await vi.advanceTimersByTimeAsync(0);
    expect(tokens.anmeldestand.lies()).toBe('abgelaufen');
    tokens.uebernimm({ zugang: 'z2', erneuern: null, bis: Date.now() + 3_600_000, vorsprung: 30_000 });
    await vi.advanceTimersByTimeAsync(0);
    expect(lauf.wert).toEqual({ version: 8 });
  });
});

describe('what is sent while the page is left', () => {
  it('outlives it, and is kept until an answer came', async () => {
    antwortender.antworte('/api/v', () => 'haengt');
    void klient.sende('POST', '/v', { koerper: { a: 1 }, version: 3, schluessel: 'k', ueberlebt: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(antwortender.anfragen('/api/v')[0]).toMatchObject({ keepalive: true });
    expect(abschied.nimmAbschiede()).toMatchObject([
      { pfad: '/v', koerper: { a: 1 }, version: 3, schluessel: 'k' },
    ]);
    expect(abschied.nimmAbschiede()).toEqual([]);
  });

  it('is forgotten after success and after a refusal', async () => {
    antwortender.folge('/api/v', [
      gespeichert(),
      Response.json({ code: 'KONFLIKT', satz: 'x' }, { status: 409 }),
    ]);
    await klient.sende('POST', '/v', { ueberlebt: true });
    await expect(klient.sende('POST', '/v', { ueberlebt: true })).rejects.toThrow();
    expect(abschied.nimmAbschiede()).toEqual([]);
  });

  it('is kept where the server broke: it may have stored before', async () => {
    antwortender.folge('/api/v', [Response.json({ message: 'Internal Server Error' }, { status: 500 })]);
    await expect(klient.sende('POST', '/v', { schluessel: 'k', ueberlebt: true })).rejects.toThrow();
    expect(abschied.nimmAbschiede()).toMatchObject([{ pfad: '/v', schluessel: 'k' }]);
  });

  it('is another person’s business, and nobody’s after half a day', async () => {
    const { ich } = await import('../../../web/app/ich.ts');
    ich.setze({ person: 'p1', name: 'Eins', stellen: [] });
    antwortender.antworte('/api/v', () => 'haengt');
    void klient.sende('POST', '/v', { ueberlebt: true });
    await vi.advanceTimersByTimeAsync(0);
    ich.setze({ person: 'p2', name: 'Zwei', stellen: [] });
    expect(abschied.nimmAbschiede()).toEqual([]);
    ich.setze({ person: 'p1', name: 'Eins', stellen: [] });
    vi.setSystemTime(Date.now() + 13 * 3_600_000);
    expect(abschied.nimmAbschiede()).toEqual([]);
  });
});
