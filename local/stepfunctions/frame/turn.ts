import type { Definition, State } from '../asl/definition.ts';
import { StateFailure } from '../errors/failure.ts';
import { type EventDetails, type HistoryEvent, mostEvents } from '../history/event.ts';
import type { Execution, Frame } from './frame.ts';
import { scopeOf } from './scope.ts';

/** What the world gives a transition besides the stored state. */
export interface World {
  /** ms since 1970-01-01T00:00:00Z on the host clock; it stands still during a transition. */
  now: number;
  /** In [0, 1). */
  random: () => number;
  region: string;
}

/** Largest input, output or variable, in bytes of UTF-8. */
const mostBytes = 262_144;

/** The history is full: the transition cannot be recorded, and the execution ends instead. */
export class HistoryFull extends Error {}

/**
 * One transition of one execution, worked out in memory and then committed in one transaction. It owns the
 * execution and its frames until then; a turn that throws is thrown away with them.
 */
export class Turn {
  readonly execution: Execution;
  readonly definition: Definition;
  readonly frames: Map<number, Frame>;
  readonly world: World;
  readonly events: HistoryEvent[] = [];
  readonly tokens: { token: string; frame: number }[] = [];
  readonly touched = new Set<number>();
  readonly removed = new Set<number>();

  constructor(execution: Execution, definition: Definition, frames: Map<number, Frame>, world: World) {
    this.execution = execution;
    this.definition = definition;
    this.frames = frames;
    this.world = world;
  }

  stateOf(frame: Frame): State {
    const state = scopeOf(this.definition, frame.scope).States[frame.state];
    if (!state) throw new Error(`no state ${frame.state}`);
    return state;
  }

  frame(id: number): Frame {
    const frame = this.frames.get(id);
    if (!frame) throw new Error(`no frame ${id} in ${this.execution.arn}`);
    return frame;
  }

  /** Adds an event and returns its number. The last place is kept for the execution's end. */
  record(type: string, previous: number, details: EventDetails = {}): number {
    const id = this.execution.lastEvent + 1;
    if (id > mostEvents || (id === mostEvents && this.execution.status === 'RUNNING'))
      throw new HistoryFull();
    this.execution.lastEvent = id;
    this.events.push({ id, previous, at: this.world.now, type, details });
    return id;
  }

  /** Adds an event of a frame; the frame's next event follows it. */
  advance(frame: Frame, type: string, details: EventDetails = {}): number {
    frame.previousEvent = this.record(type, frame.previousEvent, details);
    return frame.previousEvent;
  }

  touch(frame: Frame): void {
    this.touched.add(frame.id);
  }

  add(frame: Frame): void {
    this.frames.set(frame.id, frame);
    this.touch(frame);
  }

  remove(frame: Frame): void {
    this.frames.delete(frame.id);
    this.removed.add(frame.id);
  }

  nextFrameId(): number {
    this.execution.lastFrame += 1;
    return this.execution.lastFrame;
  }

  /** Throws States.DataLimitExceeded if a text is larger than AWS lets pass. */
  limit(text: string, frame: Frame, what: string): string {
    if (text.length * 3 <= mostBytes || Buffer.byteLength(text) <= mostBytes) return text;
    throw new StateFailure({
      error: 'States.DataLimitExceeded',
      cause: `The state/task '${frame.state}' returned ${what} with a size exceeding the maximum number of bytes service limit.`,
    });
  }
}
