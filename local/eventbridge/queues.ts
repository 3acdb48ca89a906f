import { randomUUID } from 'node:crypto';
import type { Store } from '../store/store.ts';
import type { HostClock } from '../types.ts';

/** A message in a queue; `sentAt` is an instant of the host's clock. */
export interface QueueMessage {
  id: string;
  body: string;
  sentAt: number;
}

/** The queues of the template: nothing here consumes them, they keep what failed for a person to read. */
export interface Queues {
  send(queueArn: string, body: string): void;
  messages(queueArn: string): QueueMessage[];
}

export function createQueues(store: Store, clock: HostClock): Queues {
  store.run(
    'CREATE TABLE IF NOT EXISTS nachricht (id TEXT PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL, sent_at INTEGER NOT NULL)',
  );
  return {
    send(queueArn, body) {
      store.run('INSERT INTO nachricht VALUES (?, ?, ?, ?)', [randomUUID(), queueArn, body, clock.now()]);
    },
    messages: (queueArn) =>
      store.all<QueueMessage>(
        'SELECT id, body, sent_at AS sentAt FROM nachricht WHERE queue = ? ORDER BY sent_at, rowid',
        [queueArn],
      ),
  };
}
