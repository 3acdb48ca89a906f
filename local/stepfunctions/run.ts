import { type ClockMode, createClock } from '../clock/clock.ts';
import { openStore } from '../store/store.ts';
import { account, type InvokeFunction } from '../types.ts';
import { createStepFunctions } from './stepfunctions.ts';

/** How a definition ran; `history` is as GetExecutionHistory answers it. */
export interface Run {
  status: string;
  output?: string;
  error?: string;
  cause?: string;
  history: Record<string, unknown>[];
}

const region = 'eu-central-1';
const caller = { principalArn: `arn:aws:iam::${account}:root` };
const begin: ClockMode = { frozenAt: Date.UTC(2026, 0, 1) };

const noFunctions: InvokeFunction = async (arn) => ({
  ok: false,
  errorType: 'NoFunction',
  errorMessage: `there is no function ${arn} here`,
});

/**
 * Runs a definition once, by itself: in memory, and with a clock that jumps to the next deadline whenever all
 * wait. Throws AslUnsupported. A task that waits for its token waits until its timeout, if it has one.
 */
export async function runDefinition(
  definition: string,
  input: string,
  invoke: InvokeFunction = noFunctions,
): Promise<Run> {
  const store = openStore(':memory:');
  const clock = createClock(begin);
  const machine = createStepFunctions({ store, clock, region, invoke, authorize: () => {} });
  const arn = `arn:aws:states:${region}:${account}:stateMachine:Lauf`;
  try {
    machine.defineMachine({
      arn,
      name: 'Lauf',
      definition,
      roleArn: `arn:aws:iam::${account}:role/Lauf`,
    });
    machine.start();
    const started = await machine.handle('StartExecution', { stateMachineArn: arn, input }, caller);
    const { executionArn } = started;
    await machine.settled();
    for (let next = nextDue(store); next !== undefined; next = nextDue(store)) {
      clock.set(Math.max(next, clock.now()));
      await machine.settled();
    }
    const { status, output, error, cause } = await machine.handle(
      'DescribeExecution',
      { executionArn },
      caller,
    );
    const told = Object.entries({ output, error, cause }).filter(([, text]) => text !== undefined);
    return {
      status: String(status),
      ...Object.fromEntries(told),
      history: await wholeHistory((page) =>
        machine.handle('GetExecutionHistory', { executionArn, maxResults: 1000, ...page }, caller),
      ),
    };
  } finally {
    await machine.stop();
    clock.stop();
    store.close();
  }
}

/** Reads all pages of a history. */
async function wholeHistory(
  readPage: (page: { nextToken?: unknown }) => Promise<Record<string, unknown>>,
): Promise<Record<string, unknown>[]> {
  const events: Record<string, unknown>[] = [];
  let page: { nextToken?: unknown } = {};
  do {
    const answer = await readPage(page);
    if (Array.isArray(answer.events)) events.push(...answer.events);
    page = answer.nextToken === undefined ? {} : { nextToken: answer.nextToken };
  } while (page.nextToken !== undefined);
  return events;
}

function nextDue(store: ReturnType<typeof openStore>): number | undefined {
  const row = store.get<{ due: number | null }>(
    'SELECT min(due) AS due FROM (SELECT due FROM sfn_frame UNION ALL SELECT due FROM sfn_execution)',
  );
  return row?.due ?? undefined;
}
