import { afterAll, beforeAll, describe, it } from 'vitest';
import { geheHauptweg } from '../hilfen/hauptweg.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';

describe('Der Hauptweg', () => {
  let system: Testsystem;
  beforeAll(async () => {
    system = await starteTestsystem();
  });
  afterAll(() => system?.beende());

  it('führt drei Vorlagen vom Entwurf bis zum freigegebenen Ergebnis, mit Papieren, Mails und Ketten', async () => {
    await geheHauptweg(system);
  });
});
