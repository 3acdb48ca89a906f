import {
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Testsystem } from './system.ts';

/** The state machine of a test system with the administrator's rights. */
export function oeffneAutomat({ emulator }: Testsystem) {
  const maschine = emulator.resources('AWS::StepFunctions::StateMachine')[0];
  const alias = emulator.resources('AWS::StepFunctions::StateMachineAlias')[0];
  if (!maschine || !alias) throw new Error('Die Vorlage hat keinen Automaten.');
  const client = new SFNClient({
    endpoint: emulator.urls.aws,
    region: 'eu-central-1',
    credentials: emulator.credentialsFor('root'),
  });
  const stateMachineArn = maschine.ref;

  async function geschichte(executionArn: string): Promise<HistoryEvent[]> {
    const ereignisse: HistoryEvent[] = [];
    let nextToken: string | undefined;
    do {
      const s = await client.send(
        new GetExecutionHistoryCommand({ executionArn, ...(nextToken ? { nextToken } : {}) }),
      );
      ereignisse.push(...(s.events ?? []));
      nextToken = s.nextToken;
    } while (nextToken);
    return ereignisse;
  }

  async function ausfuehrungen(): Promise<{ name: string; arn: string; status: string }[]> {
    const alle: { name: string; arn: string; status: string }[] = [];
    let nextToken: string | undefined;
    do {
      const s = await client.send(
        new ListExecutionsCommand({ stateMachineArn, ...(nextToken ? { nextToken } : {}) }),
      );
      for (const e of s.executions ?? []) {
        alle.push({ name: e.name ?? '', arn: e.executionArn ?? '', status: e.status ?? '' });
      }
      nextToken = s.nextToken;
    } while (nextToken);
    return alle;
  }

  return {
    client,
    ausfuehrungen,
    geschichte,
    /** Starts an execution beside the record, as an operator could by hand. */
    async starte(vorlageId: string, runde: number): Promise<void> {
      await client.send(
        new StartExecutionCommand({
          stateMachineArn: alias.ref,
          name: `${vorlageId}.${runde}`,
          input: JSON.stringify({ schemaVersion: 1, vorlageId, runde }),
        }),
      );
    },
    async status(name: string): Promise<string | undefined> {
      return (await ausfuehrungen()).find((e) => e.name === name)?.status;
    },
    /** Names of all states of the synthesized definition. */
    async zustaende(): Promise<string[]> {
      const { definition } = await client.send(new DescribeStateMachineCommand({ stateMachineArn }));
      return Object.keys((JSON.parse(definition ?? '{}') as { States: object }).States);
    },
    /** Names of the states that executions entered so far; of one execution, or of all. */
    async besucht(name?: string): Promise<Set<string>> {
      const namen = new Set<string>();
      for (const e of await ausfuehrungen()) {
        if (name !== undefined && e.name !== name) continue;
        for (const ereignis of await geschichte(e.arn)) {
          const zustand = ereignis.stateEnteredEventDetails?.name;
          if (zustand) namen.add(zustand);
        }
      }
      return namen;
    },
  };
}
export type Automat = ReturnType<typeof oeffneAutomat>;
