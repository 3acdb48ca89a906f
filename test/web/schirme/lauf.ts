import { afterAll, beforeAll, it } from 'vitest';
import { nutzeBrowser } from '../hilfen/browser.ts';
import { starteWebsystem, type Websystem } from '../hilfen/system.ts';
import { bereiteVor, type Lage } from './lage.ts';
import { berichte, type Gruppe, pruefeGruppe } from './zelle.ts';

/** A machine that has other things to do takes several times what these need. */
const geduld = 600_000;

/** One system and one browser for these groups, one test each. */
export function pruefeGruppen(
  gruppen: readonly Gruppe[],
  optionen: Parameters<typeof starteWebsystem>[0] = {},
  mehr: (system: Websystem) => Promise<unknown> = async () => {},
): void {
  const browser = nutzeBrowser();
  let system: Websystem;
  let lage: Lage;
  beforeAll(async () => {
    system = await starteWebsystem(optionen);
    lage = await bereiteVor(system);
    await mehr(system);
  }, geduld);
  afterAll(() => system?.beende());

  it.each(gruppen)(
    '$name: no fault in any state, light and dark, at 1280, 768 and 320 px',
    async (gruppe) => berichte(gruppe, await pruefeGruppe(browser, system, lage, gruppe)),
    geduld,
  );
}
