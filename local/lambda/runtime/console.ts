import { openSync, writeSync } from 'node:fs';
import { format } from 'node:util';

const levels = {
  log: 'INFO',
  info: 'INFO',
  debug: 'DEBUG',
  trace: 'TRACE',
  warn: 'WARN',
  error: 'ERROR',
} as const;

/**
 * Console lines in AWS's text format (time, request id, level), written at once: a worker that is ended for
 * its timeout leaves all its lines behind.
 */
export function installConsole(file: string, now: () => number, requestId: () => string): void {
  const log = openSync(file, 'a');
  for (const [method, level] of Object.entries(levels)) {
    Reflect.set(console, method, (...parts: unknown[]) => {
      const time = new Date(now()).toISOString();
      writeSync(log, `${time}\t${requestId()}\t${level}\t${format(...parts)}\n`);
    });
  }
}
