import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Antwortender, stelleBrowserNach } from './browser.ts';

let antwortender: Antwortender;
let tokens: typeof import('../../../web/anmeldung/tokens.ts');

beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers({ now: Date.parse('2026-03-24T08:00:00Z') });
  antwortender = stelleBrowserNach();
  antwortender.antworte('/api/einstellungen', antwortender.einstellungen);
  await (await import('../../../web/api/einstellungen.ts')).ladeEinstellungen();
  tokens = await import('../../../web/anmeldung/tokens.ts');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const antwort = (access_token: string, expires_in = 3600, mehr = {}) =>
  Response.json({ access_token, expires_in, ...mehr });
const nein = () => Response.json({ error: 'invalid_grant' }, { status: 400 });
const uebernimm = (zugang: string, dauer = 3_600_000, erneuern: string | null = 'e1') =>
  tokens.uebernimm({ zugang, erneuern, bis: Date.now() + dauer, vorsprung: 30_000 });

describe('a token', () => {
  it('is taken as it is until shortly before its end, then renewed once for all', async () => {
    uebernimm('z1');
    vi.advanceTimersByTime(3_569_000);
    expect(await tokens.gueltigesToken()).toBe('z1');
    vi.advanceTimersByTime(2_000);
    antwortender.antworte('/token', () => antwort('z2'));
    const alle = await Promise.all([1, 2, 3].map(() => tokens.gueltigesToken()));
    expect(alle).toEqual(['z2', 'z2', 'z2']);
    expect(antwortender.anfragen('/token')).toHaveLength(1);
    expect(new URLSearchParams(antwortender.anfragen('/token')[0]?.koerper).get('refresh_token')).toBe('e1');
  });

  it('counts from the question on, whatever the clocks of server and token say', async () => {
    antwortender.antworte('/token', async () => {
      await new Promise((fertig) => setTimeout(fertig, 20_000));
      return antwort('z', 3600);
    });
    const begonnen = Date.now();
    const geholt = tokens.holeTokens({});
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await geholt).bis).toBe(begonnen + 3_600_000);
  });

  it('that lives shortly is not renewed with every request', async () => {
    antwortender.antworte('/token', () => antwort('z', 20));
    tokens.uebernimm(await tokens.holeTokens({}));
    antwortender.vergiss();
    expect(await tokens.gueltigesToken()).toBe('z');
    expect(antwortender.anfragen('/token')).toHaveLength(0);
  });

  it('in its last seconds serves a page that is being left', async () => {
    uebernimm('z1', 10_000);
    expect(await tokens.gueltigesToken(true)).toBe('z1');
    expect(antwortender.anfragen('/token')).toHaveLength(0);
  });

  it('brings a new refresh token, or leaves the old one', async () => {
    uebernimm('z1', 0);
    antwortender.folge('/token', [
      antwort('z2', 3600, { refresh_token: 'e2' }),
      antwort('z3'),
      antwort('z4'),
    ]);
    for (const zugang of ['z2', 'z3', 'z4']) {
      expect(await tokens.gueltigesToken()).toBe(zugang);
      tokens.verwirfToken(zugang);
    }
    const gezeigt = antwortender
      .anfragen('/token')
      .map((a) => new URLSearchParams(a.koerper).get('refresh_token'));
    expect(gezeigt).toEqual(['e1', 'e2', 'e2']);
  });
});

describe('a provider', () => {
  it.each([429, 500, 503, 403])('that answers %d ends no login', async (status) => {
    uebernimm('z1', 10_000);
    antwortender.antworte('/token', () => new Response('', { status }));
    expect(await tokens.gueltigesToken()).toBe('z1');
    vi.advanceTimersByTime(11_000);
    await expect(tokens.gueltigesToken()).rejects.toMatchObject({ name: 'NetzFehler' });
    expect(tokens.anmeldestand.lies()).toBe('angemeldet');
  });

  it('that refuses makes all requests wait for the next login', async () => {
    uebernimm('z1', 0);
    antwortender.antworte('/token', nein);
    const wartend = Promise.all([tokens.gueltigesToken(), tokens.gueltigesToken()]);
    await vi.advanceTimersByTimeAsync(0);
    expect(tokens.anmeldestand.lies()).toBe('abgelaufen');
    const spaeter = tokens.gueltigesToken();
    uebernimm('z9');
    expect([...(await wartend), await spaeter]).toEqual(['z9', 'z9', 'z9']);
  });
});

describe('a renewal that ends late', () => {
  const spaet = () => {
    let gib: (a: Response) => void = () => {};
    antwortender.antworte('/token', () => new Promise((fertig) => (gib = fertig)));
    return (a: Response) => gib(a);
  };

  it('brings nobody back who has logged out', async () => {
    uebernimm('z1', 0);
    const gib = spaet();
    const token = tokens.gueltigesToken();
    tokens.vergissTokens();
    gib(antwort('z2'));
    expect(await token).toBeNull();
    expect(tokens.anmeldestand.lies()).toBe('offen');
  });

  it('takes nothing from a login that came meanwhile', async () => {
    uebernimm('z1', 0);
    const gib = spaet();
    const token = tokens.gueltigesToken();
    uebernimm('z5', 3_600_000, 'e5');
    gib(nein());
    expect(await token).toBe('z5');
    expect(tokens.anmeldestand.lies()).toBe('angemeldet');
  });
});
