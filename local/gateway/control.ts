import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { SettableClock } from '../clock/clock.ts';
import type { Handler } from './listen.ts';

export interface ControlOptions {
  clock: SettableClock;
  fireSchedule: (logicalId: string) => void;
  settled: () => Promise<void>;
}

const clockMove = z.union([
  z.strictObject({ set: z.union([z.number(), z.iso.datetime({ offset: true })]) }),
  z.strictObject({ advance: z.number() }),
]);
const scheduleRun = z.strictObject({ zeitplan: z.string() });

async function readJson(req: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return JSON.parse(text || '{}');
}

function sendJson(res: ServerResponse, status: number, value: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(value));
}

/**
 * What tests outside of the process may do, and nobody else: the host offers it only when asked to.
 *
 * - `GET|POST /_steuerung/uhr` `{set: ms | ISO} | {advance: ms}` answers `{jetzt: ms}`
 * - `POST /_steuerung/zeitplan` `{zeitplan: logical id}` runs a schedule now
 * - `POST /_steuerung/ruhe` answers when streams and events are delivered
 */
export function createControl({ clock, fireSchedule, settled }: ControlOptions): Handler {
  const routes: Readonly<Record<string, (body: unknown) => unknown>> = {
    'GET /_steuerung/uhr': () => ({ jetzt: clock.now() }),
    'POST /_steuerung/uhr': (body) => {
      const move = clockMove.parse(body);
      if ('advance' in move) clock.advance(move.advance);
      else clock.set(typeof move.set === 'number' ? move.set : Date.parse(move.set));
      return { jetzt: clock.now() };
    },
    'POST /_steuerung/zeitplan': (body) => {
      fireSchedule(scheduleRun.parse(body).zeitplan);
      return {};
    },
    'POST /_steuerung/ruhe': async () => {
      await settled();
      return {};
    },
  };
  return async (req, res) => {
    const run = routes[`${req.method} ${(req.url ?? '').split('?')[0]}`];
    if (!run) return sendJson(res, 404, { fehler: 'unbekannt' });
    // A page of another origin cannot send this type without asking first, and is never answered.
    if (req.method === 'POST' && req.headers['content-type'] !== 'application/json')
      return sendJson(res, 415, { fehler: 'application/json erwartet' });
    try {
      sendJson(res, 200, await run(await readJson(req)));
    } catch (error) {
      sendJson(res, 400, { fehler: error instanceof Error ? error.message : String(error) });
    }
  };
}
