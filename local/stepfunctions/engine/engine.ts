import type { Store } from '../../store/store.ts';
import type { Authorize, HostClock, InvokeFunction } from '../../types.ts';
import type { Execution, Frame } from '../frame/frame.ts';
import { Actor, type Change } from './actor.ts';
import { Definitions } from './definitions.ts';
import { Invocations } from './invocations.ts';
import { Timers } from './timers.ts';

/** What the interpreter needs from its host. */
export interface Host {
  store: Store;
  clock: HostClock;
  invoke: InvokeFunction;
  authorize: Authorize;
  region: string;
  /** Receives failures of the host itself, never tokens or data. */
  log?: (line: string) => void;
  /** Dice for jitter and $random, in [0, 1); Math.random if absent. */
  random?: () => number;
}

export interface Stats {
  /** Executions that have not ended. */
  running: number;
  /** Functions that are being called. */
  calls: number;
  /** Transitions committed by this process. */
  transitions: number;
}

/**
 * Runs executions. Each that has something to do gets an actor, which works off messages, overdue timers and
 * runnable frames one transition at a time; executions do not wait for each other.
 */
export class Engine {
  readonly host: Host;
  readonly definitions: Definitions;
  readonly #actors = new Map<number, Actor>();
  readonly #timers: Timers;
  readonly #invocations: Invocations;
  #stopped = false;
  #transitions = 0;

  constructor(host: Host) {
    this.host = host;
    this.definitions = new Definitions(host.store);
    this.#timers = new Timers(host, (execution) => this.wake(execution));
    this.#invocations = new Invocations(host.invoke, (execution, change) =>
      this.change(execution, change).catch((error: unknown) => this.log(execution, error)),
    );
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Takes up every execution where it stood: overdue timers fire, unfinished calls are made again. */
  start(): void {
    const active = this.host.store.all<{ execution: number }>(
      'SELECT DISTINCT execution FROM sfn_frame WHERE active = 1',
    );
    for (const { execution } of active) this.wake(execution);
    this.#timers.fire();
  }

  /** Ends after the transitions under way; answers of functions that are still running are dropped. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timers.stop();
    await this.idle();
  }

  /** Resolves when nothing can move without a timer or a signal. */
  async settled(): Promise<void> {
    while (this.#actors.size > 0 || this.#invocations.size > 0) {
      await this.idle();
      await this.#invocations.settled();
    }
  }

  stats(): Stats {
    const row = this.host.store.get<{ n: number }>(
      "SELECT count(*) AS n FROM sfn_execution WHERE status = 'RUNNING'",
    );
    return { running: row?.n ?? 0, calls: this.#invocations.size, transitions: this.#transitions };
  }

  /** Lets an execution do whatever it can do now. */
  wake(execution: number): void {
    this.change(execution, undefined).catch((error: unknown) => this.log(execution, error));
  }

  /** Has an execution apply a change from outside; resolves when it is committed, rejects if it is refused. */
  change(execution: number, change: Change | undefined): Promise<void> {
    if (this.#stopped) return Promise.reject(new Error('the interpreter has been stopped'));
    return (this.#actors.get(execution) ?? this.#newActor(execution)).apply(change);
  }

  /** Told by an actor after each commit. Calls go out only now, when what they will be is stored. */
  committed(execution: Execution, frames: Iterable<Frame>): void {
    this.#transitions += 1;
    this.makeCalls(execution, frames);
  }

  /** Makes the calls that frames wait for, unless they are under way. */
  makeCalls(execution: Execution, frames: Iterable<Frame>): void {
    if (this.#stopped) return;
    for (const frame of frames) this.#invocations.make(execution, frame);
  }

  log(execution: number, error: unknown): void {
    if (this.#stopped) return;
    this.host.log?.(`stepfunctions: execution ${execution}: ${error instanceof Error ? error.stack : error}`);
  }

  #newActor(execution: number): Actor {
    const actor = new Actor(execution, this, () => {
      if (this.#actors.get(execution) !== actor) return;
      this.#actors.delete(execution);
      this.#arm(execution);
    });
    this.#actors.set(execution, actor);
    return actor;
  }

  /** A store that fails must not take the host with it: the next start finds the deadline again. */
  #arm(execution: number): void {
    if (this.#stopped) return;
    try {
      this.#timers.arm();
    } catch (error) {
      this.log(execution, error);
    }
  }

  /** Resolves when nothing can move without a timer, a signal or the answer of a function. */
  async idle(): Promise<void> {
    while (this.#actors.size > 0) await Promise.all([...this.#actors.values()].map((actor) => actor.idle()));
  }
}
