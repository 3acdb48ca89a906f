import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';

/** The clock and the route: the state machine as the functions need it. */
export interface Ablauf {
  /** Starts `<vorlage>.<runde>` once: a second start of the same name counts as success. */
  starte(vorlage: string, runde: number): Promise<void>;
  /**
   * Wakes a waiting state; the signal carries an event number, never the decision.
   * @returns false where the token is spent or gone: somebody else was faster, which is no error
   */
  wecke(token: string, ereignis: number): Promise<boolean>;
}

export function oeffneAblauf(aliasArn: string, client = new SFNClient({})): Ablauf {
  return {
    async starte(vorlage, runde) {
      try {
        await client.send(
          new StartExecutionCommand({
            stateMachineArn: aliasArn,
            name: `${vorlage}.${runde}`,
            input: JSON.stringify({ schemaVersion: 1, vorlageId: vorlage, runde }),
          }),
        );
      } catch (fehler) {
        if (!(fehler instanceof ExecutionAlreadyExists)) throw fehler;
      }
    },
    wecke: (token, ereignis) => wecke(client, token, ereignis),
  };
}

export async function wecke(client: SFNClient, token: string, ereignis: number): Promise<boolean> {
  try {
    await client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify({ ereignis }) }));
    return true;
  } catch (fehler) {
    const verbraucht =
      fehler instanceof TaskTimedOut || fehler instanceof TaskDoesNotExist || fehler instanceof InvalidToken;
    if (!verbraucht) throw fehler;
    return false;
  }
}

/** ARN of the execution of one round. */
export function ausfuehrungArn(automatArn: string, vorlage: string, runde: number): string {
  return `${automatArn.replace(':stateMachine:', ':execution:')}:${vorlage}.${runde}`;
}
