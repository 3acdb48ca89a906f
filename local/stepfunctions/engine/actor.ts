import { type Execution, type Frame, isRunnable } from '../frame/frame.ts';
import { executionById, framesOf } from '../frame/rows.ts';
import { HistoryFull, Turn } from '../frame/turn.ts';
import { failExecution } from '../states/fail.ts';
import { step } from '../states/step.ts';
import { commit } from './commit.ts';
import type { Engine } from './engine.ts';
import { fireOverdue, overdueFrame } from './overdue.ts';

/**
 * A change from outside, as one transition: a token came back, a function answered, somebody stops the
 * execution. It may refuse by throwing, and does nothing by leaving the turn untouched.
 */
export type Change = (turn: Turn) => Promise<void> | void;

interface Waiting {
  change: Change | undefined;
  resolve: () => void;
  reject: (error: unknown) => void;
}

interface Snapshot {
  execution: Execution;
  frames: Map<number, Frame>;
}

/**
 * The only one who writes one execution, while it has something to do. Overdue timers come before messages, so
 * that a signal in the second after a deadline is late; messages come before the next step, so that a machine
 * that runs in circles can be stopped.
 */
export class Actor {
  readonly #id: number;
  readonly #engine: Engine;
  readonly #inbox: Waiting[] = [];
  readonly #ended: () => void;
  readonly #done: Promise<void>;

  constructor(id: number, engine: Engine, ended: () => void) {
    this.#id = id;
    this.#engine = engine;
    this.#ended = ended;
    // A step of its own, so that whoever made the actor can hand it its first message.
    this.#done = Promise.resolve()
      .then(() => this.#work())
      .catch((error: unknown) => engine.log(id, error))
      .finally(() => {
        this.#ended();
        for (const { reject } of this.#inbox.splice(0)) reject(new Error('the interpreter has been stopped'));
      });
  }

  apply(change: Change | undefined): Promise<void> {
    return new Promise((resolve, reject) => this.#inbox.push({ change, resolve, reject }));
  }

  idle(): Promise<void> {
    return this.#done;
  }

  async #work(): Promise<void> {
    let snapshot = this.#load();
    this.#engine.makeCalls(snapshot.execution, snapshot.frames.values());
    while (!this.#engine.stopped) {
      const work = this.#next(snapshot);
      // In the same step as the look into the inbox: nothing can arrive for an actor that has ended.
      if (!work) return this.#ended();
      snapshot = await this.#turn(snapshot, work);
    }
  }

  #load(): Snapshot {
    const execution = executionById(this.#engine.host.store, this.#id);
    if (!execution) throw new Error('does not exist');
    return { execution, frames: framesOf(this.#engine.host.store, this.#id) };
  }

  #next({ execution, frames }: Snapshot): Waiting | Change | undefined {
    const now = this.#engine.host.clock.now();
    if (execution.status === 'RUNNING') {
      if (overdueFrame(execution, frames, now) !== undefined) return (turn) => fireOverdue(turn);
    }
    const waiting = this.#inbox.shift();
    if (waiting) return waiting;
    const frame = nextRunnable(frames);
    return frame && ((turn) => step(turn, frame));
  }

  async #turn(snapshot: Snapshot, work: Waiting | Change): Promise<Snapshot> {
    const waiting = typeof work === 'function' ? undefined : work;
    const change = typeof work === 'function' ? work : work.change;
    if (!change) {
      waiting?.resolve();
      return snapshot;
    }
    try {
      const after = await this.#transition(snapshot, change);
      waiting?.resolve();
      return after;
    } catch (error) {
      if (!waiting) throw error;
      waiting.reject(error);
      // Whatever the turn has changed in memory is void.
      return this.#load();
    }
  }

  /** Runs one change and commits it; where the history has no place for it, the execution ends instead. */
  async #transition(snapshot: Snapshot, change: Change): Promise<Snapshot> {
    try {
      await this.#run(snapshot, change);
      return snapshot;
    } catch (error) {
      if (!(error instanceof HistoryFull)) throw error;
      const fresh = this.#load();
      await this.#run(fresh, endFull);
      return fresh;
    }
  }

  async #run({ execution, frames }: Snapshot, change: Change): Promise<void> {
    const { host, definitions } = this.#engine;
    const world = { now: host.clock.now(), random: host.random ?? Math.random, region: host.region };
    const turn = new Turn(execution, definitions.get(execution.definition), frames, world);
    await change(turn);
    if (this.#engine.stopped) throw new Error('the interpreter has been stopped');
    if (commit(host.store, turn)) this.#engine.committed(execution, frames.values());
  }
}

/** The frame whose last event is oldest: branches and iterations take turns. */
function nextRunnable(frames: ReadonlyMap<number, Frame>): Frame | undefined {
  let next: Frame | undefined;
  for (const frame of frames.values())
    if (isRunnable(frame) && (!next || frame.previousEvent < next.previousEvent)) next = frame;
  return next;
}

function endFull(turn: Turn): void {
  failExecution(turn, turn.execution.lastEvent, {
    error: 'States.Runtime',
    cause: 'The execution reached the maximum number of history events (25000).',
  });
}
