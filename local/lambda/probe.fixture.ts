/** A handler for the tests of the host: does what its event says, and tells what it sees. */
import { threadId } from 'node:worker_threads';
import yauzl from 'yauzl';

export interface ProbeEvent {
  readonly act:
    | 'look'
    | 'throw'
    | 'reject'
    | 'throwText'
    | 'exit'
    | 'hang'
    | 'later'
    | 'fill'
    | 'answer'
    | 'print';
  readonly bytes?: number;
  readonly text?: string;
}

interface Context {
  readonly awsRequestId: string;
  readonly functionName: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  getRemainingTimeInMillis(): number;
}

export interface ProbeView {
  readonly environment: Record<string, string | undefined>;
  readonly date: string;
  readonly dateNow: number;
  readonly hours: number;
  readonly remaining: number;
  readonly functionName: string;
  readonly arn: string;
  readonly calls: number;
  readonly threadId: number;
  readonly commonJs: string;
}

class Widerspruch extends Error {
  override name = 'Widerspruch';
}

let calls = 0;

function look(context: Context): ProbeView {
  return {
    environment: { ...process.env },
    date: new Date().toISOString(),
    dateNow: Date.now(),
    hours: new Date(Date.UTC(2026, 6, 1, 12)).getHours(),
    remaining: context.getRemainingTimeInMillis(),
    functionName: context.functionName,
    arn: context.invokedFunctionArn,
    calls,
    threadId,
    commonJs: typeof yauzl.open,
  };
}

export async function handler(event: ProbeEvent, context: Context): Promise<unknown> {
  calls += 1;
  switch (event.act) {
    case 'look':
      return look(context);
    case 'throw':
      throw new Widerspruch('Die Frist ist abgelaufen.');
    case 'reject':
      void Promise.reject(new Error('niemand wartet'));
      return new Promise(() => {});
    case 'throwText':
      throw 'nur Text';
    case 'exit':
      return process.exit(3);
    case 'hang':
      console.log('vor dem Stillstand');
      for (;;) {}
    case 'later':
      await new Promise((resolve) => setTimeout(resolve, 20));
      return threadId;
    case 'fill': {
      const kept: string[][] = [];
      for (;;) kept.push(new Array(100_000).fill('').map((_, index) => `${kept.length}-${index}`));
    }
    case 'answer':
      return 'x'.repeat(event.bytes ?? 0);
    case 'print':
      console.warn('gedruckt: %s', event.text);
      return undefined;
  }
}

export const withCallback = (_event: ProbeEvent, _context: Context, _callback: () => void) => undefined;
