import { expect } from 'vitest';
import { liesPost, mailkennung, schliesseAb } from '../../bin/demo/abschluss.ts';
import { reise } from '../../bin/demo/reise.ts';
import type { Testsystem } from './system.ts';

/** Goes the main way and expects of it what it must leave behind, whatever befell the system meanwhile. */
export async function geheHauptweg(system: Testsystem): Promise<void> {
  const abgelegt: string[] = [];
  const ablage = { pfade: abgelegt, lege: (pfad: string) => void abgelegt.push(pfad) };
  await schliesseAb(system.welt, await reise(system.welt), ablage);
  expect(abgelegt.filter((p) => p.startsWith('papiere/'))).toHaveLength(10);
  expect(abgelegt.filter((p) => p.startsWith('ausfuehrungen/'))).toHaveLength(3);
  expect(abgelegt.filter((p) => p.startsWith('ketten/')).length).toBeGreaterThan(15);
  await system.ruhe();
  const mails = (await liesPost(system.welt)).map((m) => `${mailkennung(m)} ${m.an.join()} ${m.betreff}`);
  expect(mails.length).toBeGreaterThan(30);
  expect(mails.filter((m, i) => mails.indexOf(m) !== i)).toEqual([]);
}
