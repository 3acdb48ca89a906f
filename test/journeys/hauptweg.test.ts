import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schliesseAb } from '../../bin/demo/abschluss.ts';
import { reise } from '../../bin/demo/reise.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';

describe('Der Hauptweg', () => {
  let system: Testsystem;
  beforeAll(async () => {
    system = await starteTestsystem();
  });
  afterAll(() => system?.beende());

  it('führt drei Vorlagen vom Entwurf bis zum freigegebenen Ergebnis, mit Papieren, Mails und Ketten', async () => {
    const abgelegt: string[] = [];
    const ablage = { pfade: abgelegt, lege: (pfad: string) => void abgelegt.push(pfad) };
    await schliesseAb(system.welt, await reise(system.welt), ablage);
    expect(abgelegt.filter((p) => p.startsWith('papiere/'))).toHaveLength(10);
    expect(abgelegt.filter((p) => p.startsWith('ausfuehrungen/'))).toHaveLength(3);
    expect(abgelegt.filter((p) => p.startsWith('ketten/')).length).toBeGreaterThan(15);
  });
});
