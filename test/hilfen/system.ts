import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Welt } from '../../bin/demo/welt.ts';
import { richteEin } from '../../bin/werkzeug/einrichten.ts';
import { datenbank, logindaten, type Systemoptionen, starteSystem } from '../../bin/werkzeug/system.ts';
import type { Emulator } from '../../local/start.ts';

/** A running system for one test file: fresh data, a standing clock, the invented town. */
export interface Testsystem {
  readonly emulator: Emulator;
  readonly welt: Welt;
  readonly datenbank: DynamoDBClient;
  readonly tabelle: string;
  /** What the system logged. */
  readonly protokoll: string[];
  /** Waits until streams, events and state machines have nothing to do. */
  ruhe(): Promise<void>;
  beende(): Promise<void>;
}

/** Bundles are shared by all test files: unchanged sources are bundled once. */
const buendel = join(tmpdir(), 'gremienweg-test-buendel');

export const testbeginn = '2026-03-24T08:00:00.000Z';

export async function starteTestsystem(
  optionen: Partial<Pick<Systemoptionen, 'aendere' | 'faults'>> = {},
): Promise<Testsystem> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gremienweg-test-'));
  const protokoll: string[] = [];
  const emulator = await starteSystem({
    dataDir,
    port: 0,
    clockMode: { frozenAt: Date.parse(testbeginn) },
    control: true,
    bundleDir: buendel,
    log: (zeile) => protokoll.push(zeile),
    ...optionen,
  });
  await richteEin(emulator);
  const { clientId } = logindaten(emulator);
  return {
    emulator,
    welt: new Welt({
      basis: emulator.urls.web,
      clientId,
      saat: 'test',
      stellbareUhr: true,
      geduld: 0,
      sage: () => {},
    }),
    datenbank: datenbank(emulator),
    tabelle: emulator.ref('Akte'),
    protokoll,
    ruhe: () => emulator.settled(),
    beende: async () => {
      await emulator.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
