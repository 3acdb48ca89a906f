import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { geheHauptweg } from '../hilfen/hauptweg.ts';
import { stoerungen } from '../hilfen/stoerungen.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';

const saat = Number(process.env.STOERSAAT ?? 20_260_324);

describe(`Der Hauptweg unter Störungen (Saat ${saat}; eine andere mit STOERSAAT)`, () => {
  const { faults, zahlen } = stoerungen(saat);
  let system: Testsystem;
  beforeAll(async () => {
    system = await starteTestsystem({ faults });
  });
  afterAll(() => system?.beende());

  it('endet wie der ungestörte, trotz Konflikten, verlorener Antworten und eines Stroms, der doppelt und verkehrt liefert', async () => {
    await geheHauptweg(system);
    // Otherwise nothing was shown.
    expect(zahlen.konflikte).toBeGreaterThan(zahlen.transaktionen * 0.07);
    expect(zahlen.verloren).toBeGreaterThan(zahlen.schreibend * 0.02);
    expect(zahlen.doppelt).toBeGreaterThan(20);
    expect(zahlen.vertauscht).toBeGreaterThan(20);
  });
});
