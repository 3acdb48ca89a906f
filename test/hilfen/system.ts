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
  /** Folder of all state; `logs/` holds what the functions wrote. */
  readonly dataDir: string;
  /** Waits until streams, events and state machines have nothing to do. */
  ruhe(): Promise<void>;
  /** Ends this system and starts another one on the same data, as a new deployment would. */
  starteNeu(optionen?: Testoptionen): Promise<Testsystem>;
  beende(): Promise<void>;
}

/** Bundles are shared by all test files: unchanged sources are bundled once. */
const buendel = join(tmpdir(), 'gremienweg-test-buendel');

export const testbeginn = '2026-03-24T08:00:00.000Z';

type Testoptionen = Partial<Pick<Systemoptionen, 'aendere' | 'faults' | 'oberflaeche'>>;

export async function starteTestsystem(optionen: Testoptionen = {}): Promise<Testsystem> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gremienweg-test-'));
  const system = await starteAuf(dataDir, optionen, null);
  await richteEin(system.emulator);
  return system;
}

/** @param bisher the world of the system before, whose people go on with their logins */
async function starteAuf(dataDir: string, optionen: Testoptionen, bisher: Welt | null): Promise<Testsystem> {
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
  const { clientId } = logindaten(emulator);
  const basis = emulator.urls.web;
  const welt =
    bisher ?? new Welt({ basis, clientId, saat: 'test', stellbareUhr: true, geduld: 0, sage: () => {} });
  return {
    emulator,
    welt,
    datenbank: datenbank(emulator),
    tabelle: emulator.ref('Akte'),
    protokoll,
    dataDir,
    ruhe: () => emulator.settled(),
    starteNeu: async (neu = {}) => {
      await emulator.stop();
      return starteAuf(dataDir, neu, welt);
    },
    beende: async () => {
      await emulator.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
