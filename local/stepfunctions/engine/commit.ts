import type { Store } from '../../store/store.ts';
import { deleteFrame, insertEvent, insertToken, putFrame, updateExecution } from '../frame/rows.ts';
import type { Turn } from '../frame/turn.ts';

/** Writes a transition in one transaction. False if there was nothing to write. */
export function commit(store: Store, turn: Turn): boolean {
  const { execution, events, touched, removed, tokens } = turn;
  if (events.length === 0 && touched.size === 0 && removed.size === 0) return false;
  store.transaction(() => {
    for (const event of events) insertEvent(store, execution.id, event);
    for (const id of removed) deleteFrame(store, execution.id, id);
    for (const id of touched) {
      const frame = turn.frames.get(id);
      if (frame) putFrame(store, execution.id, frame);
    }
    for (const { token, frame } of tokens) insertToken(store, token, execution.id, frame);
    updateExecution(store, execution);
  });
  return true;
}
