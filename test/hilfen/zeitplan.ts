import type { Testsystem } from './system.ts';

/** Moves the clock on, lets the reconciliation run once, and waits until nothing moves any more. */
export async function gleicheAbNach({ emulator, ruhe }: Testsystem, minuten: number): Promise<void> {
  await ruhe();
  emulator.clock.advance(minuten * 60_000);
  const plan = emulator.resources('AWS::Scheduler::Schedule').find((r) => r.logicalId.includes('Abgleich'));
  if (!plan) throw new Error('Die Vorlage hat keinen Zeitplan für den Abgleich.');
  emulator.fireSchedule(plan.logicalId);
  await ruhe();
}
