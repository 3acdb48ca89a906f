import { AwsError, type InvokeFunction } from '../../types.ts';
import type { Execution, Frame } from '../frame/frame.ts';
import type { Turn } from '../frame/turn.ts';
import { endInvocation, type Invoked } from '../states/taskEnd.ts';
import type { Change } from './actor.ts';

/** Calls functions in the name of a machine's role, outside of transitions. */
export class Invocations {
  readonly #invoke: InvokeFunction;
  readonly #deliver: (execution: number, change: Change) => Promise<void>;
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(invoke: InvokeFunction, deliver: (execution: number, change: Change) => Promise<void>) {
    this.#invoke = invoke;
    this.#deliver = deliver;
  }

  get size(): number {
    return this.#underWay.size;
  }

  async settled(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }

  /** Calls the function that `frame` waits for, unless it waits for none or the call is under way. */
  make({ id: execution, roleArn }: Execution, frame: Frame): void {
    const { task, attempt, id } = frame;
    if (frame.phase !== 'task' || !task) return;
    const key = `${execution}.${id}.${attempt}`;
    if (this.#underWay.has(key)) return;
    // Under way until the answer is stored: before that, the frame still looks as if it waited for a call.
    const call = this.#call(task.functionArn, task.payload, roleArn)
      .then((invoked) => this.#deliver(execution, (turn) => this.#end(turn, id, attempt, invoked)))
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, call);
  }

  async #end(turn: Turn, id: number, attempt: number, invoked: Invoked): Promise<void> {
    const frame = turn.frames.get(id);
    // The attempt may have ended without the answer: by its token, a timeout, an abort.
    if (frame?.phase === 'task' && frame.task && frame.attempt === attempt)
      await endInvocation(turn, frame, frame.task, invoked);
  }

  async #call(functionArn: string, payload: unknown, principalArn: string): Promise<Invoked> {
    try {
      const result = await this.#invoke(functionArn, structuredClone(payload), { principalArn });
      return { kind: 'answered', result };
    } catch (error) {
      const refused =
        error instanceof AwsError ? error : new AwsError('ServiceException', String(error), 500);
      return { kind: 'refused', error: refused };
    }
  }
}
