import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Antwortender, stelleBrowserNach } from './browser.ts';

let antwortender: Antwortender;
let r: typeof import('../../../web/app/rueckholen.ts');
let gesagt: string[];

beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers();
  antwortender = stelleBrowserNach();
  r = await import('../../../web/app/rueckholen.ts');
  r.sendeBeimVerlassen();
  gesagt = [];
  const { ansage } = await import('../../../web/app/ansage.ts');
  ansage.lausche((satz) => satz && gesagt.push(satz));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const staende = () => r.schwebende.lies().map((s) => s.stand);
const tat = () => vi.fn(async (_ueberlebt: boolean) => {});

describe('the undo window', () => {
  it('sends when it has closed, once, and is announced once', async () => {
    const tue = tat();
    const getan = r.nachFenster('Eine Vorlage wird freigegeben', tue);
    await vi.advanceTimersByTimeAsync(5_900);
    expect(tue).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(tue.mock.calls).toEqual([[false]]);
    expect(await getan).toBe(true);
    expect(r.schwebende.lies()).toEqual([]);
    expect(gesagt).toHaveLength(1);
    expect(gesagt[0]).toContain('Eine Vorlage wird freigegeben. Sie können das 6 Sekunden lang');
  });

  it('sends nothing that was taken back, however often', async () => {
    const tue = tat();
    const getan = r.nachFenster('X', tue);
    await vi.advanceTimersByTimeAsync(100);
    expect(r.nimmZurueck()).toBe(true);
    expect(r.nimmZurueck()).toBe(false);
    antwortender.loese('pagehide');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await getan).toBe(false);
    expect(tue).not.toHaveBeenCalled();
    expect(gesagt.at(-1)).toBe('Zurückgenommen. Es wurde nichts gesendet.');
  });

  it('keeps two acts apart: the last one is taken back, the other one sent', async () => {
    const [eins, zwei] = [tat(), tat()];
    void r.nachFenster('Eins', eins);
    await vi.advanceTimersByTimeAsync(2_000);
    void r.nachFenster('Zwei', zwei);
    r.nimmZurueck();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([eins.mock.calls.length, zwei.mock.calls.length]).toEqual([1, 0]);
  });

  it('stays open while somebody is at the bar, and runs anew afterwards', async () => {
    const tue = tat();
    void r.nachFenster('X', tue);
    r.halteFenster(true);
    expect(r.schwebende.lies()[0]?.bis).toBeNull();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tue).not.toHaveBeenCalled();
    r.halteFenster(false);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(tue).toHaveBeenCalledOnce();
  });

  it('is closed by leaving the page: at once, and as a request that outlives it', () => {
    const [eins, zwei] = [tat(), tat()];
    void r.nachFenster('Eins', eins);
    void r.nachFenster('Zwei', zwei);
    antwortender.loese('pagehide');
    expect([eins.mock.calls, zwei.mock.calls]).toEqual([[[true]], [[true]]]);
    antwortender.loese('pagehide');
    vi.advanceTimersByTime(60_000);
    expect(eins).toHaveBeenCalledOnce();
  });

  it('tells a failure until somebody closes it, and rejects', async () => {
    const { NetzFehler } = await import('../../../web/api/fehler.ts');
    const getan = r.nachFenster('X', () => Promise.reject(new NetzFehler()));
    r.sofort(1);
    await expect(getan).rejects.toBeInstanceOf(NetzFehler);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(r.schwebende.lies()).toMatchObject([{ stand: 'gescheitert', fehler: new NetzFehler().satz }]);
    r.schliesse(1);
    expect(staende()).toEqual([]);
  });

  it('lets a logout wait until all is answered', async () => {
    let fertig: () => void = () => {};
    void r.nachFenster('X', () => new Promise<void>((f) => (fertig = f)));
    let gesendet: boolean | null = null;
    const alles = r.sendeAlles().then((alle) => {
      gesendet = alle;
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect([gesendet, staende()]).toEqual([null, ['laeuft']]);
    fertig();
    await alles;
    expect([gesendet, staende()]).toEqual([true, []]);
  });

  it('tells a logout what was not carried out, once', async () => {
    void r.nachFenster('X', () => Promise.reject(new Error('weg')));
    void r.nachFenster('Y', tat());
    expect(await r.sendeAlles()).toBe(false);
    expect(staende()).toEqual(['gescheitert']);
    expect(await r.sendeAlles()).toBe(true);
  });
});

it('what is said at the same time is said together', async () => {
  const { sage } = await import('../../../web/app/ansage.ts');
  sage('Gespeichert.');
  sage('Kalender');
  await vi.advanceTimersByTimeAsync(100);
  expect(gesagt).toEqual(['Gespeichert. Kalender']);
});
